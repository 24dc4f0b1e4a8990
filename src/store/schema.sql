-- What the migrations make. Written by `npm run schema`; a test compares it with the live database.

CREATE EXTENSION fuzzystrmatch;
CREATE EXTENSION pg_trgm;
CREATE OR REPLACE FUNCTION public.announce_progress()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('fahrplan_job', json_build_object('city', NEW.city_id, 'id', NEW.id)::text);
  RETURN NULL;
END $function$
;
GRANT EXECUTE ON FUNCTION announce_progress TO PUBLIC;

CREATE OR REPLACE FUNCTION public.append_audit_entry(city text, action text, kind text, record_id text, version integer, content_hash text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
DECLARE
  actor text := current_setting('fahrplan.actor', true);
  entry record;
  next_seq bigint;
  previous text;
  at_time timestamptz;
  canonical text;
BEGIN
  IF coalesce(actor, '') = '' THEN
    RAISE EXCEPTION 'a change needs an actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('fahrplan.audit.' || city, 0));
  SELECT e.seq, e.hash INTO entry FROM audit_entry e WHERE e.city_id = city ORDER BY e.seq DESC LIMIT 1;
  next_seq := coalesce(entry.seq, 0) + 1;
  previous := coalesce(entry.hash, repeat('0', 64));
  at_time := clock_timestamp();
  canonical := format(
    '{"action":%s,"actor":%s,"at":%s,"city":%s,"contentHash":%s,"id":%s,"kind":%s,"previousHash":%s,"seq":%s,"version":%s}',
    to_json(action), to_json(actor), to_json(to_char(at_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
    to_json(city), coalesce(to_json(content_hash), 'null'), to_json(record_id), to_json(kind), to_json(previous),
    next_seq, coalesce(version::text, 'null'));
  INSERT INTO audit_entry
  VALUES (city, next_seq, at_time, actor, action, kind, record_id, version, content_hash, previous, sha256_hex(canonical));
END $function$
;

CREATE OR REPLACE FUNCTION public.audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM append_audit_entry(OLD.city_id, 'delete', TG_TABLE_NAME, OLD.id, OLD.version, NULL);
    RETURN NULL;
  END IF;
  PERFORM append_audit_entry(NEW.city_id, lower(TG_OP), TG_TABLE_NAME, NEW.id, NEW.version, sha256_hex(NEW.body::text));
  IF TG_TABLE_NAME <> 'plan_run' AND NOT (TG_TABLE_NAME = 'plan_version' AND NEW.body ->> 'status' = 'working') THEN
    INSERT INTO record_content
    SELECT e.city_id, e.seq, e.kind, e.record_id, NEW.body FROM audit_entry e
    WHERE e.city_id = NEW.city_id ORDER BY e.seq DESC LIMIT 1; -- the entry just written: the chain is still held
  END IF;
  RETURN NULL;
END $function$
;
GRANT EXECUTE ON FUNCTION audit_change TO PUBLIC;

CREATE OR REPLACE FUNCTION public.audit_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM append_audit_entry(OLD.city_id, 'delete', TG_TABLE_NAME, OLD.id, OLD.version, NULL);
  ELSE
    PERFORM append_audit_entry(NEW.city_id, lower(TG_OP), TG_TABLE_NAME, NEW.id, NEW.version, sha256_hex(NEW.body::text));
  END IF;
  RETURN NULL;
END $function$
;
GRANT EXECUTE ON FUNCTION audit_person TO PUBLIC;

CREATE OR REPLACE FUNCTION public.begin_sign_in(whose bytea)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$
;
GRANT EXECUTE ON FUNCTION begin_sign_in TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.count_new_city()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  INSERT INTO small_change AS s (city_id) SELECT city_id FROM city ORDER BY city_id
    ON CONFLICT (city_id) DO UPDATE SET count = s.count + 1;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.count_small_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION public.delete_expired()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  DELETE FROM session WHERE expires_at <= now();
  DELETE FROM sign_in_token WHERE expires_at <= now();
  DELETE FROM sign_in_challenge WHERE expires_at <= now();
  DELETE FROM sign_in_failure WHERE last_at < now() - interval '1 day';
  DELETE FROM link WHERE expires_at < now() - interval '90 days';
  DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days';
  DELETE FROM job_progress WHERE updated_at < now() - interval '7 days';
  DELETE FROM notification WHERE read_at < now() - interval '90 days' OR at < now() - interval '1 year';
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $function$
;
GRANT EXECUTE ON FUNCTION delete_expired TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.end_sign_in(whose bytea, wholly boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  UPDATE sign_in_failure SET failures = CASE WHEN wholly THEN 0 ELSE greatest(0, failures - 1) END, locked_until = NULL
    WHERE subject = whose
$function$
;
GRANT EXECUTE ON FUNCTION end_sign_in TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload jsonb, queue text, job_key text, max_attempts integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$
;
GRANT EXECUTE ON FUNCTION enqueue_job TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.find_calendar_feed(hash bytea)
 RETURNS TABLE(city text, actor text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT f.city_id, f.actor FROM calendar_feed f WHERE f.token_hash = hash;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $function$
;
GRANT EXECUTE ON FUNCTION find_calendar_feed TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.find_link(hash bytea)
 RETURNS TABLE(city text, id text, purpose text, target text, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT l.city_id, l.id, l.purpose, l.target,
    CASE WHEN l.used_at IS NOT NULL THEN 'used' WHEN l.expires_at <= now() THEN 'expired' ELSE 'open' END
    FROM link l WHERE l.token_hash = hash;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $function$
;
GRANT EXECUTE ON FUNCTION find_link TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.find_passkey(credential_id text)
 RETURNS TABLE(city text, id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT k.city_id, k.person FROM passkey k
    JOIN person p ON p.city_id = k.city_id AND p.id = k.person
    WHERE k.id = credential_id AND (p.body ->> 'active')::boolean;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $function$
;
GRANT EXECUTE ON FUNCTION find_passkey TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.find_person(wanted_mail text)
 RETURNS TABLE(city text, id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT p.city_id, p.id FROM person p
    WHERE p.mail = lower(wanted_mail) AND (p.body ->> 'active')::boolean;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $function$
;
GRANT EXECUTE ON FUNCTION find_person TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.find_session(hash bytea)
 RETURNS TABLE(city text, actor text, roles text[], own_units text[], id text, person text, second_factor_age double precision, city_state bigint, small_changes bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
AS $function$
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
END $function$
;
GRANT EXECUTE ON FUNCTION find_session TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.first_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
BEGIN
  NEW.version := 1 + coalesce((
    SELECT e.version FROM audit_entry e
    WHERE e.city_id = NEW.city_id AND e.kind = TG_TABLE_NAME AND e.record_id = NEW.id AND e.action = 'delete'
    ORDER BY e.seq DESC LIMIT 1), 0);
  RETURN NEW;
END $function$
;
GRANT EXECUTE ON FUNCTION first_version TO PUBLIC;

CREATE OR REPLACE FUNCTION public.keep_challenge(hash bytea, wanted text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  INSERT INTO sign_in_challenge (challenge_hash, purpose) VALUES (hash, wanted)
$function$
;
GRANT EXECUTE ON FUNCTION keep_challenge TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.list_cities()
 RETURNS TABLE(id text, name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT c.city_id, c.body -> 'city' ->> 'name' FROM city c ORDER BY c.city_id;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $function$
;
GRANT EXECUTE ON FUNCTION list_cities TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.next_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $function$
;
GRANT EXECUTE ON FUNCTION next_version TO PUBLIC;

CREATE OR REPLACE FUNCTION public.notify_watchers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO notification (city_id, recipient, reason, kind, record, by, at)
  SELECT w.city_id, w.actor, 'change', w.kind, w.record, NEW.actor, NEW.at FROM watch w
  WHERE w.city_id = NEW.city_id AND w.kind = NEW.kind AND w.record = NEW.record_id AND w.actor <> NEW.actor
  ON CONFLICT (city_id, recipient, kind, record) WHERE reason = 'change' AND read_at IS NULL
    DO UPDATE SET by = excluded.by, at = excluded.at;
  RETURN NULL;
END $function$
;
GRANT EXECUTE ON FUNCTION notify_watchers TO PUBLIC;

CREATE OR REPLACE FUNCTION public.protect_by_city(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format($p$CREATE POLICY own_city ON %s
    USING (city_id = current_setting('fahrplan.city', true))$p$, target);
  EXECUTE format($p$CREATE POLICY maintenance ON %s TO CURRENT_ROLE
    USING (current_setting('fahrplan.maintenance', true) = 'on')$p$, target);
END $function$
;

CREATE OR REPLACE FUNCTION public.record_event(action text, kind text, record_id text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF action IN ('insert', 'update', 'delete') THEN
    RAISE EXCEPTION 'the action % is written by changes only', action USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM append_audit_entry(current_setting('fahrplan.city', true), action, kind, record_id, NULL, NULL);
END $function$
;
GRANT EXECUTE ON FUNCTION record_event TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.record_events(actors text[], action text, kind text, record_id text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  who text;
BEGIN
  FOREACH who IN ARRAY actors LOOP
    PERFORM set_config('fahrplan.actor', who, true);
    PERFORM record_event(action, kind, record_id);
  END LOOP;
END $function$
;
GRANT EXECUTE ON FUNCTION record_events TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% may not be changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $function$
;
GRANT EXECUTE ON FUNCTION refuse_change TO PUBLIC;

CREATE OR REPLACE FUNCTION public.sha256_hex(content text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
  SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex')
$function$
;
GRANT EXECUTE ON FUNCTION sha256_hex TO PUBLIC;

CREATE OR REPLACE FUNCTION public.texts_of(body jsonb, VARIADIC keys text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
  SELECT coalesce(string_agg(part #>> '{}', ' '), '')
  FROM unnest(keys) AS key,
    jsonb_path_query(body -> key, 'strict $.** ? (@.type() == "string")') AS part
$function$
;
GRANT EXECUTE ON FUNCTION texts_of TO PUBLIC;

CREATE OR REPLACE FUNCTION public.use_challenge(hash bytea, wanted text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH used AS (DELETE FROM sign_in_challenge c WHERE c.challenge_hash = hash RETURNING c.*)
  SELECT EXISTS (SELECT FROM used WHERE used.purpose = wanted AND used.expires_at > now())
$function$
;
GRANT EXECUTE ON FUNCTION use_challenge TO fahrplan_app;

CREATE OR REPLACE FUNCTION public.use_sign_in_token(hash bytea)
 RETURNS TABLE(city text, actor text, roles text[], own_units text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY
  WITH used AS (DELETE FROM sign_in_token t WHERE t.token_hash = hash RETURNING t.*)
  SELECT used.city_id, used.actor, used.roles, used.own_units FROM used WHERE used.expires_at > now();
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $function$
;
GRANT EXECUTE ON FUNCTION use_sign_in_token TO fahrplan_app;

CREATE TABLE action_field (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT action_field_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT action_field_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT action_field_id_check CHECK ((id <> ''::text)),
  CONSTRAINT action_field_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE action_field ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_field FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON action_field TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON action_field TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.action_field FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.action_field FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.action_field FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON action_field TO fahrplan_app;

CREATE TABLE alternative (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT alternative_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT alternative_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT alternative_id_check CHECK ((id <> ''::text)),
  CONSTRAINT alternative_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE alternative ENABLE ROW LEVEL SECURITY;
ALTER TABLE alternative FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON alternative TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON alternative TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.alternative FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.alternative FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.alternative FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON alternative TO fahrplan_app;

CREATE TABLE audit_entry (
  city_id text NOT NULL,
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  kind text NOT NULL,
  record_id text NOT NULL,
  version integer,
  content_hash text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_entry_action_check CHECK ((action <> ''::text)),
  CONSTRAINT audit_entry_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT audit_entry_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT audit_entry_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT audit_entry_pkey PRIMARY KEY (city_id, seq),
  CONSTRAINT audit_entry_previous_hash_check CHECK ((previous_hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT audit_entry_seq_check CHECK ((seq > 0)),
  CONSTRAINT count_access TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX audit_entry_by_record ON public.audit_entry USING btree (city_id, kind, record_id, seq);
CREATE INDEX audit_entry_of_change ON public.audit_entry USING btree (city_id, seq) WHERE (action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text]));
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON audit_entry TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON audit_entry TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_access AFTER INSERT ON public.audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.kind = 'person'::text) AND (new.action = ANY (ARRAY['reopenAccess'::text, 'confirmAccess'::text])))) EXECUTE FUNCTION count_small_change();
CREATE TRIGGER notify_watchers AFTER INSERT ON public.audit_entry FOR EACH ROW WHEN (((new.action = ANY (ARRAY['update'::text, 'delete'::text])) AND (new.kind = ANY (ARRAY['project'::text, 'obligation'::text, 'paper'::text, 'need'::text])))) EXECUTE FUNCTION notify_watchers();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON audit_entry TO fahrplan_app;

CREATE TABLE booking (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT booking_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT booking_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT booking_id_check CHECK ((id <> ''::text)),
  CONSTRAINT booking_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON booking TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON booking TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.booking FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.booking FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.booking FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON booking TO fahrplan_app;

CREATE TABLE budget_line (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT budget_line_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT budget_line_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT budget_line_id_check CHECK ((id <> ''::text)),
  CONSTRAINT budget_line_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE budget_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE budget_line FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON budget_line TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON budget_line TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.budget_line FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.budget_line FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.budget_line FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON budget_line TO fahrplan_app;

CREATE TABLE calendar_feed (
  city_id text NOT NULL,
  actor text NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT calendar_feed_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT calendar_feed_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (city_id, actor),
  CONSTRAINT calendar_feed_token_hash_check CHECK ((length(token_hash) = 32)),
  CONSTRAINT calendar_feed_token_hash_key UNIQUE (token_hash)
);
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON calendar_feed TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON calendar_feed TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_feed TO fahrplan_app;

CREATE TABLE city (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL DEFAULT 0,
  body jsonb NOT NULL,
  CONSTRAINT city_body_check CHECK ((jsonb_typeof(body) = 'object'::text)),
  CONSTRAINT city_check CHECK ((id = city_id)),
  CONSTRAINT city_city_id_check CHECK ((city_id <> ''::text)),
  CONSTRAINT city_pkey PRIMARY KEY (city_id),
  CONSTRAINT count_new_city TRIGGER DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE city ENABLE ROW LEVEL SECURITY;
ALTER TABLE city FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON city TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON city TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.city FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE CONSTRAINT TRIGGER count_new_city AFTER INSERT ON public.city DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_new_city();
CREATE TRIGGER first_version BEFORE INSERT ON public.city FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.city FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON city TO fahrplan_app;

CREATE TABLE comment (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL DEFAULT 0,
  body jsonb NOT NULL,
  kind text NOT NULL GENERATED ALWAYS AS ((body ->> 'kind'::text)) STORED,
  record text NOT NULL GENERATED ALWAYS AS ((body ->> 'record'::text)) STORED,
  CONSTRAINT comment_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT comment_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT comment_id_check CHECK ((id <> ''::text)),
  CONSTRAINT comment_pkey PRIMARY KEY (city_id, id)
);
CREATE INDEX comment_by_record ON public.comment USING btree (city_id, kind, record);
ALTER TABLE comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE comment FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON comment TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON comment TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.comment FOR EACH ROW EXECUTE FUNCTION audit_person();
GRANT DELETE, INSERT, SELECT ON comment TO fahrplan_app;

CREATE TABLE commitment (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ("left"((body ->> 'text'::text), 300)) STORED,
  words tsvector NOT NULL GENERATED ALWAYS AS ((setweight(to_tsvector('german'::regconfig, "left"((body ->> 'text'::text), 300)), 'A'::"char") || setweight(to_tsvector('german'::regconfig, texts_of(body, VARIADIC ARRAY['text'::text])), 'B'::"char"))) STORED,
  CONSTRAINT commitment_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT commitment_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT commitment_id_check CHECK ((id <> ''::text)),
  CONSTRAINT commitment_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE commitment ENABLE ROW LEVEL SECURITY;
ALTER TABLE commitment FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON commitment TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON commitment TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.commitment FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON commitment TO fahrplan_app;

CREATE TABLE confirmation (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL DEFAULT 0,
  body jsonb NOT NULL,
  CONSTRAINT confirmation_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT confirmation_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT confirmation_id_check CHECK ((id <> ''::text)),
  CONSTRAINT confirmation_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE confirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE confirmation FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON confirmation TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON confirmation TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.confirmation FOR EACH ROW EXECUTE FUNCTION audit_person();
CREATE TRIGGER next_version BEFORE UPDATE ON public.confirmation FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON confirmation TO fahrplan_app;

CREATE TABLE council_settings (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT council_settings_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT council_settings_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT council_settings_id_check CHECK ((id <> ''::text)),
  CONSTRAINT council_settings_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE council_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE council_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON council_settings TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON council_settings TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.council_settings FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.council_settings FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.council_settings FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON council_settings TO fahrplan_app;

CREATE TABLE credential (
  city_id text NOT NULL,
  id text NOT NULL,
  password_hash text,
  totp_secret text,
  totp_confirmed boolean NOT NULL DEFAULT false,
  totp_last_step bigint NOT NULL DEFAULT 0,
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT credential_city_id_id_fkey FOREIGN KEY (city_id, id) REFERENCES person(city_id, id) ON DELETE CASCADE,
  CONSTRAINT credential_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE credential FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON credential TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON credential TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.credential DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON credential TO fahrplan_app;

CREATE TABLE delegation (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT delegation_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT delegation_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT delegation_id_check CHECK ((id <> ''::text)),
  CONSTRAINT delegation_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE delegation ENABLE ROW LEVEL SECURITY;
ALTER TABLE delegation FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON delegation TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON delegation TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER next_version BEFORE UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON delegation TO fahrplan_app;

CREATE TABLE goal (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT goal_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT goal_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT goal_id_check CHECK ((id <> ''::text)),
  CONSTRAINT goal_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE goal FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON goal TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON goal TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.goal FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON goal TO fahrplan_app;

CREATE TABLE idempotency_key (
  city_id text NOT NULL,
  actor text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  response jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_key_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT idempotency_key_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (city_id, actor, key)
);
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON idempotency_key TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON idempotency_key TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency_key TO fahrplan_app;

CREATE TABLE import_mapping (
  city_id text NOT NULL,
  headings text NOT NULL,
  mapping jsonb NOT NULL,
  CONSTRAINT import_mapping_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT import_mapping_headings_check CHECK ((headings <> ''::text)),
  CONSTRAINT import_mapping_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text)),
  CONSTRAINT import_mapping_pkey PRIMARY KEY (city_id, headings)
);
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON import_mapping TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON import_mapping TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT INSERT, SELECT, UPDATE ON import_mapping TO fahrplan_app;

CREATE TABLE interview (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT interview_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT interview_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT interview_id_check CHECK ((id <> ''::text)),
  CONSTRAINT interview_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE interview ENABLE ROW LEVEL SECURITY;
ALTER TABLE interview FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON interview TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON interview TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.interview FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.interview FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.interview FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON interview TO fahrplan_app;

CREATE TABLE interview_guide (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT interview_guide_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT interview_guide_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT interview_guide_id_check CHECK ((id <> ''::text)),
  CONSTRAINT interview_guide_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE interview_guide ENABLE ROW LEVEL SECURITY;
ALTER TABLE interview_guide FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON interview_guide TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON interview_guide TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.interview_guide FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.interview_guide FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.interview_guide FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON interview_guide TO fahrplan_app;

CREATE TABLE job_progress (
  city_id text NOT NULL,
  id text NOT NULL,
  state text NOT NULL,
  share double precision NOT NULL DEFAULT 0,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  cancel_requested boolean NOT NULL DEFAULT false,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT job_progress_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT job_progress_pkey PRIMARY KEY (city_id, id),
  CONSTRAINT job_progress_share_check CHECK (((share >= (0)::double precision) AND (share <= (1)::double precision))),
  CONSTRAINT job_progress_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
ALTER TABLE job_progress ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_progress FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON job_progress TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON job_progress TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER announce_progress AFTER INSERT OR UPDATE ON public.job_progress FOR EACH ROW EXECUTE FUNCTION announce_progress();
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR UPDATE ON public.job_progress DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.details ->> 'kind'::text) = 'import'::text)) EXECUTE FUNCTION count_small_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON job_progress TO fahrplan_app;

CREATE TABLE letterhead (
  city_id text NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT letterhead_check CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  CONSTRAINT letterhead_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT letterhead_content_check CHECK (((length(content) >= 1) AND (length(content) <= 4194304))),
  CONSTRAINT letterhead_pkey PRIMARY KEY (city_id, sha256)
);
ALTER TABLE letterhead ENABLE ROW LEVEL SECURITY;
ALTER TABLE letterhead FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON letterhead TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON letterhead TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.letterhead FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON letterhead TO fahrplan_app;

CREATE TABLE link (
  city_id text NOT NULL,
  id text NOT NULL DEFAULT (gen_random_uuid())::text,
  token_hash bytea NOT NULL,
  purpose text NOT NULL,
  target text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT link_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT link_pkey PRIMARY KEY (city_id, id),
  CONSTRAINT link_purpose_check CHECK ((purpose <> ''::text)),
  CONSTRAINT link_target_check CHECK ((target <> ''::text)),
  CONSTRAINT link_token_hash_check CHECK ((length(token_hash) = 32)),
  CONSTRAINT link_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX link_by_target ON public.link USING btree (city_id, purpose, target);
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
ALTER TABLE link FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON link TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON link TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.link DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON link TO fahrplan_app;

CREATE TABLE meeting (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT meeting_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT meeting_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT meeting_id_check CHECK ((id <> ''::text)),
  CONSTRAINT meeting_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON meeting TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON meeting TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.meeting FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON meeting TO fahrplan_app;

CREATE TABLE migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

CREATE TABLE need (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  words tsvector NOT NULL GENERATED ALWAYS AS ((setweight(to_tsvector('german'::regconfig, (body ->> 'name'::text)), 'A'::"char") || setweight(to_tsvector('german'::regconfig, texts_of(body, VARIADIC ARRAY['description'::text])), 'B'::"char"))) STORED,
  CONSTRAINT need_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT need_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT need_id_check CHECK ((id <> ''::text)),
  CONSTRAINT need_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE need ENABLE ROW LEVEL SECURITY;
ALTER TABLE need FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON need TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON need TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.need FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.need FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.need FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON need TO fahrplan_app;

CREATE TABLE notification (
  city_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  recipient text NOT NULL,
  reason text NOT NULL,
  kind text NOT NULL,
  record text NOT NULL,
  by text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT notification_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT notification_pkey PRIMARY KEY (city_id, id),
  CONSTRAINT notification_reason_check CHECK ((reason = ANY (ARRAY['mention'::text, 'comment'::text, 'change'::text]))),
  CONSTRAINT notification_recipient_check CHECK ((recipient <> ''::text))
);
CREATE INDEX notification_by_recipient ON public.notification USING btree (city_id, recipient, at DESC);
CREATE UNIQUE INDEX notification_of_change ON public.notification USING btree (city_id, recipient, kind, record) WHERE ((reason = 'change'::text) AND (read_at IS NULL));
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON notification TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON notification TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.notification DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT INSERT, SELECT, UPDATE ON notification TO fahrplan_app;

CREATE TABLE obligation (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  words tsvector NOT NULL GENERATED ALWAYS AS ((setweight(to_tsvector('german'::regconfig, (body ->> 'name'::text)), 'A'::"char") || setweight(to_tsvector('german'::regconfig, texts_of(body, VARIADIC ARRAY['law'::text, 'lawTitle'::text, 'duty'::text])), 'B'::"char"))) STORED,
  CONSTRAINT obligation_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT obligation_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT obligation_id_check CHECK ((id <> ''::text)),
  CONSTRAINT obligation_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE obligation ENABLE ROW LEVEL SECURITY;
ALTER TABLE obligation FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON obligation TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON obligation TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.obligation FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.obligation FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.obligation FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON obligation TO fahrplan_app;

CREATE TABLE oparl_object (
  city_id text NOT NULL,
  id text NOT NULL,
  address text NOT NULL,
  kind text NOT NULL,
  body jsonb NOT NULL,
  gone boolean NOT NULL DEFAULT false,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT oparl_object_check CHECK ((((body ->> 'address'::text) = address) AND ((body ->> 'kind'::text) = kind))),
  CONSTRAINT oparl_object_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT oparl_object_id_check CHECK ((id <> ''::text)),
  CONSTRAINT oparl_object_kind_check CHECK ((kind = ANY (ARRAY['organization'::text, 'paper'::text, 'consultation'::text, 'meeting'::text, 'agendaItem'::text, 'file'::text]))),
  CONSTRAINT oparl_object_pkey PRIMARY KEY (city_id, id)
);
CREATE INDEX oparl_object_by_kind ON public.oparl_object USING btree (city_id, kind, changed_at DESC, id);
CREATE INDEX oparl_object_by_paper ON public.oparl_object USING btree (city_id, ((body ->> 'paper'::text))) WHERE (kind = 'consultation'::text);
ALTER TABLE oparl_object ENABLE ROW LEVEL SECURITY;
ALTER TABLE oparl_object FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON oparl_object TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON oparl_object TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.oparl_object DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON oparl_object TO fahrplan_app;

CREATE TABLE oparl_run (
  city_id text NOT NULL,
  id text NOT NULL,
  address text NOT NULL,
  started_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  body jsonb NOT NULL,
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT oparl_run_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT oparl_run_id_check CHECK ((id <> ''::text)),
  CONSTRAINT oparl_run_pkey PRIMARY KEY (city_id, id)
);
CREATE INDEX oparl_run_by_time ON public.oparl_run USING btree (city_id, started_at DESC);
ALTER TABLE oparl_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE oparl_run FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON oparl_run TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON oparl_run TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.oparl_run DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON oparl_run TO fahrplan_app;

CREATE TABLE organization (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT organization_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT organization_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT organization_id_check CHECK ((id <> ''::text)),
  CONSTRAINT organization_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON organization TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON organization TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.organization FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER next_version BEFORE UPDATE ON public.organization FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON organization TO fahrplan_app;

CREATE TABLE organizational_unit (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS (COALESCE((body #>> '{names,-1,name}'::text[]), (body ->> 'id'::text))) STORED,
  CONSTRAINT organizational_unit_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT organizational_unit_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT organizational_unit_id_check CHECK ((id <> ''::text)),
  CONSTRAINT organizational_unit_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE organizational_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizational_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON organizational_unit TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON organizational_unit TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.organizational_unit FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.organizational_unit FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.organizational_unit FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON organizational_unit TO fahrplan_app;

CREATE TABLE paper (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  words tsvector NOT NULL GENERATED ALWAYS AS ((setweight(to_tsvector('german'::regconfig, (body ->> 'name'::text)), 'A'::"char") || setweight(to_tsvector('german'::regconfig, texts_of(body, VARIADIC ARRAY['reference'::text, 'spellings'::text, 'versions'::text])), 'B'::"char"))) STORED,
  CONSTRAINT paper_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT paper_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT paper_id_check CHECK ((id <> ''::text)),
  CONSTRAINT paper_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON paper TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON paper TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.paper FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.paper FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.paper FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON paper TO fahrplan_app;

CREATE TABLE partner (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT partner_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT partner_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT partner_id_check CHECK ((id <> ''::text)),
  CONSTRAINT partner_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON partner TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON partner TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.partner FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.partner FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.partner FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON partner TO fahrplan_app;

CREATE TABLE passkey (
  city_id text NOT NULL,
  id text NOT NULL,
  person text NOT NULL,
  name text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_used_at timestamp with time zone,
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT passkey_city_id_person_fkey FOREIGN KEY (city_id, person) REFERENCES person(city_id, id) ON DELETE CASCADE,
  CONSTRAINT passkey_id_key UNIQUE (id),
  CONSTRAINT passkey_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkey FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON passkey TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON passkey TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.passkey DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON passkey TO fahrplan_app;

CREATE TABLE peer_city (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT peer_city_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT peer_city_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT peer_city_id_check CHECK ((id <> ''::text)),
  CONSTRAINT peer_city_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE peer_city ENABLE ROW LEVEL SECURITY;
ALTER TABLE peer_city FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON peer_city TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON peer_city TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.peer_city FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.peer_city FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.peer_city FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON peer_city TO fahrplan_app;

CREATE TABLE person (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL DEFAULT 0,
  body jsonb NOT NULL,
  mail text NOT NULL GENERATED ALWAYS AS (lower((body ->> 'mail'::text))) STORED,
  CONSTRAINT person_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT person_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT person_id_check CHECK ((id <> ''::text)),
  CONSTRAINT person_mail_key UNIQUE (mail),
  CONSTRAINT person_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON person TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON person TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION audit_person();
CREATE TRIGGER next_version BEFORE UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON person TO fahrplan_app;

CREATE TABLE plan_run (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  inputs_hash text NOT NULL GENERATED ALWAYS AS ((body ->> 'inputsHash'::text)) STORED,
  engine_version text NOT NULL GENERATED ALWAYS AS ((body ->> 'engineVersion'::text)) STORED,
  seed bigint NOT NULL GENERATED ALWAYS AS (((body ->> 'seed'::text))::bigint) STORED,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT plan_run_body_check CHECK (((body ? 'question'::text) AND (body ? 'result'::text))),
  CONSTRAINT plan_run_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT plan_run_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT plan_run_id_check CHECK ((id <> ''::text)),
  CONSTRAINT plan_run_pkey PRIMARY KEY (city_id, id)
);
CREATE INDEX plan_run_by_inputs ON public.plan_run USING btree (city_id, inputs_hash);
ALTER TABLE plan_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_run FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON plan_run TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON plan_run TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.plan_run FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.plan_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON plan_run TO fahrplan_app;

CREATE TABLE plan_version (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT plan_version_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT plan_version_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT plan_version_id_check CHECK ((id <> ''::text)),
  CONSTRAINT plan_version_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE plan_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_version FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON plan_version TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON plan_version TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.plan_version FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON plan_version TO fahrplan_app;

CREATE TABLE preference (
  city_id text NOT NULL,
  actor text NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT preference_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT preference_body_check CHECK ((jsonb_typeof(body) = 'object'::text)),
  CONSTRAINT preference_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT preference_pkey PRIMARY KEY (city_id, actor)
);
ALTER TABLE preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE preference FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON preference TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON preference TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.preference DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT INSERT, SELECT, UPDATE ON preference TO fahrplan_app;

CREATE TABLE prerequisite (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT prerequisite_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT prerequisite_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT prerequisite_id_check CHECK ((id <> ''::text)),
  CONSTRAINT prerequisite_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE prerequisite ENABLE ROW LEVEL SECURITY;
ALTER TABLE prerequisite FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON prerequisite TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON prerequisite TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.prerequisite FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.prerequisite FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.prerequisite FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON prerequisite TO fahrplan_app;

CREATE TABLE project (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  words tsvector NOT NULL GENERATED ALWAYS AS ((setweight(to_tsvector('german'::regconfig, (body ->> 'name'::text)), 'A'::"char") || setweight(to_tsvector('german'::regconfig, texts_of(body, VARIADIC ARRAY['shortName'::text, 'purpose'::text, 'benefit'::text])), 'B'::"char"))) STORED,
  CONSTRAINT project_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT project_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT project_id_check CHECK ((id <> ''::text)),
  CONSTRAINT project_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE project ENABLE ROW LEVEL SECURITY;
ALTER TABLE project FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON project TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON project TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.project FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.project FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.project FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON project TO fahrplan_app;

CREATE TABLE project_template (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT project_template_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT project_template_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT project_template_id_check CHECK ((id <> ''::text)),
  CONSTRAINT project_template_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE project_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_template FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON project_template TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON project_template TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.project_template FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.project_template FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.project_template FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON project_template TO fahrplan_app;

CREATE TABLE record_content (
  city_id text NOT NULL,
  seq bigint NOT NULL,
  kind text NOT NULL,
  record_id text NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT record_content_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT record_content_pkey PRIMARY KEY (city_id, seq)
);
ALTER TABLE record_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_content FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON record_content TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON record_content TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER refuse_change BEFORE UPDATE ON public.record_content FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON record_content TO fahrplan_app;

CREATE TABLE recovery_code (
  city_id text NOT NULL,
  person text NOT NULL,
  code_hash bytea NOT NULL,
  CONSTRAINT recovery_code_city_id_person_fkey FOREIGN KEY (city_id, person) REFERENCES person(city_id, id) ON DELETE CASCADE,
  CONSTRAINT recovery_code_code_hash_check CHECK ((length(code_hash) = 32)),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (city_id, person, code_hash)
);
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON recovery_code TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON recovery_code TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT DELETE, INSERT, SELECT ON recovery_code TO fahrplan_app;

CREATE TABLE release_file (
  city_id text NOT NULL,
  release_id text NOT NULL,
  format text NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT release_file_check CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  CONSTRAINT release_file_city_id_release_id_fkey FOREIGN KEY (city_id, release_id) REFERENCES statement_release(city_id, id),
  CONSTRAINT release_file_content_check CHECK ((length(content) > 0)),
  CONSTRAINT release_file_format_check CHECK ((format = ANY (ARRAY['docx'::text, 'pdf'::text, 'html'::text, 'agenda'::text]))),
  CONSTRAINT release_file_pkey PRIMARY KEY (city_id, release_id, format)
);
ALTER TABLE release_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_file FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON release_file TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON release_file TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.release_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON release_file TO fahrplan_app;

CREATE TABLE resolution (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT resolution_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT resolution_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT resolution_id_check CHECK ((id <> ''::text)),
  CONSTRAINT resolution_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE resolution ENABLE ROW LEVEL SECURITY;
ALTER TABLE resolution FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON resolution TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON resolution TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.resolution FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER next_version BEFORE UPDATE ON public.resolution FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON resolution TO fahrplan_app;

CREATE TABLE saved_view (
  city_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  page text NOT NULL,
  owner text NOT NULL,
  name text NOT NULL,
  shared boolean NOT NULL,
  search jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT saved_view_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CONSTRAINT saved_view_owner_check CHECK ((owner <> ''::text)),
  CONSTRAINT saved_view_page_check CHECK ((page <> ''::text)),
  CONSTRAINT saved_view_pkey PRIMARY KEY (city_id, id),
  CONSTRAINT saved_view_search_check CHECK ((jsonb_typeof(search) = 'object'::text))
);
CREATE INDEX saved_view_by_page ON public.saved_view USING btree (city_id, page);
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON saved_view TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON saved_view TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT DELETE, INSERT, SELECT ON saved_view TO fahrplan_app;

CREATE TABLE scenario (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT scenario_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT scenario_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT scenario_id_check CHECK ((id <> ''::text)),
  CONSTRAINT scenario_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE scenario ENABLE ROW LEVEL SECURITY;
ALTER TABLE scenario FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON scenario TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON scenario TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.scenario FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.scenario FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.scenario FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON scenario TO fahrplan_app;

CREATE TABLE service_bundle (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT service_bundle_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT service_bundle_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT service_bundle_id_check CHECK ((id <> ''::text)),
  CONSTRAINT service_bundle_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE service_bundle ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_bundle FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON service_bundle TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON service_bundle TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.service_bundle FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.service_bundle FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.service_bundle FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON service_bundle TO fahrplan_app;

CREATE TABLE session (
  token_hash bytea NOT NULL,
  city_id text NOT NULL,
  actor text NOT NULL,
  roles text[] NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  own_units text[] NOT NULL DEFAULT '{}'::text[],
  id text NOT NULL DEFAULT (gen_random_uuid())::text,
  person text,
  device text NOT NULL DEFAULT ''::text,
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  second_factor_at timestamp with time zone,
  CONSTRAINT count_small_change TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT session_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT session_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT session_city_id_person_fkey FOREIGN KEY (city_id, person) REFERENCES person(city_id, id) ON DELETE CASCADE,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_by_actor ON public.session USING btree (city_id, actor);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON session TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON session TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE CONSTRAINT TRIGGER count_small_change AFTER INSERT OR DELETE OR UPDATE ON public.session DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_small_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON session TO fahrplan_app;

CREATE TABLE sign_in_challenge (
  challenge_hash bytea NOT NULL,
  purpose text NOT NULL,
  expires_at timestamp with time zone NOT NULL DEFAULT (now() + '00:05:00'::interval),
  CONSTRAINT sign_in_challenge_challenge_hash_check CHECK ((length(challenge_hash) = 32)),
  CONSTRAINT sign_in_challenge_pkey PRIMARY KEY (challenge_hash)
);

CREATE TABLE sign_in_failure (
  subject bytea NOT NULL,
  failures integer NOT NULL,
  locked_until timestamp with time zone,
  last_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sign_in_failure_pkey PRIMARY KEY (subject),
  CONSTRAINT sign_in_failure_subject_check CHECK ((length(subject) = 32))
);

CREATE TABLE sign_in_token (
  token_hash bytea NOT NULL,
  city_id text NOT NULL,
  actor text NOT NULL,
  roles text[] NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  own_units text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT sign_in_token_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT sign_in_token_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT sign_in_token_pkey PRIMARY KEY (token_hash),
  CONSTRAINT sign_in_token_token_hash_check CHECK ((length(token_hash) = 32))
);
ALTER TABLE sign_in_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_token FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON sign_in_token TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON sign_in_token TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT DELETE, INSERT, SELECT ON sign_in_token TO fahrplan_app;

CREATE TABLE small_change (
  city_id text NOT NULL,
  count bigint NOT NULL DEFAULT 1,
  CONSTRAINT small_change_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT small_change_pkey PRIMARY KEY (city_id)
);
ALTER TABLE small_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE small_change FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON small_change TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON small_change TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));

CREATE TABLE source (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'title'::text)) STORED,
  CONSTRAINT source_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT source_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT source_id_check CHECK ((id <> ''::text)),
  CONSTRAINT source_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE source ENABLE ROW LEVEL SECURITY;
ALTER TABLE source FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON source TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON source TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.source FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.source FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.source FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON source TO fahrplan_app;

CREATE TABLE stage (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT stage_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT stage_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT stage_id_check CHECK ((id <> ''::text)),
  CONSTRAINT stage_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE stage ENABLE ROW LEVEL SECURITY;
ALTER TABLE stage FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON stage TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON stage TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.stage FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.stage FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.stage FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON stage TO fahrplan_app;

CREATE TABLE statement (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT statement_check CHECK ((COALESCE((body ->> 'paper'::text), ''::text) = id)),
  CONSTRAINT statement_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT statement_id_check CHECK ((id <> ''::text)),
  CONSTRAINT statement_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE statement FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON statement TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON statement TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.statement FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.statement FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.statement FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON statement TO fahrplan_app;

CREATE TABLE statement_release (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL DEFAULT 0,
  body jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  paper text NOT NULL GENERATED ALWAYS AS ((body ->> 'paper'::text)) STORED,
  CONSTRAINT statement_release_body_check CHECK ((((body ->> 'kind'::text) = 'withdrawal'::text) OR (((body ->> 'kind'::text) = 'release'::text) AND (jsonb_array_length((body -> 'authors'::text)) > 0) AND (NOT jsonb_exists((body -> 'authors'::text), (body ->> 'releasedBy'::text)))))),
  CONSTRAINT statement_release_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT statement_release_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT statement_release_id_check CHECK ((id <> ''::text)),
  CONSTRAINT statement_release_pkey PRIMARY KEY (city_id, id),
  CONSTRAINT statement_release_represented CHECK ((NOT jsonb_exists((body -> 'authors'::text), COALESCE((body ->> 'releasedFor'::text), ''::text))))
);
CREATE INDEX statement_release_by_paper ON public.statement_release USING btree (city_id, paper);
ALTER TABLE statement_release ENABLE ROW LEVEL SECURITY;
ALTER TABLE statement_release FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON statement_release TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON statement_release TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT ON public.statement_release FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.statement_release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON statement_release TO fahrplan_app;

CREATE TABLE status_contact (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL DEFAULT 0,
  body jsonb NOT NULL,
  CONSTRAINT status_contact_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT status_contact_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT status_contact_id_check CHECK ((id <> ''::text)),
  CONSTRAINT status_contact_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE status_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE status_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON status_contact TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON status_contact TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.status_contact FOR EACH ROW EXECUTE FUNCTION audit_person();
CREATE TRIGGER next_version BEFORE UPDATE ON public.status_contact FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON status_contact TO fahrplan_app;

CREATE TABLE status_request (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL DEFAULT 0,
  body jsonb NOT NULL,
  CONSTRAINT status_request_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT status_request_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT status_request_id_check CHECK ((id <> ''::text)),
  CONSTRAINT status_request_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE status_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE status_request FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON status_request TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON status_request TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.status_request FOR EACH ROW EXECUTE FUNCTION audit_person();
CREATE TRIGGER next_version BEFORE UPDATE ON public.status_request FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON status_request TO fahrplan_app;

CREATE TABLE strategy (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  words tsvector NOT NULL GENERATED ALWAYS AS ((setweight(to_tsvector('german'::regconfig, (body ->> 'name'::text)), 'A'::"char") || setweight(to_tsvector('german'::regconfig, texts_of(body, VARIADIC ARRAY['description'::text, 'goals'::text])), 'B'::"char"))) STORED,
  CONSTRAINT strategy_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT strategy_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT strategy_id_check CHECK ((id <> ''::text)),
  CONSTRAINT strategy_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE strategy ENABLE ROW LEVEL SECURITY;
ALTER TABLE strategy FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON strategy TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON strategy TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.strategy FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.strategy FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.strategy FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON strategy TO fahrplan_app;

CREATE TABLE team (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  title text NOT NULL GENERATED ALWAYS AS ((body ->> 'name'::text)) STORED,
  CONSTRAINT team_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT team_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT team_id_check CHECK ((id <> ''::text)),
  CONSTRAINT team_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE team ENABLE ROW LEVEL SECURITY;
ALTER TABLE team FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON team TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON team TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.team FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.team FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.team FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON team TO fahrplan_app;

CREATE TABLE visit (
  city_id text NOT NULL,
  actor text NOT NULL,
  session text NOT NULL,
  since bigint NOT NULL,
  latest bigint NOT NULL,
  since_at timestamp with time zone NOT NULL,
  latest_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT visit_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT visit_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT visit_pkey PRIMARY KEY (city_id, actor)
);
ALTER TABLE visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE visit FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON visit TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON visit TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT INSERT, SELECT, UPDATE ON visit TO fahrplan_app;

CREATE TABLE watch (
  city_id text NOT NULL,
  actor text NOT NULL,
  kind text NOT NULL,
  record text NOT NULL,
  CONSTRAINT watch_actor_check CHECK ((actor <> ''::text)),
  CONSTRAINT watch_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT watch_pkey PRIMARY KEY (city_id, actor, kind, record)
);
CREATE INDEX watch_by_record ON public.watch USING btree (city_id, kind, record);
ALTER TABLE watch ENABLE ROW LEVEL SECURITY;
ALTER TABLE watch FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON watch TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON watch TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
GRANT DELETE, INSERT, SELECT ON watch TO fahrplan_app;

CREATE TABLE weighting (
  city_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  "position" integer NOT NULL,
  body jsonb NOT NULL,
  CONSTRAINT weighting_check CHECK ((COALESCE((body ->> 'id'::text), ''::text) = id)),
  CONSTRAINT weighting_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  CONSTRAINT weighting_id_check CHECK ((id <> ''::text)),
  CONSTRAINT weighting_pkey PRIMARY KEY (city_id, id)
);
ALTER TABLE weighting ENABLE ROW LEVEL SECURITY;
ALTER TABLE weighting FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON weighting TO the owner USING (current_setting('fahrplan.maintenance'::text, true) = 'on'::text);
CREATE POLICY own_city ON weighting TO PUBLIC USING (city_id = current_setting('fahrplan.city'::text, true));
CREATE TRIGGER audit_change AFTER INSERT OR DELETE OR UPDATE ON public.weighting FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER first_version BEFORE INSERT ON public.weighting FOR EACH ROW EXECUTE FUNCTION first_version();
CREATE TRIGGER next_version BEFORE UPDATE ON public.weighting FOR EACH ROW EXECUTE FUNCTION next_version();
GRANT DELETE, INSERT, SELECT, UPDATE ON weighting TO fahrplan_app;
