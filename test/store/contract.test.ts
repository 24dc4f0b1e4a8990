import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { adminClient } from '../../src/store/embedded/ready.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { recordsContract } from './contract/records.ts';
import { tenantsContract } from './contract/tenants.ts';
import { workContract } from './contract/work.ts';

/** The SQL blocks that docs/operations/database.md tells an operator to run, in their order. */
function operatorSql(): string[] {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations', 'database.md'), 'utf8');
  return [...guide.matchAll(/```sql\n(.*?)```/gs)].map((match) => match[1] as string);
}

type Opened = { store: Store; close: () => Promise<void> };

/** A server made the operator's way, with the documented SQL and nothing else. */
async function operatorServer(folder: string, block: number, twoLogins: boolean): Promise<Opened> {
  const cluster = await startCluster({ folder, syncFirstStart: false });
  const admin = await adminClient(cluster.socket);
  for (const statement of (operatorSql()[block] ?? '').split(/;\n/).filter((one) => one.trim() !== '')) {
    await admin.query(statement);
  }
  await admin.end();
  const databaseUrl = cluster.url('fahrplan_owner', 'fahrplan');
  const appUrl = twoLogins ? { appUrl: cluster.url('fahrplan_app', 'fahrplan') } : {};
  const store = await openStore({ databaseUrl, ...appUrl });
  const close = async () => {
    await store.close();
    await cluster.stop();
  };
  return { store, close };
}

const modes: Record<string, (folder: string) => Promise<Opened>> = {
  'embedded server': async (dataFolder) => {
    const store = await openStore({ dataFolder, embedded: { syncFirstStart: false } });
    return { store, close: () => store.close() };
  },
  'DATABASE_URL with two log-ins': (folder) => operatorServer(folder, 0, true),
  'DATABASE_URL with one log-in': (folder) => operatorServer(folder, 1, false),
};

test('the operations guide has the SQL for both ways', () => {
  expect(operatorSql()).toHaveLength(2);
});

describe.each(Object.entries(modes))('%s', (_name, open) => {
  let folder: string;
  let opened: Opened;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fahrplan-contract-'));
    opened = await open(folder);
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const store = (): Store => opened.store;
  recordsContract(store);
  tenantsContract(store);
  workContract(store);
});
