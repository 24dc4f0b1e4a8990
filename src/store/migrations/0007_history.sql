-- What each version of a record held, beside the audit chain: for the history of a record, and to bring an earlier
-- version back. The chain itself keeps a hash only, so that content can be erased for good and the chain still verifies.

CREATE TABLE record_content (
  city_id   text NOT NULL REFERENCES city (city_id),
  seq       bigint NOT NULL,
  kind      text NOT NULL,
  record_id text NOT NULL,
  body      jsonb NOT NULL,
  PRIMARY KEY (city_id, seq)
);
SELECT protect_by_city('record_content');
CREATE TRIGGER refuse_change BEFORE UPDATE ON record_content FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON record_content TO fahrplan_app;
CREATE INDEX audit_entry_by_record ON audit_entry (city_id, kind, record_id, seq);

-- Kept is what people edit. A plan run never changes, and a working plan is computed anew after every change.
CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM append_audit_entry(OLD.city_id, 'delete', TG_TABLE_NAME, OLD.id, OLD.version, NULL);
    RETURN NULL;
  END IF;
  PERFORM append_audit_entry(NEW.city_id, lower(TG_OP), TG_TABLE_NAME, NEW.id, NEW.version, sha256_hex(NEW.body::text));
  IF TG_TABLE_NAME <> 'plan_run' AND NOT (TG_TABLE_NAME = 'plan_version' AND NEW.body ->> 'status' = 'working') THEN
    INSERT INTO record_content
    SELECT e.city_id, e.seq, e.kind, e.record_id, NEW.body FROM audit_entry e
    WHERE e.city_id = NEW.city_id ORDER BY e.seq DESC LIMIT 1; -- the entry just written: the chain is still held
  END IF;
  RETURN NULL;
END $$;

-- Versions count on after a deletion: who still has the deleted record open cannot overwrite the one that came after.
CREATE FUNCTION first_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  NEW.version := 1 + coalesce((
    SELECT e.version FROM audit_entry e
    WHERE e.city_id = NEW.city_id AND e.kind = TG_TABLE_NAME AND e.record_id = NEW.id AND e.action = 'delete'
    ORDER BY e.seq DESC LIMIT 1), 0);
  RETURN NEW;
END $$;

DO $$
DECLARE
  kind text;
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  FOR kind IN
    SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgname = 'audit_change' AND c.relname <> 'plan_run' ORDER BY c.relname
  LOOP
    EXECUTE format('CREATE TRIGGER first_version BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION first_version()', kind);
    -- What is there already begins its history with what it holds now.
    EXECUTE format($t$
      INSERT INTO record_content
      SELECT r.city_id, e.seq, %L, r.id, r.body FROM %I r
      JOIN LATERAL (
        SELECT a.seq FROM audit_entry a WHERE a.city_id = r.city_id AND a.kind = %L AND a.record_id = r.id
        ORDER BY a.seq DESC LIMIT 1) e ON true
      WHERE %L <> 'plan_version' OR r.body ->> 'status' <> 'working'$t$, kind, kind, kind, kind);
  END LOOP;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
