-- The questions that are put to heads of office, worded by each city.
CREATE TABLE interview_guide (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('interview_guide');
CREATE TRIGGER first_version BEFORE INSERT ON interview_guide FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON interview_guide FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON interview_guide
  FOR EACH ROW EXECUTE FUNCTION audit_change();
GRANT SELECT, INSERT, UPDATE, DELETE ON interview_guide TO fahrplan_app;
