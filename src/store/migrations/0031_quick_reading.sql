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
