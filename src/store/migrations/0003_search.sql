-- Searching what a point of a motion touches: German stemming (snowball) and trigrams for compound words.
-- pg_trgm is a trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- All texts below the named keys, joined: what a person would read of a record, without ids and sources.
CREATE FUNCTION texts_of(body jsonb, VARIADIC keys text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(string_agg(part #>> '{}', ' '), '')
  FROM unnest(keys) AS key,
    jsonb_path_query(body -> key, 'strict $.** ? (@.type() == "string")') AS part
$$;

-- Without an index: a city has hundreds of records, and every search looks at all of them.
DO $$
DECLARE
  kind text;
  title text;
  details text;
BEGIN
  FOR kind, title, details IN VALUES
    ('project', $e$body ->> 'name'$e$, $e$texts_of(body, 'shortName', 'purpose', 'benefit')$e$),
    ('need', $e$body ->> 'name'$e$, $e$texts_of(body, 'description')$e$),
    ('obligation', $e$body ->> 'name'$e$, $e$texts_of(body, 'law', 'lawTitle', 'duty')$e$),
    ('strategy', $e$body ->> 'name'$e$, $e$texts_of(body, 'description', 'goals')$e$),
    ('commitment', $e$left(body ->> 'text', 300)$e$, $e$texts_of(body, 'text')$e$),
    ('paper', $e$body ->> 'name'$e$, $e$texts_of(body, 'reference', 'spellings', 'versions')$e$)
  LOOP
    EXECUTE format($t$
      ALTER TABLE %1$I
        ADD COLUMN title text NOT NULL GENERATED ALWAYS AS (%2$s) STORED,
        ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
          setweight(to_tsvector('german', %2$s), 'A') || setweight(to_tsvector('german', %3$s), 'B')
        ) STORED$t$, kind, title, details);
  END LOOP;
END $$;
