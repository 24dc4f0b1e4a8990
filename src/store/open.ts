import type { Kysely } from 'kysely';
import type pg from 'pg';
import { type Database, makeKysely, makePool } from './connection.ts';
import { type ClusterOptions, startCluster } from './embedded/cluster.ts';
import { prepareDatabase } from './embedded/prepare.ts';
import { APP_ROLE, checkAppRole, checkOwner, checkServer } from './health.ts';
import { migrate } from './migrate.ts';
import { checkAddress, unreachable } from './unreachable.ts';

export type StoreOptions = {
  /** Connections for requests, at most. */
  maxConnections?: number;
  /** Told of connections that break on their own; they are replaced. */
  onError?: (error: Error) => void;
} & (
  | {
      /** Folder of the embedded PostgreSQL; made on the first start. */
      dataFolder: string;
      embedded?: Omit<ClusterOptions, 'folder'>;
    }
  | {
      /** The operator's own PostgreSQL, as the role that owns the database. */
      databaseUrl: string;
      /** The same database with a log-in of its own for requests; without it the owner's log-in takes the role `fahrplan_app`. */
      appUrl?: string;
    }
);

/** The open database. `db` and `pool` are for requests; `ownerPool` for migrations, the job queue, backup and restore. */
export type Store = {
  /** Requests: a role that row-level security binds. Use it through `withCity`. */
  db: Kysely<Database>;
  pool: pg.Pool;
  ownerPool: pg.Pool;
  /** Address of the same database for the role that owns it, where a library wants an address and no pool. */
  ownerUrl: string;
  /** Ends the connections, then the embedded server if there is one. */
  close(): Promise<void>;
};

/** A request may not hold its transaction for longer, nor one statement. */
const APP_SETTINGS = { statement_timeout: '60s', idle_in_transaction_session_timeout: '60s' };

type Reach = { ownerUrl: string; appUrl: string; appSettings: Record<string, string>; stop: () => Promise<void> };

async function reach(options: StoreOptions): Promise<Reach> {
  if ('databaseUrl' in options) {
    const { databaseUrl, appUrl } = options;
    checkAddress('DATABASE_URL', databaseUrl);
    if (appUrl !== undefined) checkAddress('FAHRPLAN_APP_DATABASE_URL', appUrl);
    const appSettings = appUrl === undefined ? { ...APP_SETTINGS, role: APP_ROLE } : APP_SETTINGS;
    return { ownerUrl: databaseUrl, appUrl: appUrl ?? databaseUrl, appSettings, stop: async () => {} };
  }
  const cluster = await startCluster({ ...options.embedded, folder: options.dataFolder });
  try {
    const { owner, database } = await prepareDatabase(cluster.socket);
    return {
      ownerUrl: cluster.url(owner, database),
      appUrl: cluster.url(APP_ROLE, database),
      appSettings: APP_SETTINGS,
      stop: () => cluster.stop(),
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/**
 * Opens the database, checks that it is safe and suitable, and brings its schema up to date. Either starts the
 * embedded PostgreSQL on a data folder or uses the operator's own server; what follows is the same for both.
 * Throws a `StoreRefusal` with a sentence for people; nothing is then left running.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const onError = options.onError ?? (() => {});
  const { ownerUrl, appUrl, appSettings, stop } = await reach(options);
  const ownerPool = makePool({ url: ownerUrl, max: 12, onError });
  const pool = makePool({ url: appUrl, max: options.maxConnections ?? 10, settings: appSettings, onError });
  const close = async (): Promise<void> => {
    await Promise.allSettled([pool.end(), ownerPool.end()]);
    await stop();
  };
  const named = 'databaseUrl' in options;
  try {
    await prepare(ownerPool).catch((error: unknown) => {
      throw unreachable(error, named ? 'DATABASE_URL' : null, ownerUrl);
    });
    await checkAppRole(pool).catch((error: unknown) => {
      const own = named && options.appUrl !== undefined;
      throw unreachable(error, own ? 'FAHRPLAN_APP_DATABASE_URL' : named ? 'DATABASE_URL' : null, appUrl);
    });
    return { db: makeKysely(pool), pool, ownerPool, ownerUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepare(ownerPool: pg.Pool): Promise<void> {
  await checkServer(ownerPool);
  await checkOwner(ownerPool);
  await migrate(ownerPool);
}
