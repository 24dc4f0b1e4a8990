import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Text } from '../agenda/index.ts';
import type { AuditHead } from './audit.ts';
import { enterCity } from './city.ts';
import type { Database } from './connection.ts';
import { AUDITED_TABLES } from './kinds.ts';

/** Whether chain and records are untouched; if not, the first entry that is wrong and what is wrong with it. */
export type AuditVerdict =
  | { intact: true; entries: number; head: AuditHead | undefined }
  | { intact: false; seq: number | undefined; text: Text };

type Entry = {
  seq: number;
  kind: string;
  id: string;
  contentHash: string | null;
  previousHash: string;
  hash: string;
  [field: string]: string | number | null;
};

const PAGE = 2_000;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The entry's hashed form: all fields but the hash itself, keys sorted, no spaces. */
function canonical(entry: Entry): string {
  const fields = Object.entries(entry).filter(([name]) => name !== 'hash');
  return JSON.stringify(Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function broken(seq: number | undefined, de: string, en: string): AuditVerdict {
  return { intact: false, seq, text: { de, en } };
}

/**
 * Recomputes the city's chain from its first entry, apart from the code that wrote it, and compares every stored
 * record with the last entry about it. `anchor` is a head that was published earlier: without one, a chain whose
 * newest entries were cut off together with their records cannot be told from a whole one.
 */
export async function verifyAudit(db: Kysely<Database>, city: string, anchor?: AuditHead): Promise<AuditVerdict> {
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return transaction.execute(async (tx) => {
    await enterCity(tx, { city, actor: 'audit' });
    const latest = new Map<string, Entry>();
    let head: AuditHead = { seq: 0, hash: '0'.repeat(64) };
    let anchored = anchor === undefined;
    for (;;) {
      const { rows } = await sql<Entry>`
        SELECT seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, actor, action, kind,
          record_id AS id, version, city_id AS city, content_hash AS "contentHash",
          previous_hash AS "previousHash", hash
        FROM audit_entry WHERE seq > ${head.seq} ORDER BY seq LIMIT ${PAGE}`.execute(tx);
      for (const entry of rows) {
        const { seq, hash } = entry;
        if (seq !== head.seq + 1)
          return broken(head.seq + 1, `Eintrag ${head.seq + 1} fehlt.`, `Entry ${head.seq + 1} is missing.`);
        if (entry.previousHash !== head.hash)
          return broken(
            seq,
            `Eintrag ${seq} schließt nicht an seinen Vorgänger an.`,
            `Entry ${seq} does not follow its predecessor.`,
          );
        if (sha256(canonical(entry)) !== hash)
          return broken(seq, `Eintrag ${seq} wurde verändert.`, `Entry ${seq} was altered.`);
        if (seq === anchor?.seq && hash === anchor.hash) anchored = true;
        head = { seq, hash };
        if (entry.action === 'delete') latest.delete(`${entry.kind} ${entry.id}`);
        else if (entry.contentHash !== null) latest.set(`${entry.kind} ${entry.id}`, entry);
      }
      if (rows.length < PAGE) break;
    }
    if (!anchored)
      return broken(
        head.seq + 1,
        'Die Kette endet vor dem veröffentlichten Stand oder weicht von ihm ab.',
        'The chain ends before the published state or differs from it.',
      );
    for (const table of AUDITED_TABLES) {
      const { rows } = await sql<{ id: string; content: string }>`
        SELECT id, body::text AS content FROM ${sql.table(table)} ORDER BY id`.execute(tx);
      for (const { id, content } of rows) {
        const entry = latest.get(`${table} ${id}`);
        latest.delete(`${table} ${id}`);
        if (entry?.contentHash === sha256(content)) continue;
        return broken(
          entry?.seq,
          `Der Inhalt von ${table} "${id}" stimmt mit keinem Eintrag überein.`,
          `The content of ${table} "${id}" agrees with no entry.`,
        );
      }
    }
    for (const { seq, kind, id } of latest.values())
      return broken(
        seq,
        `Zu Eintrag ${seq} fehlt ${kind} "${id}".`,
        `Entry ${seq} tells of ${kind} "${id}", which is missing.`,
      );
    return { intact: true, entries: head.seq, head: head.seq === 0 ? undefined : head };
  });
}
