-- What a person has chosen for themselves. By actor and not by person, because whoever signs in by the link on the console
-- has no account; what is missing has its default.
CREATE TABLE preference (
  city_id text NOT NULL REFERENCES city (city_id),
  actor   text NOT NULL CHECK (actor <> ''),
  body    jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object'),
  PRIMARY KEY (city_id, actor)
);
SELECT protect_by_city('preference');
GRANT SELECT, INSERT, UPDATE ON preference TO fahrplan_app;
