import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARCHIVED_TABLES } from '../../src/store/archive/format.ts';
import {
  backup,
  createSignInToken,
  insertRecord,
  loadAgenda,
  once,
  openStore,
  replaceRecord,
  restore,
  type Store,
  saveAgenda,
  storePlanRun,
  verifyAudit,
  withCity,
} from '../../src/store/index.ts';
import { AUDITED_TABLES } from '../../src/store/kinds.ts';
import { createTestDatabase, type TestDatabase } from '../setup/database.ts';
import { LONG, seeded } from '../setup/random.ts';
import { sampleAgenda, samplePaper, sampleStatement } from '../setup/sample.ts';

const cities = ['nordstadt', 'suedstadt'];
let folder: string;
let source: Store;
let file: string;
const databases: TestDatabase[] = [];
const stores: Store[] = [];

async function emptyStore(): Promise<Store> {
  const database = await createTestDatabase();
  const store = await openStore({ databaseUrl: database.ownerUrl, appUrl: database.appUrl });
  databases.push(database);
  stores.push(store);
  return store;
}

const rowsIn = async (store: Store): Promise<number> => {
  const { rows } = await store.ownerPool.query<{ rows: number }>(
    `SELECT sum((xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I', name), false, true, '')))[1]::text::int) AS rows
     FROM unnest($1::text[]) AS name, set_config('fahrplan.maintenance', 'on', false)`,
    [AUDITED_TABLES],
  );
  return Number(rows[0]?.rows);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fahrplan-backup-'));
  file = join(folder, 'agenda.backup');
  source = await emptyStore();
  for (const city of cities) {
    await withCity(source.db, { city, actor: 'clerk' }, async (tx) => {
      await saveAgenda(tx, sampleAgenda(city));
      for (let number = 0; number < 600; number++) await insertRecord(tx, 'papers', samplePaper(`paper-${number}`));
      await replaceRecord(tx, 'papers', 'paper-7', 1, {
        ...samplePaper('paper-7'),
        name: `Ä "\\ \u{1f600} \u2028 Zeile\nzwei`,
      });
      await storePlanRun(tx, {
        inputsHash: 'x',
        engineVersion: '1',
        seed: 1,
        question: { a: 0.1 },
        result: [1e21, -0.5, null],
      });
      await once(tx, { key: 'k', requestHash: 'h' }, async () => ({ done: true }));
      await createSignInToken(tx, { actor: 'clerk', roles: [], minutes: 60 });
    });
  }
  await backup(source, file);
});

afterAll(async () => {
  for (const store of stores) await store.close();
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('backup and restore', () => {
  test('a backup of the restored database has the same bytes, and its audit chain is whole', async () => {
    const target = await emptyStore();
    const summary = await restore(target, file);
    expect(summary).toMatchObject({ cities: 2, bytes: readFileSync(file).length });
    const again = join(folder, 'again.backup');
    expect(await backup(target, again)).toEqual(summary);
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
    for (const city of cities) {
      const acting = { city, actor: 'clerk' };
      expect(await withCity(target.db, acting, loadAgenda)).toEqual(sampleAgenda(city));
      expect(await verifyAudit(target.db, city)).toMatchObject({ intact: true });
      // Life goes on: the restored triggers write the next entry.
      await withCity(target.db, acting, (tx) => insertRecord(tx, 'papers', samplePaper('new')));
      expect(await verifyAudit(target.db, city)).toMatchObject({ intact: true });
    }
  });

  test('from one server to an embedded one and back', async () => {
    const embedded = await openStore({ dataFolder: join(folder, 'embedded') });
    try {
      await restore(embedded, file);
      await backup(embedded, join(folder, 'embedded.backup'));
    } finally {
      await embedded.close();
    }
    expect(readFileSync(join(folder, 'embedded.backup')).equals(readFileSync(file))).toBe(true);
  });

  test('the archive is one snapshot, while work goes on', async () => {
    const busy = await emptyStore();
    const acting = { city: 'nordstadt', actor: 'clerk' };
    await withCity(busy.db, acting, (tx) => saveAgenda(tx, sampleAgenda('nordstadt')));
    let working = true;
    const work = (async () => {
      for (let number = 0; working; number++) {
        await withCity(busy.db, acting, async (tx) => {
          await insertRecord(tx, 'papers', samplePaper(`p-${number}`));
          await insertRecord(tx, 'statements', sampleStatement(`p-${number}`));
        });
      }
    })();
    const moving = join(folder, 'moving.backup');
    for (let round = 0; round < 3; round++) await backup(busy, moving);
    working = false;
    await work;
    const target = await emptyStore();
    await restore(target, moving);
    // Each transaction added a paper and its statement: a snapshot has as many of the one as of the other.
    const { rows } = await withCity(target.db, acting, (tx) =>
      sql`SELECT (SELECT count(*) FROM paper) - (SELECT count(*) FROM statement) AS odd`.execute(tx),
    );
    expect(rows).toEqual([{ odd: 0 }]);
    expect(await verifyAudit(target.db, 'nordstadt')).toMatchObject({ intact: true });
  });

  test('every table is in it, or left out on purpose', async () => {
    const leftOut = [
      'calendar_feed', // a link: who has it may read
      'small_change', // counted anew from the first change on
      'job_progress',
      'link',
      'migration',
      'session',
      'sign_in_challenge',
      'sign_in_failure',
      'sign_in_token',
    ];
    const { rows } = await source.ownerPool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const tables = rows.map(({ name }) => name).sort();
    expect([...ARCHIVED_TABLES, ...leftOut].sort()).toEqual(tables);
  });

  test('sessions, links and jobs are not in it', () => {
    const text = gunzipSync(readFileSync(file).subarray(0, -65)).toString('utf8');
    const [header = ''] = text.split('\n', 1);
    expect(JSON.parse(header).tables.map(([table]: [string]) => table)).not.toContain('sign_in_token');
    expect(text).not.toContain('token_hash');
  });

  test('a database that holds data is refused and stays as it is', async () => {
    await expect(restore(source, file)).rejects.toMatchObject({ code: 'databaseNotEmpty' });
    expect(await verifyAudit(source.db, 'nordstadt')).toMatchObject({ intact: true });
  });

  const tries = LONG ? 100 : 40;
  test(`${tries} truncated or altered archives are refused before anything is written`, async () => {
    const target = await emptyStore();
    const whole = readFileSync(file);
    const next = seeded(3);
    const broken = join(folder, 'broken.backup');
    for (let attempt = 0; attempt < tries; attempt++) {
      const bytes = Buffer.from(whole);
      const at = next(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
      writeFileSync(broken, attempt % 2 === 0 ? bytes : whole.subarray(0, at));
      await expect(restore(target, broken), `attempt ${attempt} at byte ${at}`).rejects.toMatchObject({
        code: 'backupDamaged',
      });
    }
    writeFileSync(broken, Buffer.concat([whole, Buffer.from('x')]));
    await expect(restore(target, broken)).rejects.toMatchObject({ code: 'backupDamaged' });
    expect(await rowsIn(target)).toBe(0);
    await restore(target, file); // the same database still takes the good one
  });

  test('a forged archive with a right seal is refused as a whole', async () => {
    const target = await emptyStore();
    const [header = '', ...rows] = gunzipSync(readFileSync(file).subarray(0, -65)).toString('utf8').split('\n');
    const forged = join(folder, 'forged.backup');
    const seal = (lines: string[]): void => {
      const bytes = gzipSync(lines.join('\n'));
      writeFileSync(
        forged,
        Buffer.concat([bytes, Buffer.from(`${createHash('sha256').update(bytes).digest('hex')}\n`)]),
      );
    };
    seal([header, ...rows.slice(1)]); // one row is missing
    await expect(restore(target, forged)).rejects.toMatchObject({ code: 'backupDamaged' });
    seal([header, ...rows.slice(0, -1), '{}', '']); // one row too many
    await expect(restore(target, forged)).rejects.toMatchObject({ code: 'backupDamaged' });
    seal([header, ...rows.map((row) => row.replace('"id": "paper-9"', '"id": "paper-8"'))]); // the same key twice
    await expect(restore(target, forged)).rejects.toMatchObject({ code: 'backupDamaged' });
    seal([header.replace(/"schema":\d+/, '"schema":999'), ...rows]);
    await expect(restore(target, forged)).rejects.toMatchObject({ code: 'backupOtherSchema' });
    expect(await rowsIn(target)).toBe(0);
  });

  test('a file that is no backup, or none at all', async () => {
    const target = await emptyStore();
    const other = join(folder, 'other.txt');
    writeFileSync(other, 'not a backup, but longer than a seal is: '.repeat(9));
    await expect(restore(target, other)).rejects.toMatchObject({ code: 'backupDamaged' });
    await expect(restore(target, join(folder, 'missing'))).rejects.toMatchObject({ code: 'backupUnreadable' });
    await expect(restore(target, folder)).rejects.toMatchObject({ code: 'backupUnreadable' });
  });

  test('a backup that cannot be written leaves no half file', async () => {
    const nowhere = join(folder, 'missing', 'x.backup');
    await expect(backup(source, nowhere)).rejects.toThrow(/ENOENT/);
    expect(existsSync(`${nowhere}.unfinished`)).toBe(false);
  });
});
