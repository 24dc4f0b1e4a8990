-- The monthly round: who is asked about which projects, and what they answered. Audited like every record, without a
-- copy of the content in the history, because names and addresses of people stand in it.
DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['status_contact', 'status_request'] LOOP
    EXECUTE format($t$
      CREATE TABLE %I (
        city_id  text NOT NULL REFERENCES city (city_id),
        id       text NOT NULL CHECK (id <> ''),
        version  integer NOT NULL DEFAULT 1,
        position integer NOT NULL DEFAULT 0,
        body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
        PRIMARY KEY (city_id, id)
      )$t$, kind);
    PERFORM protect_by_city(kind::regclass);
    EXECUTE format('CREATE TRIGGER next_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION next_version()', kind);
    EXECUTE format('CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION audit_person()', kind);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO fahrplan_app', kind);
  END LOOP;
END $$;
