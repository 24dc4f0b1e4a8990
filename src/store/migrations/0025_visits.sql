-- Up to where each person has seen what changes, so that the overview can tell what is new since the last visit.
CREATE TABLE visit (
  city_id text NOT NULL REFERENCES city (city_id),
  actor   text NOT NULL CHECK (actor <> ''),
  -- The session of the present visit.
  session text NOT NULL,
  -- Number in the audit chain: where the visit before ended, and how far this one has come.
  since   bigint NOT NULL,
  latest  bigint NOT NULL,
  -- When the visit before ended.
  since_at timestamptz NOT NULL,
  latest_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, actor)
);
SELECT protect_by_city('visit');
GRANT SELECT, INSERT, UPDATE ON visit TO fahrplan_app;
