-- The criteria by which a city ranks its projects, with their weights.
CREATE TABLE weighting (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('weighting');
CREATE TRIGGER first_version BEFORE INSERT ON weighting FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON weighting FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON weighting
  FOR EACH ROW EXECUTE FUNCTION audit_change();
GRANT SELECT, INSERT, UPDATE, DELETE ON weighting TO fahrplan_app;
