-- Who stands in for whom, and until when; and four eyes for what a deputy releases: the text is neither the deputy's nor
-- that of the person who is represented.
CREATE TABLE delegation (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('delegation');
CREATE TRIGGER next_version BEFORE UPDATE ON delegation FOR EACH ROW EXECUTE FUNCTION next_version();
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON delegation
  FOR EACH ROW EXECUTE FUNCTION audit_change();
GRANT SELECT, INSERT, UPDATE, DELETE ON delegation TO fahrplan_app;

ALTER TABLE statement_release ADD CONSTRAINT statement_release_represented
  CHECK (NOT jsonb_exists(body -> 'authors', coalesce(body ->> 'releasedFor', '')));
