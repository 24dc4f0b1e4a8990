-- What the columns of a city's own project list mean, remembered for the next time the same headings come.
CREATE TABLE import_mapping (
  city_id  text NOT NULL REFERENCES city (city_id),
  headings text NOT NULL CHECK (headings <> ''),
  mapping  jsonb NOT NULL CHECK (jsonb_typeof(mapping) = 'object'),
  PRIMARY KEY (city_id, headings)
);
SELECT protect_by_city('import_mapping');
GRANT SELECT, INSERT, UPDATE ON import_mapping TO fahrplan_app;
