-- The files of a released statement, as they were on the day of the release: what somebody has downloaded is the same
-- for ever, whatever later versions of the program would write.
CREATE TABLE release_file (
  city_id    text NOT NULL,
  release_id text NOT NULL,
  format     text NOT NULL CHECK (format IN ('docx', 'pdf', 'html')),
  sha256     text NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
  content    bytea NOT NULL CHECK (length(content) > 0),
  PRIMARY KEY (city_id, release_id, format),
  FOREIGN KEY (city_id, release_id) REFERENCES statement_release (city_id, id)
);
SELECT protect_by_city('release_file');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON release_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON release_file TO fahrplan_app;
