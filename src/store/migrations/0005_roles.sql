-- Finer roles, and the units for which a person of the role `office` speaks.
-- Who could edit everything keeps the programme's and the council office's work.
SELECT set_config('fahrplan.maintenance', 'on', true);
UPDATE session SET roles = array_remove(roles, 'editor') || '{programme,council}' WHERE 'editor' = ANY (roles);
UPDATE sign_in_token SET roles = array_remove(roles, 'editor') || '{programme,council}' WHERE 'editor' = ANY (roles);
SELECT set_config('fahrplan.maintenance', 'off', true);

ALTER TABLE session ADD COLUMN own_units text[] NOT NULL DEFAULT '{}';
ALTER TABLE sign_in_token ADD COLUMN own_units text[] NOT NULL DEFAULT '{}';

DROP FUNCTION find_session;
CREATE FUNCTION find_session(hash bytea) RETURNS TABLE (city text, actor text, roles text[], own_units text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT s.city_id, s.actor, s.roles, s.own_units
    FROM session s WHERE s.token_hash = hash AND s.expires_at > now();
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION find_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_session TO fahrplan_app;

DROP FUNCTION use_sign_in_token;
CREATE FUNCTION use_sign_in_token(hash bytea) RETURNS TABLE (city text, actor text, roles text[], own_units text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY
  WITH used AS (DELETE FROM sign_in_token t WHERE t.token_hash = hash RETURNING t.*)
  SELECT used.city_id, used.actor, used.roles, used.own_units FROM used WHERE used.expires_at > now();
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION use_sign_in_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION use_sign_in_token TO fahrplan_app;
