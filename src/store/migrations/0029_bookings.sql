-- What has really gone out of a budget line, or is bound by an order: plan and actual money side by side.
CREATE TABLE booking (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('booking');
CREATE TRIGGER first_version BEFORE INSERT ON booking FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON booking
  FOR EACH ROW EXECUTE FUNCTION audit_change();
GRANT SELECT, INSERT, UPDATE, DELETE ON booking TO fahrplan_app;
