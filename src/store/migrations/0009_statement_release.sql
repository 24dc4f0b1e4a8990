-- Released statements and their withdrawals: written once, never changed, not even by the owner.
CREATE TABLE statement_release (
  city_id    text NOT NULL REFERENCES city (city_id),
  id         text NOT NULL CHECK (id <> ''),
  version    integer NOT NULL DEFAULT 1,
  position   integer NOT NULL DEFAULT 0,
  body       jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  created_at timestamptz NOT NULL DEFAULT now(),
  paper      text NOT NULL GENERATED ALWAYS AS (body ->> 'paper') STORED,
  PRIMARY KEY (city_id, id),
  -- Four eyes, held by the database itself: a release names authors, and whoever releases is none of them.
  CHECK (
    body ->> 'kind' = 'withdrawal'
    OR (
      body ->> 'kind' = 'release'
      AND jsonb_array_length(body -> 'authors') > 0
      AND NOT jsonb_exists(body -> 'authors', body ->> 'releasedBy')
    )
  )
);
CREATE INDEX statement_release_by_paper ON statement_release (city_id, paper);
SELECT protect_by_city('statement_release');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_release
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_change AFTER INSERT ON statement_release FOR EACH ROW EXECUTE FUNCTION audit_change();
GRANT SELECT, INSERT ON statement_release TO fahrplan_app;
