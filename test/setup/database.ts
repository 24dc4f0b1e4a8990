import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { PORT } from '../../src/store/embedded/folder.ts';
import { adminClient } from '../../src/store/embedded/ready.ts';
import { openStore, type Store } from '../../src/store/index.ts';

/** A database of its own on the run's shared server, migrated and empty, with the job queue prepared. */
export type TestDatabase = { name: string; ownerUrl: string; appUrl: string; adminUrl: string; drop(): Promise<void> };

/** Address of a role and a database on the run's shared server. */
export function urlOf(role: string, database: string): string {
  return `postgres://${role}@localhost:${PORT}/${database}?host=${encodeURIComponent(inject('postgres').socket)}`;
}

/** Runs SQL as the shared server's superuser: for what only an operator or an attacker does. */
export async function asAdmin(database: string, ...statements: string[]): Promise<void> {
  const client = await adminClient(inject('postgres').socket, database);
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Copies the migrated template (about 0.1 s). `sql` replaces the statement, for databases that are made otherwise. */
export async function createTestDatabase(
  make: (name: string) => string = (name) =>
    `CREATE DATABASE ${name} OWNER fahrplan_owner TEMPLATE ${inject('postgres').template}`,
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin('postgres', make(name));
  return {
    name,
    ownerUrl: urlOf('fahrplan_owner', name),
    appUrl: urlOf('fahrplan_app', name),
    adminUrl: urlOf('postgres', name),
    drop: () => asAdmin('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** An open store on a database of its own for the tests of one file: `const store = storeForFile();`, then `store()`. */
export function storeForFile(): () => Store {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.ownerUrl, appUrl: database.appUrl });
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });
  return () => store;
}
