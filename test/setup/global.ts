import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { prepareDatabase } from '../../src/store/embedded/prepare.ts';
import { openStore, prepareJobs } from '../../src/store/index.ts';
import { type ChromiumLocation, unpackChromium } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The shared PostgreSQL: folder of its socket, and the migrated database that test databases are copied from. */
    postgres: { socket: string; template: string };
    chromium: ChromiumLocation | null;
  }
}

/**
 * One PostgreSQL and one unpacked Chromium for the whole run. The server is the one that the product starts, with its
 * durability on: tests meet the same checks as a city's server, and no back door for tests exists. Only the flush at
 * the end of its first start is left out.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-test-'));
  const cluster = await startCluster({
    folder: join(folder, 'postgres'),
    syncFirstStart: false,
    settings: ['max_connections=300'],
  });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { owner, database } = await prepareDatabase(cluster.socket);
    const databaseUrl = cluster.url(owner, database);
    const store = await openStore({ databaseUrl, appUrl: cluster.url('fahrplan_app', database) });
    await prepareJobs(store);
    await store.close();
    project.provide('postgres', { socket: cluster.socket, template: database });
    project.provide('chromium', unpackChromium());
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
