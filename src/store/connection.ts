import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './database.gen.ts';

export type Database = DB;

/** Dates stay strings, and whole numbers are numbers as long as JavaScript can hold them exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === pg.types.builtins.DATE || oid === pg.types.builtins.NUMERIC) return (value) => value;
    if (oid === pg.types.builtins.INT8) {
      return (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value);
    }
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

export type PoolOptions = {
  url: string;
  max: number;
  /** Settings of every session of this pool, for example `role`. */
  settings?: Record<string, string>;
  /** Told of connections that break while nobody uses them; the pool replaces them. */
  onError: (error: Error) => void;
};

/** A pool that outlives its connections: an error on one of them is reported and never ends the process. */
export function makePool({ url, max, settings = {}, onError }: PoolOptions): pg.Pool {
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: options.join(' '),
    application_name: 'fahrplan',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', onError); // while idle in the pool
  pool.on('connect', (client) => void client.on('error', onError)); // while checked out
  return pool;
}

export function makeKysely(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
