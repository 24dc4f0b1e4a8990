-- What a city says of the bundles of the OZG catalogue: whether they concern it, and how far they are online.
CREATE TABLE service_bundle (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('service_bundle');
CREATE TRIGGER first_version BEFORE INSERT ON service_bundle FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON service_bundle FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON service_bundle
  FOR EACH ROW EXECUTE FUNCTION audit_change();
GRANT SELECT, INSERT, UPDATE, DELETE ON service_bundle TO fahrplan_app;
