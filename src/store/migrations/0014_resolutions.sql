-- Groups of the council (council, committees, factions), and what its bodies have resolved with what became of it.
DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['organization', 'resolution'] LOOP
    EXECUTE format($t$
      CREATE TABLE %I (
        city_id  text NOT NULL REFERENCES city (city_id),
        id       text NOT NULL CHECK (id <> ''),
        version  integer NOT NULL DEFAULT 1,
        position integer NOT NULL,
        body     jsonb NOT NULL CHECK (coalesce(body ->> 'id', '') = id),
        PRIMARY KEY (city_id, id)
      )$t$, kind);
    PERFORM protect_by_city(kind::regclass);
    EXECUTE format('CREATE TRIGGER next_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION next_version()', kind);
    EXECUTE format('CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION audit_change()', kind);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO fahrplan_app', kind);
  END LOOP;
END $$;
