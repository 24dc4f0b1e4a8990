-- Views of lists that a person has named: own ones, and those shared with the whole city. The address of the page says
-- what a view shows, so that is all that is kept.
CREATE TABLE saved_view (
  city_id    text NOT NULL REFERENCES city (city_id),
  id         uuid NOT NULL DEFAULT gen_random_uuid(),
  page       text NOT NULL CHECK (page <> ''),
  owner      text NOT NULL CHECK (owner <> ''),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  shared     boolean NOT NULL,
  search     jsonb NOT NULL CHECK (jsonb_typeof(search) = 'object'),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, id)
);
CREATE INDEX saved_view_by_page ON saved_view (city_id, page);
SELECT protect_by_city('saved_view');
GRANT SELECT, INSERT, DELETE ON saved_view TO fahrplan_app;
