-- One day counts as today, for the plan and for the council desk: the agenda's status date. The desk's own day becomes
-- the status date of an agenda that has none, and goes.
DO $$
DECLARE
  one record;
BEGIN
  PERFORM set_config('fahrplan.maintenance', 'on', true);
  PERFORM set_config('fahrplan.actor', 'fahrplan', true);
  FOR one IN SELECT city_id, body ->> 'day' AS day FROM council_settings WHERE body ? 'day' LOOP
    PERFORM set_config('fahrplan.city', one.city_id, true);
    UPDATE city SET body = body || jsonb_build_object('statusDate', one.day)
      WHERE city_id = one.city_id AND NOT body ? 'statusDate' AND one.day >= body ->> 'planStart';
    UPDATE council_settings SET body = body - 'day' WHERE city_id = one.city_id;
  END LOOP;
  PERFORM set_config('fahrplan.city', '', true);
  PERFORM set_config('fahrplan.actor', '', true);
  PERFORM set_config('fahrplan.maintenance', 'off', true);
END $$;
