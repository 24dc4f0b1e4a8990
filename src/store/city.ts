import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './connection.ts';

declare const ofOneCity: unique symbol;

/** A transaction that has named its city and its actor. Only `withCity` makes one, so nobody can forget to. */
export type CityTransaction = Transaction<Database> & { readonly [ofOneCity]: true };

/** For which city and in whose name a transaction runs. `actor` is an opaque id, never a person's name. */
export type Acting = { city: string; actor: string };

/**
 * Runs `run` in one transaction that sees and changes records of this city only (row-level security), and whose
 * changes stand in the audit chain under this actor. The settings end with the transaction, so that the next user of
 * the connection does not inherit them.
 */
export async function withCity<T>(
  db: Kysely<Database>,
  { city, actor }: Acting,
  run: (tx: CityTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await enterCity(tx, { city, actor });
    return run(tx as CityTransaction);
  });
}

/** Names city and actor for the rest of a transaction that began without knowing them (sign-in by link). */
export async function enterCity(tx: Transaction<Database>, { city, actor }: Acting): Promise<void> {
  await sql`SELECT set_config('fahrplan.city', ${city}, true), set_config('fahrplan.actor', ${actor}, true)`.execute(
    tx,
  );
}

/** Id and name of every city in this database. */
export async function listCities(db: Kysely<Database>): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`SELECT id, name FROM list_cities()`.execute(db);
  return rows;
}

/**
 * True if an error means that the database is away for the moment (connection cut, server stopping or starting, no
 * free connection): answer 503 and try again later.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // 08: connection; 57P01 to 57P03: shutdown, crash, starting up; 53300: too many connections; 25P03: idle too long.
  if (/^(08\w{3}|57P0[123]|53300|25P03|ECONN\w+|ENOENT|EPIPE|ETIMEDOUT)$/.test(code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  );
}
