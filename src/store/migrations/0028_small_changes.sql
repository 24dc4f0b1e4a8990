-- What people read often and what has no place in the audit chain: news, preferences, open links. Each change of these
-- counts here, so that answers made of them can be kept until the next one. The count is raised at the very end of the
-- transaction: nobody waits for it while holding it, and what is counted becomes visible with the change itself.
CREATE TABLE small_change (
  city_id text NOT NULL PRIMARY KEY REFERENCES city (city_id),
  count   bigint NOT NULL DEFAULT 1
);
SELECT protect_by_city('small_change');

CREATE FUNCTION count_small_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  INSERT INTO small_change AS s (city_id) VALUES (coalesce(NEW.city_id, OLD.city_id))
    ON CONFLICT (city_id) DO UPDATE SET count = s.count + 1;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION count_small_change FROM PUBLIC;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['notification', 'preference', 'link'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change()', name);
  END LOOP;
END $$;

DROP FUNCTION find_session(bytea);
CREATE FUNCTION find_session(hash bytea)
RETURNS TABLE (city text, actor text, roles text[], own_units text[], id text, person text,
  second_factor_age double precision, city_state bigint, small_changes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  UPDATE session s SET last_seen_at = now()
    WHERE s.token_hash = hash AND s.last_seen_at < now() - interval '5 minutes';
  RETURN QUERY
  SELECT s.city_id, s.actor,
    CASE WHEN p.id IS NULL THEN s.roles ELSE ARRAY(SELECT jsonb_array_elements_text(p.body -> 'roles')) END,
    CASE WHEN p.id IS NULL THEN s.own_units ELSE ARRAY(SELECT jsonb_array_elements_text(p.body -> 'ownUnits')) END,
    s.id, s.person, extract(epoch FROM now() - s.second_factor_at)::double precision,
    -- Changes of one city stand in a row: the audit chain gives each its number while all others wait.
    coalesce((
      SELECT e.seq FROM audit_entry e
      WHERE e.city_id = s.city_id AND e.action IN ('insert', 'update', 'delete')
      ORDER BY e.seq DESC LIMIT 1), 0),
    coalesce((SELECT c.count FROM small_change c WHERE c.city_id = s.city_id), 0)
  FROM session s LEFT JOIN person p ON p.city_id = s.city_id AND p.id = s.person
  WHERE s.token_hash = hash AND s.expires_at > now()
    AND (s.person IS NULL OR (p.body ->> 'active')::boolean);
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE ALL ON FUNCTION find_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_session TO fahrplan_app;
