-- Letterheads of the city (DOCX): known by their content, never changed; the settings of the council desk name the one
-- in use, so that every change of it stands in the audit chain with its check sum.
CREATE TABLE letterhead (
  city_id text NOT NULL REFERENCES city (city_id),
  sha256  text NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
  content bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 4194304),
  PRIMARY KEY (city_id, sha256)
);
SELECT protect_by_city('letterhead');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON letterhead
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON letterhead TO fahrplan_app;
