-- People who sign in, how they prove who they are, and links for those who need no account.

-- A person is a record like any other: versioned, audited. What proves the identity stands apart, in tables whose
-- content enters neither the audit chain nor any answer.
CREATE TABLE person (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL DEFAULT 0,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  -- One address, one person, in all cities of the database: it alone says at the sign-in whose account is meant.
  mail     text NOT NULL GENERATED ALWAYS AS (lower(body ->> 'mail')) STORED UNIQUE,
  PRIMARY KEY (city_id, id)
);
SELECT protect_by_city('person');
CREATE TRIGGER next_version BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION next_version();
-- Audited like every record, but without a copy of its content in the history: a person's earlier name and address are
-- nobody's business.
CREATE FUNCTION audit_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM append_audit_entry(OLD.city_id, 'delete', TG_TABLE_NAME, OLD.id, OLD.version, NULL);
  ELSE
    PERFORM append_audit_entry(NEW.city_id, lower(TG_OP), TG_TABLE_NAME, NEW.id, NEW.version, sha256_hex(NEW.body::text));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON person FOR EACH ROW EXECUTE FUNCTION audit_person();
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO fahrplan_app;

CREATE TABLE credential (
  city_id        text NOT NULL,
  id             text NOT NULL,
  -- Argon2id as text with its parameters ($argon2id$v=19$m=…).
  password_hash  text,
  -- The secret of the authenticator app; it counts when it has been confirmed with a first code.
  totp_secret    text,
  totp_confirmed boolean NOT NULL DEFAULT false,
  -- The last period whose code was used: a code works once (RFC 6238 § 5.2).
  totp_last_step bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, id) REFERENCES person (city_id, id) ON DELETE CASCADE
);
SELECT protect_by_city('credential');
GRANT SELECT, INSERT, UPDATE, DELETE ON credential TO fahrplan_app;

CREATE TABLE passkey (
  city_id      text NOT NULL,
  -- The credential id that the authenticator chose, base64url.
  id           text NOT NULL UNIQUE,
  person       text NOT NULL,
  name         text NOT NULL,
  public_key   bytea NOT NULL,
  counter      bigint NOT NULL,
  transports   text[] NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  PRIMARY KEY (city_id, id),
  FOREIGN KEY (city_id, person) REFERENCES person (city_id, id) ON DELETE CASCADE
);
SELECT protect_by_city('passkey');
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey TO fahrplan_app;

CREATE TABLE recovery_code (
  city_id   text NOT NULL,
  person    text NOT NULL,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  PRIMARY KEY (city_id, person, code_hash),
  FOREIGN KEY (city_id, person) REFERENCES person (city_id, id) ON DELETE CASCADE
);
SELECT protect_by_city('recovery_code');
GRANT SELECT, INSERT, DELETE ON recovery_code TO fahrplan_app;

-- A session of a person takes its roles from the person at every request, so that a role that is taken away is gone at
-- once. A session without a person comes from the link on the console.
ALTER TABLE session
  ADD COLUMN id text NOT NULL DEFAULT gen_random_uuid()::text,
  ADD COLUMN person text,
  ADD COLUMN device text NOT NULL DEFAULT '',
  ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN second_factor_at timestamptz,
  ADD FOREIGN KEY (city_id, person) REFERENCES person (city_id, id) ON DELETE CASCADE;
GRANT UPDATE ON session TO fahrplan_app;

DROP FUNCTION find_session;
CREATE FUNCTION find_session(hash bytea) RETURNS TABLE (
    city text, actor text, roles text[], own_units text[], id text, person text, second_factor_age double precision)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  UPDATE session s SET last_seen_at = now()
    WHERE s.token_hash = hash AND s.last_seen_at < now() - interval '5 minutes';
  RETURN QUERY
  SELECT s.city_id, s.actor,
    CASE WHEN p.id IS NULL THEN s.roles ELSE ARRAY(SELECT jsonb_array_elements_text(p.body -> 'roles')) END,
    CASE WHEN p.id IS NULL THEN s.own_units ELSE ARRAY(SELECT jsonb_array_elements_text(p.body -> 'ownUnits')) END,
    s.id, s.person, extract(epoch FROM now() - s.second_factor_at)::double precision
  FROM session s LEFT JOIN person p ON p.city_id = s.city_id AND p.id = s.person
  WHERE s.token_hash = hash AND s.expires_at > now()
    AND (s.person IS NULL OR (p.body ->> 'active')::boolean);
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION find_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_session TO fahrplan_app;

-- At the sign-in nobody knows the city yet.
CREATE FUNCTION find_person(wanted_mail text) RETURNS TABLE (city text, id text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT p.city_id, p.id FROM person p
    WHERE p.mail = lower(wanted_mail) AND (p.body ->> 'active')::boolean;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION find_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_person TO fahrplan_app;

CREATE FUNCTION find_passkey(credential_id text) RETURNS TABLE (city text, id text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT k.city_id, k.person FROM passkey k
    JOIN person p ON p.city_id = k.city_id AND p.id = k.person
    WHERE k.id = credential_id AND (p.body ->> 'active')::boolean;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION find_passkey FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_passkey TO fahrplan_app;

-- Failed sign-ins, counted by the hash of the address that was typed, whether or not it belongs to anybody: the answer
-- must not tell which addresses have an account. Requests reach the two tables below through the functions alone.
CREATE TABLE sign_in_failure (
  subject      bytea PRIMARY KEY CHECK (length(subject) = 32),
  failures     integer NOT NULL,
  locked_until timestamptz,
  last_at      timestamptz NOT NULL DEFAULT now()
);

-- Begins an attempt: it counts as failed until it has succeeded, so that many at once gain nothing. The sixth failure in
-- a row locks for one minute, and each further one twice as long, one hour at most. Returns the seconds to wait; 0 = go.
CREATE FUNCTION begin_sign_in(whose bytea) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  known sign_in_failure;
BEGIN
  INSERT INTO sign_in_failure (subject, failures) VALUES (whose, 0) ON CONFLICT (subject) DO NOTHING;
  SELECT * INTO known FROM sign_in_failure f WHERE f.subject = whose FOR UPDATE;
  IF known.locked_until > now() THEN
    RETURN ceil(extract(epoch FROM known.locked_until - now()));
  END IF;
  UPDATE sign_in_failure f SET failures = known.failures + 1, last_at = now(),
    locked_until = CASE WHEN known.failures >= 5
      THEN now() + least(interval '1 hour', interval '1 minute' * power(2, least(known.failures - 5, 10))) END
    WHERE f.subject = whose;
  RETURN 0;
END $$;
-- Ends an attempt well: wholly, and the slate is clean; or half (right password, code still missing), and only this one
-- attempt does not count.
CREATE FUNCTION end_sign_in(whose bytea, wholly boolean) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sign_in_failure SET failures = CASE WHEN wholly THEN 0 ELSE greatest(0, failures - 1) END, locked_until = NULL
    WHERE subject = whose
$$;

-- What a passkey has to sign: made for one attempt, for five minutes.
CREATE TABLE sign_in_challenge (
  challenge_hash bytea PRIMARY KEY CHECK (length(challenge_hash) = 32),
  purpose        text NOT NULL,
  expires_at     timestamptz NOT NULL DEFAULT now() + interval '5 minutes'
);
CREATE FUNCTION keep_challenge(hash bytea, wanted text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sign_in_challenge (challenge_hash, purpose) VALUES (hash, wanted)
$$;
CREATE FUNCTION use_challenge(hash bytea, wanted text) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH used AS (DELETE FROM sign_in_challenge c WHERE c.challenge_hash = hash RETURNING c.*)
  SELECT EXISTS (SELECT FROM used WHERE used.purpose = wanted AND used.expires_at > now())
$$;

-- Links that need no account: of each only the hash, what it is for, and how long it works.
CREATE TABLE link (
  city_id    text NOT NULL REFERENCES city (city_id),
  id         text NOT NULL DEFAULT gen_random_uuid()::text,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  purpose    text NOT NULL CHECK (purpose <> ''),
  target     text NOT NULL CHECK (target <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX link_by_target ON link (city_id, purpose, target);
SELECT protect_by_city('link');
GRANT SELECT, INSERT, UPDATE, DELETE ON link TO fahrplan_app;

CREATE FUNCTION find_link(hash bytea) RETURNS TABLE (city text, id text, purpose text, target text, state text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT l.city_id, l.id, l.purpose, l.target,
    CASE WHEN l.used_at IS NOT NULL THEN 'used' WHEN l.expires_at <= now() THEN 'expired' ELSE 'open' END
    FROM link l WHERE l.token_hash = hash;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['begin_sign_in', 'end_sign_in', 'keep_challenge', 'use_challenge',
    'find_link'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %I FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %I TO fahrplan_app', name);
  END LOOP;
END $$;

-- Links stay a while after their end, so that whoever opens one late reads why it no longer works.
CREATE OR REPLACE FUNCTION delete_expired() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  DELETE FROM session WHERE expires_at <= now();
  DELETE FROM sign_in_token WHERE expires_at <= now();
  DELETE FROM sign_in_challenge WHERE expires_at <= now();
  DELETE FROM sign_in_failure WHERE last_at < now() - interval '1 day';
  DELETE FROM link WHERE expires_at < now() - interval '90 days';
  DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days';
  DELETE FROM job_progress WHERE updated_at < now() - interval '7 days';
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
