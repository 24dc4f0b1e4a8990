import type { Kysely } from 'kysely';
import type pg from 'pg';
import { type Database, makeKysely, makePool } from './connection.ts';
import { type ClusterOptions, startCluster } from './embedded/cluster.ts';
import { prepareDatabase } from './embedded/prepare.ts';
import { APP_ROLE, appRoleMissing, checkAppRole, checkOwner, checkServer } from './health.ts';
import { migrate } from './migrate.ts';
import { StoreRefusal } from './refusal.ts';

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

/** Sentences for what can go wrong before the first query is answered. */
function unreachable(error: unknown): unknown {
  if (error instanceof StoreRefusal || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === '22023' && error.message.includes(APP_ROLE)) return appRoleMissing('der Eigentümer');
  if (code === '42501' && error.message.includes('set role')) return appRoleMissing('der Eigentümer');
  const connection =
    /^(E[A-Z_]+|08\w{3}|28\w{3}|3D000|57P0\d|53300)$/.test(code) || /timeout|terminated/i.test(error.message);
  if (!connection) return error;
  const text = {
    de: `Die Datenbank ist nicht erreichbar: ${error.message}. Bitte DATABASE_URL und den Datenbankserver prüfen.`,
    en: `The database cannot be reached: ${error.message}. Please check DATABASE_URL and the database server.`,
  };
  return new StoreRefusal('databaseUnreachable', text, { cause: error });
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
  try {
    await checkServer(ownerPool);
    await checkOwner(ownerPool);
    await migrate(ownerPool);
    await checkAppRole(pool);
    return { db: makeKysely(pool), pool, ownerPool, ownerUrl, close };
  } catch (error) {
    await close();
    throw unreachable(error);
  }
}
