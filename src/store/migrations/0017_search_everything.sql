-- Search over everything that has a name, not only over what a motion may touch (0003). Typing errors are counted in
-- letters; fuzzystrmatch is a trusted extension like pg_trgm. Records of talks stay out: they are confidential.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;

DO $$
DECLARE
  kind text;
  title text;
  details text;
BEGIN
  FOR kind, title, details IN VALUES
    ('organizational_unit', $e$coalesce(body #>> '{names,-1,name}', body ->> 'id')$e$, $e$texts_of(body, 'names')$e$),
    ('team', $e$body ->> 'name'$e$, $e$texts_of(body, 'shortName')$e$),
    ('budget_line', $e$body ->> 'name'$e$, $e$''$e$),
    ('stage', $e$body ->> 'name'$e$, $e$texts_of(body, 'description')$e$),
    ('action_field', $e$body ->> 'name'$e$, $e$texts_of(body, 'description')$e$),
    ('goal', $e$body ->> 'name'$e$, $e$texts_of(body, 'description')$e$),
    ('project_template', $e$body ->> 'name'$e$, $e$texts_of(body, 'description', 'keywords')$e$),
    ('prerequisite', $e$body ->> 'name'$e$, $e$texts_of(body, 'note', 'paper')$e$),
    ('partner', $e$body ->> 'name'$e$, $e$texts_of(body, 'shortName', 'offers')$e$),
    ('peer_city', $e$body ->> 'name'$e$, $e$texts_of(body, 'facts')$e$),
    ('scenario', $e$body ->> 'name'$e$, $e$texts_of(body, 'description')$e$),
    ('source', $e$body ->> 'title'$e$, $e$texts_of(body, 'publisher', 'note')$e$)
  LOOP
    EXECUTE format($t$
      ALTER TABLE %1$I
        ADD COLUMN title text NOT NULL GENERATED ALWAYS AS (%2$s) STORED,
        ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
          setweight(to_tsvector('german', %2$s), 'A') || setweight(to_tsvector('german', %3$s), 'B')
        ) STORED$t$, kind, title, details);
  END LOOP;
END $$;
