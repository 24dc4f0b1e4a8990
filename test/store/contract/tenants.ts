import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  insertRecord,
  listCities,
  listRecords,
  loadAgenda,
  readRecord,
  type Store,
  saveAgenda,
  withCity,
} from '../../../src/store/index.ts';
import { sampleAgenda, samplePaper } from '../../setup/sample.ts';

/** What belongs to one city is neither seen nor changed by another: the database itself sees to it. */
export function tenantsContract(store: () => Store): void {
  const cities = ['nordstadt', 'suedstadt'] as const;
  const acting = (city: string) => ({ city, actor: `clerk-of-${city}` });

  describe('cities', () => {
    beforeAll(async () => {
      for (const city of cities) await withCity(store().db, acting(city), (tx) => saveAgenda(tx, sampleAgenda(city)));
    });

    test('the role of requests is bound: no superuser, no BYPASSRLS, owner of nothing', async () => {
      const { rows } = await store().pool.query(
        `SELECT rolsuper, rolbypassrls, (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned,
          has_schema_privilege('public', 'CREATE') AS may_create FROM pg_roles r WHERE rolname = current_user`,
      );
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0, may_create: false }]);
    });

    test('every table with a city forces row-level security and has a policy', async () => {
      const { rows } = await store().ownerPool.query(
        `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'city_id'
         WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity
           AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`,
      );
      expect(rows).toEqual([]);
      const { rows: without } = await store().ownerPool.query(
        `SELECT relname FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'city_id')`,
      );
      // Sign-in guards know no city; requests reach them through two functions each and have no right of their own.
      const guards = ['sign_in_challenge', 'sign_in_failure'];
      expect(without.map((row) => String(row.relname)).sort()).toEqual(['migration', ...guards]);
      for (const table of guards)
        await expect(store().pool.query(`SELECT FROM ${table}`)).rejects.toThrow(/permission denied/);
    });

    test('without a city there are no rows, for requests and for the owner alike', async () => {
      for (const pool of [store().pool, store().ownerPool]) {
        for (const table of ['city', 'project', 'audit_entry', 'session', 'idempotency_key', 'job_progress']) {
          const { rows } = await pool.query(`SELECT count(*) AS count FROM ${table}`);
          expect(rows, table).toEqual([{ count: 0 }]);
        }
      }
    });

    test('a request cannot take the rights of maintenance', async () => {
      const rows = await withCity(store().db, acting('nordstadt'), async (tx) => {
        await sql`SET LOCAL fahrplan.maintenance = 'on'`.execute(tx);
        return (await sql`SELECT DISTINCT city_id FROM project`.execute(tx)).rows;
      });
      expect(rows).toEqual([{ city_id: 'nordstadt' }]);
    });

    test('one city neither reads nor changes nor creates records of another', async () => {
      await withCity(store().db, acting('suedstadt'), (tx) => insertRecord(tx, 'papers', samplePaper('geheim')));
      await withCity(store().db, acting('nordstadt'), async (tx) => {
        expect(await readRecord(tx, 'papers', 'geheim')).toBeUndefined();
        expect((await loadAgenda(tx))?.city.id).toBe('nordstadt');
        const result = await sql`UPDATE paper SET position = 9 WHERE city_id = 'suedstadt'`.execute(tx);
        expect(result.numAffectedRows).toBe(0n);
      });
      const forged = withCity(store().db, acting('nordstadt'), (tx) => saveAgenda(tx, sampleAgenda('suedstadt')));
      await expect(forged).rejects.toThrow(/row-level security/);
      const planted = withCity(store().db, acting('nordstadt'), (tx) =>
        sql`INSERT INTO paper (city_id, id, position, body) VALUES ('suedstadt', 'x', 1, '{"id": "x", "name": "x"}')`.execute(
          tx,
        ),
      );
      await expect(planted).rejects.toThrow(/row-level security/);
    });

    test('a thousand mixed requests on few connections never cross', async () => {
      const seen = await Promise.all(
        Array.from({ length: 1000 }, async (_, number) => {
          const city = cities[number % 2] as string;
          const { rows } = await withCity(store().db, acting(city), (tx) =>
            sql<{ city_id: string }>`SELECT DISTINCT city_id FROM project`.execute(tx),
          );
          return rows.length === 1 && rows[0]?.city_id === city;
        }),
      );
      expect(seen.every(Boolean)).toBe(true);
      expect(await withCity(store().db, acting('leer'), (tx) => listRecords(tx, 'projects'))).toEqual([]);
    });

    test('the list of cities is open', async () => {
      const known = await listCities(store().db);
      expect(known).toContainEqual({ id: 'nordstadt', name: 'Musterstadt' });
      expect(known.map((one) => one.id)).toEqual(expect.arrayContaining([...cities]));
      // The list opened nothing else.
      expect((await store().pool.query('SELECT count(*) AS count FROM city')).rows).toEqual([{ count: 0 }]);
    });
  });
}
