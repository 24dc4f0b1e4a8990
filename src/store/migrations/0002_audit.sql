-- The audit chain: who changed what, when. The database writes it itself, in the transaction of the change, so that
-- no route can forget it; the application may read it and has no right to write it.
-- Names of persons stay outside: `actor` is an opaque id, `content_hash` is all that is kept of the content. What is
-- deleted for good is gone, and the chain still verifies.

CREATE TABLE audit_entry (
  city_id       text NOT NULL,
  seq           bigint NOT NULL CHECK (seq > 0),
  at            timestamptz NOT NULL,
  actor         text NOT NULL CHECK (actor <> ''),
  action        text NOT NULL CHECK (action <> ''),
  kind          text NOT NULL,
  record_id     text NOT NULL,
  version       integer,
  content_hash  text CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  previous_hash text NOT NULL CHECK (previous_hash ~ '^[0-9a-f]{64}$'),
  hash          text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (city_id, seq)
);
SELECT protect_by_city('audit_entry');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON audit_entry TO fahrplan_app;

CREATE FUNCTION sha256_hex(content text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;

-- Appends one entry. The hash is SHA-256 over the entry as canonical JSON (keys sorted, no spaces), the previous
-- entry's hash included. The advisory lock lasts until the transaction ends: one city's chain has one writer at a time.
-- Without table scans: a plan made while the table was empty would otherwise read all of it for its last row.
CREATE FUNCTION append_audit_entry(
  city text, action text, kind text, record_id text, version integer, content_hash text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
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
END $$;
REVOKE EXECUTE ON FUNCTION append_audit_entry FROM PUBLIC;

CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM append_audit_entry(OLD.city_id, 'delete', TG_TABLE_NAME, OLD.id, OLD.version, NULL);
  ELSE
    PERFORM append_audit_entry(NEW.city_id, lower(TG_OP), TG_TABLE_NAME, NEW.id, NEW.version, sha256_hex(NEW.body::text));
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY[
    'city', 'source', 'organizational_unit', 'team', 'budget_line', 'stage', 'action_field', 'goal', 'project',
    'project_template', 'prerequisite', 'obligation', 'strategy', 'interview', 'need', 'partner', 'peer_city',
    'plan_version', 'scenario', 'commitment', 'paper', 'statement', 'plan_run'
  ] LOOP
    EXECUTE format('CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION audit_change()', kind);
  END LOOP;
END $$;

-- What happens without a changed record and must be on record all the same: a sign-in, an export, a release.
CREATE FUNCTION record_event(action text, kind text, record_id text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF action IN ('insert', 'update', 'delete') THEN
    RAISE EXCEPTION 'the action % is written by changes only', action USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM append_audit_entry(current_setting('fahrplan.city', true), action, kind, record_id, NULL, NULL);
END $$;
REVOKE EXECUTE ON FUNCTION record_event FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_event TO fahrplan_app;
