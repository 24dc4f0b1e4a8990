-- What was read from the council information system of the city over OParl: external data beside the register, taken
-- over by people. It can be read again at any time, so neither the audit chain nor the archive holds it.
CREATE TABLE oparl_object (
  city_id    text NOT NULL REFERENCES city (city_id),
  id         text NOT NULL CHECK (id <> ''),
  address    text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('organization', 'paper', 'consultation', 'meeting', 'agendaItem', 'file')),
  body       jsonb NOT NULL CHECK (body ->> 'address' = address AND body ->> 'kind' = kind),
  gone       boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, id)
);
CREATE INDEX oparl_object_by_kind ON oparl_object (city_id, kind, changed_at DESC, id);
CREATE INDEX oparl_object_by_paper ON oparl_object (city_id, (body ->> 'paper')) WHERE kind = 'consultation';
SELECT protect_by_city('oparl_object');
GRANT SELECT, INSERT, UPDATE, DELETE ON oparl_object TO fahrplan_app;

-- Each run with what it has changed and what was wrong, and up to when each list was read.
CREATE TABLE oparl_run (
  city_id    text NOT NULL REFERENCES city (city_id),
  id         text NOT NULL CHECK (id <> ''),
  address    text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  body       jsonb NOT NULL,
  PRIMARY KEY (city_id, id)
);
CREATE INDEX oparl_run_by_time ON oparl_run (city_id, started_at DESC);
SELECT protect_by_city('oparl_run');
GRANT SELECT, INSERT, UPDATE, DELETE ON oparl_run TO fahrplan_app;
