-- Who has to be confirmed stands in the audit chain alone; lists of people that are kept must follow it.
CREATE CONSTRAINT TRIGGER count_access AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind = 'person' AND NEW.action IN ('reopenAccess', 'confirmAccess'))
  EXECUTE FUNCTION count_small_change();
