-- Every request asks who asks and in which state their city is (0020, 0028). Events that change no record (sign-ins,
-- exports) stand in the chain as well: without an index of its own the last change was looked for among all of them.
CREATE INDEX audit_entry_of_change ON audit_entry (city_id, seq) WHERE action IN ('insert', 'update', 'delete');

-- The same answer as before with less work: written is only what is five minutes old, and no plan may be one for an
-- empty table (as in 0002).
CREATE OR REPLACE FUNCTION find_session(hash bytea)
RETURNS TABLE (city text, actor text, roles text[], own_units text[], id text, person text,
  second_factor_age double precision, city_state bigint, small_changes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
DECLARE
  found session;
  who jsonb;
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  SELECT * INTO found FROM session s WHERE s.token_hash = hash AND s.expires_at > now();
  IF found.person IS NOT NULL THEN
    SELECT p.body INTO who FROM person p WHERE p.city_id = found.city_id AND p.id = found.person;
  END IF;
  IF found.last_seen_at < now() - interval '5 minutes' THEN
    UPDATE session s SET last_seen_at = now() WHERE s.token_hash = hash;
  END IF;
  RETURN QUERY SELECT found.city_id, found.actor,
    CASE WHEN who IS NULL THEN found.roles ELSE ARRAY(SELECT jsonb_array_elements_text(who -> 'roles')) END,
    CASE WHEN who IS NULL THEN found.own_units ELSE ARRAY(SELECT jsonb_array_elements_text(who -> 'ownUnits')) END,
    found.id, found.person, extract(epoch FROM now() - found.second_factor_at)::double precision,
    -- Changes of one city stand in a row: the audit chain gives each its number while all others wait.
    coalesce((
      SELECT e.seq FROM audit_entry e
      WHERE e.city_id = found.city_id AND e.action IN ('insert', 'update', 'delete')
      ORDER BY e.seq DESC LIMIT 1), 0),
    coalesce((SELECT c.count FROM small_change c WHERE c.city_id = found.city_id), 0)
  WHERE found.token_hash IS NOT NULL AND (found.person IS NULL OR (who ->> 'active')::boolean);
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;

-- Everything that has a name is searched in memory now; only what a motion may touch (0003) is searched here.
DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY[
    'organizational_unit', 'team', 'budget_line', 'stage', 'action_field', 'goal', 'project_template', 'prerequisite',
    'partner', 'peer_city', 'scenario', 'source'
  ] LOOP
    EXECUTE format('ALTER TABLE %I DROP COLUMN words', kind);
  END LOOP;
END $$;

-- More that is read often and is no record (0028): who can sign in and was here when, what came from the council
-- information system, and that another city begins. A transaction counts once, however many rows it changes.
CREATE OR REPLACE FUNCTION count_small_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  city text := coalesce(NEW.city_id, OLD.city_id);
  here text := city || ' ' || pg_current_xact_id();
BEGIN
  IF current_setting('fahrplan.counted', true) = here THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('fahrplan.counted', here, true);
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  INSERT INTO small_change AS s (city_id) VALUES (city)
    ON CONFLICT (city_id) DO UPDATE SET count = s.count + 1;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
  RETURN NULL;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['credential', 'passkey', 'session', 'oparl_object', 'oparl_run'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change()', name);
  END LOOP;
END $$;

-- Whether a computation that reads a council information system is under way.
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR UPDATE ON job_progress
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.details ->> 'kind' = 'import')
  EXECUTE FUNCTION count_small_change();

-- The example says whether it stands alone.
CREATE FUNCTION count_new_city() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  INSERT INTO small_change AS s (city_id) SELECT city_id FROM city ORDER BY city_id
    ON CONFLICT (city_id) DO UPDATE SET count = s.count + 1;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION count_new_city FROM PUBLIC;
CREATE CONSTRAINT TRIGGER count_new_city AFTER INSERT ON city
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_new_city();

-- One event of many people at once: the chain takes one writer at a time, and who waits for each other's commits waits long.
CREATE FUNCTION record_events(actors text[], action text, kind text, record_id text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  who text;
BEGIN
  FOREACH who IN ARRAY actors LOOP
    PERFORM set_config('fahrplan.actor', who, true);
    PERFORM record_event(action, kind, record_id);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION record_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_events TO fahrplan_app;
