-- Comments on records, who follows which record, and what each person has been told.

-- Audited like every record, without a copy of the content in the history: what is deleted is gone.
CREATE TABLE comment (
  city_id  text NOT NULL REFERENCES city (city_id),
  id       text NOT NULL CHECK (id <> ''),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL DEFAULT 0,
  body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
  kind     text NOT NULL GENERATED ALWAYS AS (body ->> 'kind') STORED,
  record   text NOT NULL GENERATED ALWAYS AS (body ->> 'record') STORED,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX comment_by_record ON comment (city_id, kind, record);
SELECT protect_by_city('comment');
CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON comment
  FOR EACH ROW EXECUTE FUNCTION audit_person();
GRANT SELECT, INSERT, DELETE ON comment TO fahrplan_app;

CREATE TABLE watch (
  city_id text NOT NULL REFERENCES city (city_id),
  actor   text NOT NULL CHECK (actor <> ''),
  kind    text NOT NULL,
  record  text NOT NULL,
  PRIMARY KEY (city_id, actor, kind, record)
);
CREATE INDEX watch_by_record ON watch (city_id, kind, record);
SELECT protect_by_city('watch');
GRANT SELECT, INSERT, DELETE ON watch TO fahrplan_app;

CREATE TABLE notification (
  city_id   text NOT NULL REFERENCES city (city_id),
  id        uuid NOT NULL DEFAULT gen_random_uuid(),
  recipient text NOT NULL CHECK (recipient <> ''),
  reason    text NOT NULL CHECK (reason IN ('mention', 'comment', 'change')),
  kind      text NOT NULL,
  record    text NOT NULL,
  -- Whose doing it was; an opaque id.
  by        text NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  read_at   timestamptz,
  -- When it went into a daily mail.
  mailed_at timestamptz,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX notification_by_recipient ON notification (city_id, recipient, at DESC);
-- Many changes of one record are one piece of news until it is read.
CREATE UNIQUE INDEX notification_of_change ON notification (city_id, recipient, kind, record)
  WHERE reason = 'change' AND read_at IS NULL;
SELECT protect_by_city('notification');
GRANT SELECT, INSERT, UPDATE ON notification TO fahrplan_app;

-- Whoever follows a record is told of every change that somebody else makes, whatever route it takes.
CREATE FUNCTION notify_watchers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO notification (city_id, recipient, reason, kind, record, by, at)
  SELECT w.city_id, w.actor, 'change', w.kind, w.record, NEW.actor, NEW.at FROM watch w
  WHERE w.city_id = NEW.city_id AND w.kind = NEW.kind AND w.record = NEW.record_id AND w.actor <> NEW.actor
  ON CONFLICT (city_id, recipient, kind, record) WHERE reason = 'change' AND read_at IS NULL
    DO UPDATE SET by = excluded.by, at = excluded.at;
  RETURN NULL;
END $$;
CREATE TRIGGER notify_watchers AFTER INSERT ON audit_entry FOR EACH ROW
  WHEN (NEW.action IN ('update', 'delete') AND NEW.kind IN ('project', 'obligation', 'paper', 'need'))
  EXECUTE FUNCTION notify_watchers();

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
  DELETE FROM notification WHERE read_at < now() - interval '90 days' OR at < now() - interval '1 year';
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
