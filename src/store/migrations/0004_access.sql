-- Signing in, repeating a request, following a job.

-- Of sessions and links only the SHA-256 is stored: who reads the database cannot sign in with what stands there.
CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  city_id    text NOT NULL REFERENCES city (city_id),
  actor      text NOT NULL CHECK (actor <> ''),
  roles      text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_by_actor ON session (city_id, actor);
SELECT protect_by_city('session');
GRANT SELECT, INSERT, DELETE ON session TO fahrplan_app;

CREATE TABLE sign_in_token (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  city_id    text NOT NULL REFERENCES city (city_id),
  actor      text NOT NULL CHECK (actor <> ''),
  roles      text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
SELECT protect_by_city('sign_in_token');
GRANT SELECT, INSERT, DELETE ON sign_in_token TO fahrplan_app;

-- A request brings a cookie before anybody knows its city: these two look the hash up across cities.
CREATE FUNCTION find_session(hash bytea) RETURNS TABLE (city text, actor text, roles text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT s.city_id, s.actor, s.roles FROM session s WHERE s.token_hash = hash AND s.expires_at > now();
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION find_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_session TO fahrplan_app;

-- A link works once: it is deleted as it is used, and of two simultaneous uses one finds it gone.
CREATE FUNCTION use_sign_in_token(hash bytea) RETURNS TABLE (city text, actor text, roles text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY
  WITH used AS (DELETE FROM sign_in_token t WHERE t.token_hash = hash RETURNING t.*)
  SELECT used.city_id, used.actor, used.roles FROM used WHERE used.expires_at > now();
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION use_sign_in_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION use_sign_in_token TO fahrplan_app;

-- A request that is sent twice takes effect once: the key is kept with the answer that the first one got.
CREATE TABLE idempotency_key (
  city_id      text NOT NULL REFERENCES city (city_id),
  actor        text NOT NULL,
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  request_hash text NOT NULL,
  response     jsonb,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, actor, key)
);
SELECT protect_by_city('idempotency_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO fahrplan_app;

CREATE TABLE job_progress (
  city_id          text NOT NULL REFERENCES city (city_id),
  id               text NOT NULL,
  state            text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  share            double precision NOT NULL DEFAULT 0 CHECK (share BETWEEN 0 AND 1),
  details          jsonb NOT NULL DEFAULT '{}',
  cancel_requested boolean NOT NULL DEFAULT false,
  updated_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('job_progress');
GRANT SELECT, INSERT, UPDATE, DELETE ON job_progress TO fahrplan_app;

-- Every server hears of every job; the row is read afterwards, under the listener's own rights.
CREATE FUNCTION announce_progress() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('fahrplan_job', json_build_object('city', NEW.city_id, 'id', NEW.id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_progress AFTER INSERT OR UPDATE ON job_progress
  FOR EACH ROW EXECUTE FUNCTION announce_progress();

-- Puts a job into the queue within the caller's transaction. Runs as the owner, because the queue's tables belong to
-- the owner alone; city and actor come from the transaction and not from the caller's words.
CREATE FUNCTION enqueue_job(task text, payload jsonb, queue text, job_key text, max_attempts integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  city text := current_setting('fahrplan.city', true);
  actor text := current_setting('fahrplan.actor', true);
  job_id text;
BEGIN
  IF coalesce(city, '') = '' OR coalesce(actor, '') = '' THEN
    RAISE EXCEPTION 'a job needs a city and an actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT j.id::text INTO job_id FROM graphile_worker.add_job(
    identifier => task,
    payload => (payload || jsonb_build_object('city', city, 'actor', actor))::json,
    queue_name => queue,
    job_key => job_key,
    max_attempts => max_attempts::smallint) j;
  RETURN job_id;
END $$;
REVOKE EXECUTE ON FUNCTION enqueue_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job TO fahrplan_app;

-- What has had its time: sessions and links at their end, keys and progress after a week.
CREATE FUNCTION delete_expired() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  DELETE FROM session WHERE expires_at <= now();
  DELETE FROM sign_in_token WHERE expires_at <= now();
  DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days';
  DELETE FROM job_progress WHERE updated_at < now() - interval '7 days';
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION delete_expired FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delete_expired TO fahrplan_app;
