import type pg from 'pg';
import { AUDITED_TABLES } from '../kinds.ts';

/**
 * The archive: gzip of lines of JSON, then the SHA-256 of all bytes before it as 64 hex digits and a line feed (which
 * `zcat` ignores). The first line is the header with the number of rows of each table; the rows follow, table after
 * table, in the order of the header. No time stands in it: equal databases give equal bytes.
 */
export type ArchiveHeader = {
  format: 'fahrplan-backup';
  version: 1;
  /** Number of the newest migration of the database. */
  schema: number;
  /** Table and number of its rows. */
  tables: [table: string, rows: number][];
};

/** What an archive holds, and its length. */
export type ArchiveSummary = { cities: number; rows: number; bytes: number };

export function summaryOf({ tables }: ArchiveHeader, bytes: number): ArchiveSummary {
  return { cities: tables[0]?.[1] ?? 0, rows: tables.reduce((sum, [, rows]) => sum + rows, 0), bytes };
}

/** Length of the closing line: SHA-256 in hex, line feed. */
export const SEAL_BYTES = 65;

/**
 * Everything that is kept, `city` first because the others refer to it. Left out on purpose is what a restored
 * database must not bring back to life: sessions, sign-in links, jobs and their progress.
 */
export const ARCHIVED_TABLES: readonly string[] = [
  ...AUDITED_TABLES,
  'release_file',
  'letterhead',
  'credential',
  'passkey',
  'recovery_code',
  'audit_entry',
  'record_content',
  'idempotency_key',
  'preference',
  'watch',
  'notification',
  'visit',
  'saved_view',
  'import_mapping',
  'oparl_object',
  'oparl_run',
];

/** Columns of a table that hold data of their own; generated ones are computed again. */
export async function columnsOf(client: pg.ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return rows.map((row) => row.name);
}

/** Number of the newest migration of the database. */
export async function schemaNumber(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: number }>('SELECT max(number) AS number FROM migration');
  return (rows[0] as { number: number }).number;
}
