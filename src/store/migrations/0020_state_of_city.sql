-- Who asks and in which state their city is, in one question: what a server has computed in one state it may send again
-- as long as this number stays, and no other server of the same database can make it send what is old.
DROP FUNCTION find_session(bytea);
CREATE FUNCTION find_session(hash bytea)
RETURNS TABLE (city text, actor text, roles text[], own_units text[], id text, person text,
  second_factor_age double precision, city_state bigint)
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
      ORDER BY e.seq DESC LIMIT 1), 0)
  FROM session s LEFT JOIN person p ON p.city_id = s.city_id AND p.id = s.person
  WHERE s.token_hash = hash AND s.expires_at > now()
    AND (s.person IS NULL OR (p.body ->> 'active')::boolean);
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE ALL ON FUNCTION find_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_session TO fahrplan_app;
