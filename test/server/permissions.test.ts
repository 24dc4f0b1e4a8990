import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from '../../src/store/migrate.ts';
import { createTestDatabase } from '../setup/database.ts';
import { type Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });

type Answer = { project: { leadUnit?: string }; version: number };
async function change(client: Client, id: string, values: object): Promise<number> {
  const { project, version } = await client.get<Answer>(`/api/projects/${id}`);
  return (await client.put(`/api/projects/${id}`, { ...project, ...values }, { 'if-match': `"${version}"` })).status;
}

test('an office changes the projects it leads, and no others; a department those of its offices', async () => {
  const office = await signIn(app(), 'office', 'chemnitz', ['it-amt']);
  expect(await change(office, 'Q4', { benefit: 'Vom Amt' })).toBe(200);
  expect(await change(office, 'Q3', { benefit: 'Vom fremden Amt' })).toBe(403);
  expect((await office.put('/api/projects/none', {}, { 'if-match': '"1"' })).status).toBe(400);
  const department = await signIn(app(), 'office', 'chemnitz', ['d1']);
  expect(await change(department, 'Q4', { benefit: 'Vom Dezernat' })).toBe(200);
  expect(await change(department, 'O2', { benefit: 'Fremdes Dezernat' })).toBe(403);
});

test('an office neither takes a project over nor gives one away, and is told whom to ask', async () => {
  const office = await signIn(app(), 'office', 'chemnitz', ['it-amt']);
  expect(await change(office, 'Q3', { leadUnit: 'it-amt' })).toBe(403);
  expect(await change(office, 'Q4', { leadUnit: 'hauptamt' })).toBe(403);
  const { project, version } = await office.get<Answer>('/api/projects/Q3');
  const refused = await office.put('/api/projects/Q3', project, { 'if-match': `"${version}"` });
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('Programmteam') });
});

test('an office without units may not even knock; /api/me says what is allowed where', async () => {
  const nowhere = await signIn(app(), 'office');
  expect(await change(nowhere, 'Q4', {})).toBe(403);
  expect(await nowhere.get('/api/me')).toMatchObject({
    permissions: ['read', 'comment'],
    ownPermissions: [],
    ownUnits: [],
  });
  const office = await signIn(app(), 'office', 'chemnitz', ['it-amt']);
  expect(await office.get('/api/me')).toMatchObject({
    permissions: ['read', 'comment'],
    ownPermissions: ['readTalks', 'writeProjects', 'writeNeeds', 'signStatement'],
    ownUnits: ['it-amt'],
  });
});

test('costs of a post and records of talks are shown to few', async () => {
  const texts = async (client: Client): Promise<string> =>
    JSON.stringify([
      await client.get('/api/agenda.json'),
      await client.get('/api/records/team/PM'),
      await client.get('/api/records/interview/gespraech-buergeramt'),
    ]);
  for (const role of ['reader', 'office', 'council'] as const) {
    const seen = await texts(await signIn(app(), role, 'chemnitz', ['it-amt']));
    expect(seen).not.toMatch(/costPerFteCents|Lange Wartezeiten am Schalter/);
  }
  const programme = await texts(await signIn(app(), 'programme'));
  expect(programme.match(/costPerFteCents/g)?.length).toBeGreaterThan(1);
  expect(programme).toContain('Lange Wartezeiten am Schalter');
});

test('who could edit everything before keeps the work of programme and council office', async () => {
  const database = await createTestDatabase(
    (name) => `CREATE DATABASE ${name} OWNER fahrplan_owner TEMPLATE template0`,
  );
  const pool = new pg.Pool({ connectionString: database.ownerUrl });
  try {
    const steps = readMigrations();
    await migrate(pool, steps.slice(0, 4));
    // Statements sent at once are one transaction: settings end with it, and no connection has to be thrown away.
    const maintenance = "SELECT set_config('fahrplan.maintenance', 'on', true)";
    await pool.query(`${maintenance}; SELECT set_config('fahrplan.actor', 'test', true);
      INSERT INTO city (city_id, id, body) VALUES ('a', 'a', '{}');
      INSERT INTO session (token_hash, city_id, actor, roles, expires_at)
        VALUES (sha256('1'), 'a', 'x', '{editor,reader}', now()), (sha256('2'), 'a', 'y', '{administrator}', now())`);
    await migrate(pool, steps);
    const { rows } = await pool
      .query(`${maintenance}; SELECT actor, roles FROM session ORDER BY actor`)
      .then((results) => (results as unknown as pg.QueryResult[])[1] ?? { rows: [] });
    expect(rows).toEqual([
      { actor: 'x', roles: ['reader', 'programme', 'council'] },
      { actor: 'y', roles: ['administrator'] },
    ]);
  } finally {
    await pool.end();
    await database.drop();
  }
});
