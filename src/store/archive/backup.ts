import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { Store } from '../open.ts';
import {
  ARCHIVED_TABLES,
  type ArchiveHeader,
  type ArchiveSummary,
  columnsOf,
  SEAL_BYTES,
  schemaNumber,
  summaryOf,
} from './format.ts';

/** Rows fetched at a time; a row is seldom over 50 kB. */
const PAGE = 500;

/** The archive's lines: header, then every row as PostgreSQL itself writes it as JSON, ordered by its key. */
async function* lines(client: pg.ClientBase, header: ArchiveHeader): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`;
  for (const [table] of header.tables) {
    const columns = await columnsOf(client, table);
    const key = columns.slice(0, 3).join(', '); // city and key come first in every table
    await client.query(
      `DECLARE archive CURSOR FOR SELECT to_jsonb(line)::text AS line
       FROM (SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${key}) AS line`,
    );
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`FETCH ${PAGE} FROM archive`);
      if (rows.length === 0) break;
      yield `${rows.map((row) => row.line).join('\n')}\n`;
    }
    await client.query('CLOSE archive');
  }
}

async function readHeader(client: pg.ClientBase): Promise<ArchiveHeader> {
  const tables: [string, number][] = [];
  for (const table of ARCHIVED_TABLES) {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*) FROM ${table}`);
    tables.push([table, Number(rows[0]?.count)]);
  }
  return { format: 'fahrplan-backup', version: 1, schema: await schemaNumber(client), tables };
}

/**
 * Writes an archive of all cities to `file`: one snapshot of the database, while work goes on. The file appears when
 * it is complete and on the disk; until then, and if anything fails, there is none.
 */
export async function backup(store: Store, file: string): Promise<ArchiveSummary> {
  const unfinished = `${file}.unfinished`;
  const client = await store.ownerPool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL fahrplan.maintenance = 'on'; SET LOCAL timezone = 'UTC'`);
    const header = await readHeader(client);
    const handle = await open(unfinished, 'w', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await pipeline(Readable.from(lines(client, header)), createGzip(), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          await handle.writeFile(chunk);
        }
      });
      await handle.writeFile(`${hash.digest('hex')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
    return summaryOf(header, bytes + SEAL_BYTES);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    client.release(true); // ends the session, and with it the snapshot
  }
}
