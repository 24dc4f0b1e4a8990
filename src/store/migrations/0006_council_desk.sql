-- The council desk: how it works, when the bodies meet, and who follows its calendar.
DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['council_settings', 'meeting'] LOOP
    EXECUTE format($t$
      CREATE TABLE %I (
        city_id  text NOT NULL REFERENCES city (city_id),
        id       text NOT NULL CHECK (id <> ''),
        version  integer NOT NULL DEFAULT 1,
        position integer NOT NULL,
        body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
        PRIMARY KEY (city_id, id)
      )$t$, kind);
    PERFORM protect_by_city(kind::regclass);
    EXECUTE format('CREATE TRIGGER next_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION next_version()', kind);
    EXECUTE format('CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION audit_change()', kind);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO fahrplan_app', kind);
  END LOOP;
END $$;

-- A calendar program has no session: the address it follows is the key. Of the key only the SHA-256 is stored; each
-- person has one, and a new one puts the old one out of use.
CREATE TABLE calendar_feed (
  city_id    text NOT NULL REFERENCES city (city_id),
  actor      text NOT NULL CHECK (actor <> ''),
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, actor)
);
SELECT protect_by_city('calendar_feed');
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO fahrplan_app;

CREATE FUNCTION find_calendar_feed(hash bytea) RETURNS TABLE (city text, actor text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT f.city_id, f.actor FROM calendar_feed f WHERE f.token_hash = hash;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION find_calendar_feed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_calendar_feed TO fahrplan_app;
