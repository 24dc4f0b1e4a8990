-- The city's records: one table for each kind, one row for each record, the record itself as a validated document.
-- Why documents: docs/decisions/0007-aggregates-as-validated-documents.md

-- Two policies for every table with a city. Requests see the city that their transaction names and no other; without
-- a named city they see nothing. The owner may see all of them for backup and restore, and has to say so.
CREATE FUNCTION protect_by_city(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format($p$CREATE POLICY own_city ON %s
    USING (city_id = current_setting('fahrplan.city', true))$p$, target);
  EXECUTE format($p$CREATE POLICY maintenance ON %s TO CURRENT_ROLE
    USING (current_setting('fahrplan.maintenance', true) = 'on')$p$, target);
END $$;
REVOKE EXECUTE ON FUNCTION protect_by_city FROM PUBLIC;

-- Every update makes a new version: who edits says which version was seen, and a stale edit is refused.
CREATE FUNCTION next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

-- What is written once and never changed, not even by the owner.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% may not be changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- The city with the head of its agenda: name, start of planning, and whatever is no list of records.
CREATE TABLE city (
  city_id  text NOT NULL PRIMARY KEY CHECK (city_id <> ''),
  id       text NOT NULL CHECK (id = city_id),
  version  integer NOT NULL DEFAULT 1,
  position integer NOT NULL DEFAULT 0,
  body     jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object')
);

DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY[
    'source', 'organizational_unit', 'team', 'budget_line', 'stage', 'action_field', 'goal', 'project',
    'project_template', 'prerequisite', 'obligation', 'strategy', 'interview', 'need', 'partner', 'peer_city',
    'plan_version', 'scenario', 'commitment', 'paper', 'statement', 'plan_run'
  ] LOOP
    EXECUTE format($t$
      CREATE TABLE %I (
        city_id  text NOT NULL REFERENCES city (city_id),
        id       text NOT NULL CHECK (id <> ''),
        version  integer NOT NULL DEFAULT 1,
        position integer NOT NULL,
        body     jsonb NOT NULL CHECK (coalesce(body ->> %L, '') = id),
        PRIMARY KEY (city_id, id)
      )$t$, kind, CASE kind WHEN 'statement' THEN 'paper' ELSE 'id' END); -- a paper has one statement
  END LOOP;
  FOREACH kind IN ARRAY ARRAY[
    'city', 'source', 'organizational_unit', 'team', 'budget_line', 'stage', 'action_field', 'goal', 'project',
    'project_template', 'prerequisite', 'obligation', 'strategy', 'interview', 'need', 'partner', 'peer_city',
    'plan_version', 'scenario', 'commitment', 'paper', 'statement'
  ] LOOP
    PERFORM protect_by_city(kind::regclass);
    EXECUTE format('CREATE TRIGGER next_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION next_version()', kind);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO fahrplan_app', kind);
  END LOOP;
END $$;

-- A computed plan: question and result with what is needed to compute it again to the same bytes. Written once.
ALTER TABLE plan_run
  ADD COLUMN inputs_hash text NOT NULL GENERATED ALWAYS AS (body ->> 'inputsHash') STORED,
  ADD COLUMN engine_version text NOT NULL GENERATED ALWAYS AS (body ->> 'engineVersion') STORED,
  ADD COLUMN seed bigint NOT NULL GENERATED ALWAYS AS ((body ->> 'seed')::bigint) STORED,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD CHECK (body ? 'question' AND body ? 'result');
CREATE INDEX plan_run_by_inputs ON plan_run (city_id, inputs_hash);
SELECT protect_by_city('plan_run');
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_run
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON plan_run TO fahrplan_app;

-- Which cities there are, for the page before a city is chosen.
CREATE FUNCTION list_cities() RETURNS TABLE (id text, name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  RETURN QUERY SELECT c.city_id, c.body -> 'city' ->> 'name' FROM city c ORDER BY c.city_id;
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
REVOKE EXECUTE ON FUNCTION list_cities FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_cities TO fahrplan_app;
