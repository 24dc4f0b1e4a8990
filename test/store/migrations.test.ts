import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { dumpSchema, generateTypes, SCHEMA_FILE, TYPES_FILE } from '../../scripts/schema-dump.ts';
import { openStore, prepareJobs } from '../../src/store/index.ts';
import { type Migration, migrate, readMigrations } from '../../src/store/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../setup/database.ts';
import { given } from '../setup/sample.ts';

const known = readMigrations();
const open: { database: TestDatabase; pool: pg.Pool }[] = [];

/** An empty database, or a migrated one, with a pool of its owner. */
async function database(kind: 'empty' | 'migrated'): Promise<{ database: TestDatabase; pool: pg.Pool }> {
  const fresh = (name: string): string => `CREATE DATABASE ${name} OWNER fahrplan_owner TEMPLATE template0`;
  const made = await (kind === 'empty' ? createTestDatabase(fresh) : createTestDatabase());
  const pool = new pg.Pool({ connectionString: made.ownerUrl, max: 8 });
  pool.on('error', () => {});
  open.push({ database: made, pool });
  return { database: made, pool };
}

afterEach(async () => {
  for (const { database: made, pool } of open.splice(0)) {
    await pool.end();
    await made.drop();
  }
});

/** A step as if it stood in a file, for what the real steps do not show. */
const step = (number: number, sql: string): Migration => ({
  number,
  name: `${number}.sql`,
  sql,
  checksum: `sum of ${sql}`,
});

describe('migrations', () => {
  test('a second run finds nothing to do', async () => {
    const { pool } = await database('empty');
    expect(await migrate(pool)).toBe(known.length);
    const before = await dumpSchema(pool);
    expect(await migrate(pool)).toBe(0);
    expect(await dumpSchema(pool)).toBe(before);
  });

  test('of five that start at once one migrates and the others wait', async () => {
    const { pool } = await database('empty');
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(pool)));
    expect(applied.sort((a, b) => a - b)).toEqual([0, 0, 0, 0, known.length]);
  });

  test('five servers that start at once on an empty database all come up, queue included', async () => {
    const { database: made } = await database('empty');
    const start = async (): Promise<void> => {
      const store = await openStore({ databaseUrl: made.ownerUrl, appUrl: made.appUrl });
      await prepareJobs(store);
      await store.close();
    };
    await Promise.all(Array.from({ length: 5 }, start));
  });

  test('a server that is cut off in any statement leaves the old state or the new, never one between', async () => {
    const { pool } = await database('empty');
    await migrate(pool);
    const before = await dumpSchema(pool);
    const statements = [
      'CREATE TABLE first (a int);',
      'ALTER TABLE first ADD COLUMN b int;',
      'CREATE INDEX ON first (b);',
    ];
    const cut = 'SELECT pg_terminate_backend(pg_backend_pid());';
    for (let at = 0; at <= statements.length; at++) {
      const sql = [...statements.slice(0, at), cut, ...statements.slice(at)].join('\n');
      await expect(migrate(pool, [...known, step(known.length + 1, sql)])).rejects.toThrow();
      expect(await dumpSchema(pool)).toBe(before);
    }
    expect(await migrate(pool, [...known, step(known.length + 1, statements.join('\n'))])).toBe(1);
  });

  test('a database that is newer than the program is refused and not touched', async () => {
    const { database: made, pool } = await database('migrated');
    await migrate(pool, [...known, step(known.length + 1, 'CREATE TABLE from_the_future ()')]);
    const opened = openStore({ databaseUrl: made.ownerUrl, appUrl: made.appUrl });
    await expect(opened).rejects.toMatchObject({
      code: 'databaseNewer',
      text: { de: expect.stringContaining(`Stand ${known.length + 1}`), en: expect.stringContaining('newer program') },
    });
  });

  test('a step that was changed after it was applied is refused', async () => {
    const { pool } = await database('migrated');
    const changed = [...known.slice(0, -1), { ...given(known.at(-1)), checksum: 'other' }];
    await expect(migrate(pool, changed)).rejects.toMatchObject({ code: 'migrationChanged' });
  });

  test('files without a gap and with a telling name, or none', () => {
    expect(known.map((one) => one.number)).toEqual(known.map((_, index) => index + 1));
    const folder = mkdtempSync(join(tmpdir(), 'fahrplan-migrations-'));
    try {
      for (const name of ['0001_first.sql', '0003_third.sql']) writeFileSync(join(folder, name), 'SELECT 1');
      expect(() => readMigrations(folder)).toThrow(/expected number 2/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the dumps in the repository are those of the live database (else: npm run schema)', () => {
  test('schema.sql', async () => {
    const { pool } = await database('migrated');
    expect(await dumpSchema(pool)).toBe(readFileSync(SCHEMA_FILE, 'utf8'));
    await pool.query('ALTER TABLE project ADD COLUMN planted integer');
    expect(await dumpSchema(pool)).not.toBe(readFileSync(SCHEMA_FILE, 'utf8'));
  });

  test('database.gen.ts', async () => {
    const { database: made, pool } = await database('migrated');
    // The queue's schema is not ours; the types are made of a database that has none.
    await pool.query('DROP SCHEMA graphile_worker CASCADE');
    expect(generateTypes(made.ownerUrl)).toBe(readFileSync(TYPES_FILE, 'utf8'));
  });
});
