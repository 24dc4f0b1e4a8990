import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import type { Store } from '../open.ts';
import { StoreRefusal } from '../refusal.ts';
import {
  ARCHIVED_TABLES,
  type ArchiveHeader,
  type ArchiveSummary,
  columnsOf,
  SEAL_BYTES,
  schemaNumber,
  summaryOf,
} from './format.ts';

const PAGE = 500;

function damaged(file: string, cause?: unknown): StoreRefusal {
  const text = {
    de: `Die Sicherung ${file} ist unvollständig oder verändert. Es wurde nichts eingespielt; bitte eine andere Sicherung verwenden.`,
    en: `The backup ${file} is incomplete or altered. Nothing was restored; please use another backup.`,
  };
  return new StoreRefusal('backupDamaged', text, { cause });
}

function unreadable(file: string, cause?: unknown): StoreRefusal {
  const text = {
    de: `${file} ist keine lesbare Sicherung von Fahrplan.`,
    en: `${file} is no readable backup of Fahrplan.`,
  };
  return new StoreRefusal('backupUnreadable', text, { cause });
}

/** Reads the whole archive once and checks its seal, before anything is written. Returns length and seal. */
async function checkSeal(file: string): Promise<{ length: number; seal: string }> {
  let handle: FileHandle | undefined;
  try {
    const { size } = await stat(file);
    const length = size - SEAL_BYTES;
    if (length <= 0) throw damaged(file);
    handle = await open(file);
    const hash = createHash('sha256');
    for await (const chunk of handle.createReadStream({ end: length - 1, autoClose: false }))
      hash.update(chunk as Buffer);
    const { buffer } = await handle.read(Buffer.alloc(SEAL_BYTES), 0, SEAL_BYTES, length);
    const seal = hash.digest('hex');
    if (buffer.toString('latin1') !== `${seal}\n`) throw damaged(file);
    return { length, seal };
  } catch (error) {
    throw error instanceof StoreRefusal ? error : unreadable(file, error);
  } finally {
    await handle?.close();
  }
}

function parseHeader(file: string, line: string | undefined, schema: number): ArchiveHeader {
  let header: ArchiveHeader;
  try {
    header = JSON.parse(line ?? '') as ArchiveHeader;
  } catch (error) {
    throw unreadable(file, error);
  }
  if (header.format !== 'fahrplan-backup' || header.version !== 1) throw unreadable(file);
  if (header.schema !== schema) {
    throw new StoreRefusal('backupOtherSchema', {
      de: `Die Sicherung ${file} hat den Datenbankstand ${header.schema}, dieses Programm ${schema}. Bitte sie mit dem Programm einspielen, das sie geschrieben hat, und danach aktualisieren.`,
      en: `The backup ${file} is of database state ${header.schema}, this program of ${schema}. Please restore it with the program that wrote it, and update afterwards.`,
    });
  }
  if (header.tables.map(([table]) => table).join() !== ARCHIVED_TABLES.join()) throw damaged(file);
  return header;
}

/** Fails unless all tables are empty. */
async function checkEmpty(client: pg.ClientBase): Promise<void> {
  for (const table of ARCHIVED_TABLES) {
    const { rows } = await client.query<{ used: boolean }>(`SELECT EXISTS (SELECT FROM ${table}) AS used`);
    if (!rows[0]?.used) continue;
    throw new StoreRefusal('databaseNotEmpty', {
      de: 'Eine Sicherung wird nur in eine leere Datenbank eingespielt; in dieser stehen schon Daten. Bitte einen neuen Datenordner oder eine neue Datenbank angeben.',
      en: 'A backup is restored into an empty database only; this one holds data already. Please name a new data folder or a new database.',
    });
  }
}

/** Inserts the rows of one table as they come, in pages. */
async function fill(client: pg.ClientBase, table: string, count: number, lines: AsyncIterator<string>): Promise<void> {
  const columns = (await columnsOf(client, table)).join(', ');
  for (let done = 0; done < count; done += PAGE) {
    const page: string[] = [];
    while (page.length < Math.min(PAGE, count - done)) {
      const { value, done: ended } = await lines.next();
      if (ended) throw new Error(`${table}: rows are missing`);
      page.push(value);
    }
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [`[${page.join(',')}]`],
    );
  }
}

/**
 * The archive's lines; every compressed byte that passes is hashed. Only a line feed ends a line: Node's readline
 * would also cut at U+2028, which may stand in a text.
 */
async function* readLines(file: string, length: number, hash: Hash): AsyncGenerator<string, void> {
  const bytes = createReadStream(file, { end: length - 1 });
  const unpacked = createGunzip();
  bytes.on('data', (chunk) => hash.update(chunk));
  bytes.on('error', (error) => unpacked.destroy(error));
  let rest = '';
  for await (const text of bytes.pipe(unpacked).setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * Restores an archive into an empty database, all of it or nothing. A backup of the restored database has the same
 * bytes. The archive is read and checked as a whole before the first row is written.
 */
export async function restore(store: Store, file: string): Promise<ArchiveSummary> {
  const { length, seal } = await checkSeal(file);
  const hash = createHash('sha256');
  const lines = readLines(file, length, hash);
  const client = await store.ownerPool.connect();
  try {
    const schema = await schemaNumber(client);
    const header = parseHeader(file, (await lines.next()).value ?? undefined, schema);
    await client.query('BEGIN');
    await client.query(`SET LOCAL fahrplan.maintenance = 'on'; SET LOCAL timezone = 'UTC'`);
    // The archive brings its own audit chain; the triggers that write one rest meanwhile, and nobody else gets in.
    for (const table of ARCHIVED_TABLES) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await checkEmpty(client);
    for (const [table, rows] of header.tables) await fill(client, table, rows, lines);
    if (!(await lines.next()).done || hash.digest('hex') !== seal) throw damaged(file);
    for (const table of ARCHIVED_TABLES) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    return summaryOf(header, length + SEAL_BYTES);
  } catch (error) {
    throw error instanceof StoreRefusal ? error : damaged(file, error);
  } finally {
    await lines.return(); // closes the file
    client.release(true); // ends the session, and with it a transaction that did not commit
  }
}
