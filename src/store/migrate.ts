import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StoreRefusal } from './refusal.ts';

/** One numbered step of the schema, as it stands in `migrations/`. Steps are only ever added. */
export type Migration = { number: number; name: string; sql: string; checksum: string };

/** Key of the advisory lock under which one server migrates while the others wait; any constant would do. */
const MIGRATION_LOCK = 4_242_001;

/** The migrations of this program, in order; their numbers have no gap. */
export function readMigrations(folder: string = join(import.meta.dirname, 'migrations')): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const number = Number(/^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1) throw new Error(`migrations/${name}: expected number ${index + 1}, form 0001_words.sql`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** What the database has applied must be a beginning of what the program knows. */
function checkApplied(applied: readonly { number: number; checksum: string }[], known: readonly Migration[]): void {
  const newest = applied.at(-1)?.number ?? 0;
  if (newest > known.length) {
    throw new StoreRefusal('databaseNewer', {
      de: `Die Datenbank ist neuer als dieses Programm (Stand ${newest}, das Programm kennt ${known.length}). Bitte das neuere Programm starten; es wurde nichts geändert.`,
      en: `The database is newer than this program (state ${newest}, the program knows ${known.length}). Please start the newer program; nothing was changed.`,
    });
  }
  for (const one of applied) {
    if (known[one.number - 1]?.checksum === one.checksum) continue;
    throw new StoreRefusal('migrationChanged', {
      de: `Der Schritt ${one.number} der Datenbank stammt aus einem anderen Programmstand als diesem. Bitte das Programm verwenden, mit dem die Datenbank angelegt wurde, oder eine Sicherung in eine leere Datenbank einspielen.`,
      en: `Step ${one.number} of the database comes from another build than this one. Please use the program that made the database, or restore a backup into an empty database.`,
    });
  }
}

/**
 * Brings the schema up to date and returns how many steps were applied. Each step is one transaction, so that a step
 * is there or not, never half; several servers may start at once, one migrates and the others find nothing to do.
 */
export async function migrate(pool: pg.Pool, known: readonly Migration[] = readMigrations()): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`CREATE TABLE IF NOT EXISTS migration (
      number     integer PRIMARY KEY,
      name       text NOT NULL,
      checksum   text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
    const { rows } = await client.query<{ number: number; checksum: string }>(
      'SELECT number, checksum FROM migration ORDER BY number',
    );
    checkApplied(rows, known);
    const pending = known.slice(rows.length);
    for (const step of pending) {
      await client.query('BEGIN');
      await client.query(step.sql);
      await client.query('INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)', [
        step.number,
        step.name,
        step.checksum,
      ]);
      await client.query('COMMIT');
    }
    return pending.length;
  } finally {
    // Ending the session ends an open transaction and gives the lock back, whatever happened before.
    client.release(true);
  }
}
