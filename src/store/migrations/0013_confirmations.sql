-- Answers of people without an account: heads of office about the record of a talk, partners about the date of an offer.
CREATE TABLE confirmation (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL DEFAULT 0,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('confirmation');
CREATE TRIGGER next_version BEFORE UPDATE ON confirmation FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON confirmation
  FOR EACH ROW EXECUTE FUNCTION audit_person();
GRANT SELECT, INSERT, UPDATE, DELETE ON confirmation TO fahrplan_app;
