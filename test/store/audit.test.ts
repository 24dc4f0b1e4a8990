import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { adminClient } from '../../src/store/embedded/ready.ts';
import {
  type AuditHead,
  auditHead,
  deleteRecord,
  insertRecord,
  openStore,
  readAudit,
  recordEvent,
  replaceRecord,
  type Store,
  saveAgenda,
  storePlanRun,
  verifyAudit,
  withCity,
} from '../../src/store/index.ts';
import { createTestDatabase, type TestDatabase } from '../setup/database.ts';
import { LONG, seeded } from '../setup/random.ts';
import { given, sampleAgenda, samplePaper } from '../setup/sample.ts';

const city = 'musterstadt';
const acting = { city, actor: 'u-17' };
let database: TestDatabase;
let store: Store;
/** Somebody with all rights on the server, whom no trigger and no policy holds. */
let attacker: pg.Client;
let head: AuditHead;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.ownerUrl, appUrl: database.appUrl });
  await withCity(store.db, acting, (tx) => saveAgenda(tx, sampleAgenda()));
  for (let round = 0; round < 8; round++) {
    await withCity(store.db, { city, actor: `u-${round} "Ä\\\u2028` }, async (tx) => {
      const { version } = await insertRecord(tx, 'papers', samplePaper(`paper-${round}`));
      await replaceRecord(tx, 'papers', `paper-${round}`, version, { ...samplePaper(`paper-${round}`), name: 'Neu' });
      if (round % 2 === 0) await deleteRecord(tx, 'papers', `paper-${round}`, 2);
      await recordEvent(tx, 'export', 'papers', randomUUID());
      await storePlanRun(tx, { inputsHash: 'x', engineVersion: '1', seed: round, question: {}, result: {} });
    });
  }
  head = given(await withCity(store.db, acting, auditHead));
  attacker = await adminClient(inject('postgres').socket, database.name);
  await attacker.query(`SET session_replication_role = replica; CREATE SCHEMA kept;
    ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_seq_check`);
  for (const table of ['audit_entry', 'project', 'paper', 'plan_run'])
    await attacker.query(`CREATE TABLE kept.${table} AS TABLE ${table}`);
});

afterAll(async () => {
  await attacker?.end();
  await store?.close();
  await database?.drop();
});

describe('the audit chain', () => {
  test('every change wrote one entry, with actor, kind, record and version', async () => {
    expect(await verifyAudit(store.db, city)).toEqual({ intact: true, entries: head.seq, head });
    const entries = await withCity(store.db, acting, (tx) => readAudit(tx, { recordId: 'paper-0' }));
    expect(entries.map(({ action, kind, version }) => [action, kind, version])).toEqual([
      ['delete', 'paper', 2],
      ['update', 'paper', 2],
      ['insert', 'paper', 1],
    ]);
    expect(entries[0]?.actor).toBe('u-0 "Ä\\\u2028');
    const older = await withCity(store.db, acting, (tx) => readAudit(tx, { before: 3, limit: 5 }));
    expect(older.map((one) => one.seq)).toEqual([2, 1]);
  });

  test('a change without an actor is refused', async () => {
    const nobody = withCity(store.db, { city, actor: '' }, (tx) => insertRecord(tx, 'papers', samplePaper('x')));
    await expect(nobody).rejects.toThrow(/needs an actor/);
  });

  test('the application can neither write nor change nor delete entries, and the owner not change them', async () => {
    const writes = [
      'INSERT INTO audit_entry VALUES (NULL)',
      `UPDATE audit_entry SET actor = 'x'`,
      'DELETE FROM audit_entry',
    ];
    for (const write of writes) await expect(store.pool.query(write)).rejects.toThrow(/permission denied/);
    const direct = `SELECT append_audit_entry('musterstadt', 'x', 'x', 'x', 1, NULL)`;
    await expect(store.pool.query(direct)).rejects.toThrow(/permission denied/);
    for (const write of [...writes.slice(1), 'TRUNCATE audit_entry'])
      await expect(store.ownerPool.query(write)).rejects.toThrow(/may not be changed/);
    const disguised = withCity(store.db, acting, (tx) => recordEvent(tx, 'delete', 'project', 'geo'));
    await expect(disguised).rejects.toThrow(/written by changes only/);
  });

  test('entries written at the same time form one chain', async () => {
    const before = head.seq;
    await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        withCity(store.db, acting, (tx) => recordEvent(tx, 'export', 'papers', String(number))),
      ),
    );
    expect(await verifyAudit(store.db, city)).toMatchObject({ intact: true, entries: before + 40 });
    head = given(await withCity(store.db, acting, auditHead));
    await attacker.query('TRUNCATE kept.audit_entry; INSERT INTO kept.audit_entry TABLE audit_entry');
  });

  test('a chain that ends before the published head is found; one that has grown since is fine', async () => {
    expect(await verifyAudit(store.db, city, { seq: 5, hash: given(await entryHash(5)) })).toMatchObject({
      intact: true,
    });
    await attacker.query('DELETE FROM audit_entry WHERE seq > $1', [head.seq - 2]);
    expect(await verifyAudit(store.db, city)).toMatchObject({ intact: true }); // events only: nothing else to compare with
    expect(await verifyAudit(store.db, city, head)).toMatchObject({ intact: false, seq: head.seq - 1 });
    await restore('audit_entry');
  });

  const rounds = LONG ? 1000 : 100;
  test(`${rounds} changes made directly in the database are all found`, async () => {
    const next = seeded(20200831);
    const tamperings = [changeField, deleteEntry, swapEntries, insertEntry, changeRecord, deleteRow, insertRow];
    const missed: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const { table, what, seq } = await given(tamperings[next(tamperings.length)])(next);
      const verdict = await verifyAudit(store.db, city, head);
      if (verdict.intact || (seq !== undefined && verdict.seq !== seq))
        missed.push(`${what}: ${JSON.stringify(verdict)}`);
      await restore(table);
    }
    expect(missed).toEqual([]);
    expect(await verifyAudit(store.db, city, head)).toMatchObject({ intact: true });
  });
});

type Tampering = { table: string; what: string; seq?: number };
type Next = (limit: number) => number;

async function entryHash(seq: number): Promise<string | undefined> {
  const { rows } = await attacker.query<{ hash: string }>('SELECT hash FROM audit_entry WHERE seq = $1', [seq]);
  return rows[0]?.hash;
}

async function restore(table: string): Promise<void> {
  const { rows } = await attacker.query<{ names: string }>(
    `SELECT string_agg(attname, ', ' ORDER BY attnum) AS names FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = ''`,
    [table],
  );
  const names = given(rows[0]).names;
  await attacker.query(`DELETE FROM ${table}; INSERT INTO ${table} (${names}) SELECT ${names} FROM kept.${table}`);
}

async function changeField(next: Next): Promise<Tampering> {
  const seq = 1 + next(head.seq);
  const changes = [
    `actor = actor || ' '`,
    `at = at + interval '1 microsecond'`,
    `action = action || 'd'`,
    `kind = kind || 's'`,
    `record_id = record_id || '1'`,
    `version = coalesce(version, 0) + 1`,
    `content_hash = encode(sha256(coalesce(content_hash, '')::bytea), 'hex')`,
    `previous_hash = encode(sha256(previous_hash::bytea), 'hex')`,
    `hash = encode(sha256(hash::bytea), 'hex')`,
  ];
  const change = given(changes[next(changes.length)]);
  await attacker.query(`UPDATE audit_entry SET ${change} WHERE seq = $1`, [seq]);
  return { table: 'audit_entry', what: `${change} in ${seq}`, seq };
}

async function deleteEntry(next: Next): Promise<Tampering> {
  const seq = 1 + next(head.seq);
  await attacker.query('DELETE FROM audit_entry WHERE seq = $1', [seq]);
  return { table: 'audit_entry', what: `deleted ${seq}`, seq };
}

async function swapEntries(next: Next): Promise<Tampering> {
  const seq = 1 + next(head.seq - 1);
  // Over negative numbers, because no two entries may have the same one for a moment.
  await attacker.query(`UPDATE audit_entry SET seq = seq - ${2 * seq + 1} WHERE seq IN (${seq}, ${seq + 1});
    UPDATE audit_entry SET seq = -seq WHERE seq < 0`);
  return { table: 'audit_entry', what: `swapped ${seq} and ${seq + 1}`, seq };
}

async function insertEntry(next: Next): Promise<Tampering> {
  const seq = 1 + next(head.seq);
  await attacker.query(`UPDATE audit_entry SET seq = -seq WHERE seq >= ${seq};
    UPDATE audit_entry SET seq = 1 - seq WHERE seq < 0;
    INSERT INTO audit_entry
      SELECT city_id, ${seq}, at, 'u-666', action, kind, record_id, version, content_hash, previous_hash, hash
      FROM audit_entry WHERE seq = ${seq + 1}`);
  return { table: 'audit_entry', what: `inserted before ${seq}`, seq };
}

const someRecord = (next: Next): string => given(['project', 'paper', 'plan_run'][next(3)]);

async function changeRecord(next: Next): Promise<Tampering> {
  const table = someRecord(next);
  await attacker.query(
    `UPDATE ${table} SET body = body || '{"extra": 1}' WHERE id = (SELECT id FROM ${table} ORDER BY id OFFSET $1 LIMIT 1)`,
    [next(3)],
  );
  return { table, what: `changed a ${table}` };
}

async function deleteRow(next: Next): Promise<Tampering> {
  const table = someRecord(next);
  await attacker.query(`DELETE FROM ${table} WHERE id = (SELECT id FROM ${table} ORDER BY id OFFSET $1 LIMIT 1)`, [
    next(3),
  ]);
  return { table, what: `deleted a ${table}` };
}

async function insertRow(next: Next): Promise<Tampering> {
  const table = someRecord(next);
  await attacker.query(
    `INSERT INTO ${table} (city_id, id, position, body)
     SELECT city_id, 'forged', 99, body || '{"id": "forged"}' FROM ${table} ORDER BY id OFFSET $1 LIMIT 1`,
    [next(3)],
  );
  return { table, what: `inserted a ${table}` };
}
