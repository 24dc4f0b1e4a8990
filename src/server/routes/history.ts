import { z } from '@hono/zod-openapi';
import { idSchema } from '../../agenda/index.ts';
import { type HistoryEntry, readHistory } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { WrittenRecord } from '../http/schemas.ts';
import type { RecordChange } from '../records/change.ts';
import { collectionOfKind } from '../records/collections.ts';
import { changeAgenda, changeRecord } from '../records/edit.ts';
import { editableKinds } from '../records/editable.ts';
import { requireSome } from '../records/may-edit.ts';
import { editableChange, inverseOf, restoring } from '../records/undo.ts';

const kind = z.enum(editableKinds);
const PAGE = 50;

const entry = z.strictObject({
  /** Number of the change in the audit chain. */
  entry: z.int(),
  at: z.iso.datetime({ precision: 6 }),
  actor: z.string(),
  action: z.enum(['insert', 'update', 'delete']),
  version: z.int(),
  /** Fields that this change set, changed or emptied, with what they held; of lists the items that differ. */
  changed: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** False when the content of this version is not kept (any more); it cannot be brought back then. */
  restorable: z.boolean(),
});

/** Fields in which two versions differ. The database orders keys, so that equal values are equal texts. */
function changedFields(
  before: HistoryEntry['body'],
  { action, body: after }: HistoryEntry,
): z.infer<typeof entry>['changed'] {
  // What a changed record held before may not be kept any more: then nobody can say which fields were changed.
  if (after === null || (action === 'update' && before === null)) return [];
  const names = [...new Set([...Object.keys(after), ...Object.keys(before ?? {})])];
  return names
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
    .map((one) => ({ ...one, before: differing(one.before, one.after), after: differing(one.after, one.before) }));
}

/** A value beside the one that it is compared with: of a list the items that the other one has not, or all if none. */
function differing(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(other)) return value;
  const others = new Set(other.map((one) => JSON.stringify(one)));
  const own = value.filter((one) => !others.has(JSON.stringify(one)));
  return own.length === 0 && value.length === other.length ? value : own;
}

export const historyRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/records/{kind}/{id}/history',
    summary: 'Who changed what in a record and when, newest first; deleted records have a history too',
    permission: 'read', // the door; each record is asked for
    keptFor: 'roles',
    params: z.strictObject({ kind, id: idSchema }),
    query: z.strictObject({ before: z.coerce.number().int().min(1).optional() }),
    answer: z.strictObject({ entries: z.array(entry), more: z.boolean() }),
    async handle({ tx, session, params, query }) {
      requireSome(session, collectionOfKind[params.kind]);
      const before = query.before === undefined ? {} : { before: query.before };
      const found = await readHistory(tx, collectionOfKind[params.kind], params.id, { limit: PAGE + 1, ...before });
      if (found.length === 0) throw new Problem('not-found');
      const entries = found.slice(0, PAGE).map((one, position) => ({
        entry: one.seq,
        at: one.at,
        actor: one.actor,
        action: one.action,
        version: one.version,
        changed: changedFields(found[position + 1]?.body ?? null, one),
        restorable: one.body !== null,
      }));
      return { body: { entries, more: found.length > PAGE } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/changes/{entry}',
    summary: 'What a record held after one change',
    permission: 'read', // the door; each record is asked for
    params: z.strictObject({ entry: z.coerce.number().int().min(1) }),
    answer: z.strictObject({ kind, id: z.string(), version: z.int(), body: z.unknown() }),
    async handle({ tx, session, params }) {
      const { edited, id, version, body } = await editableChange(tx, params.entry);
      requireSome(session, collectionOfKind[edited]);
      if (body === null) throw new Problem('not-found');
      return { body: { kind: edited, id, version, body } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/changes/{entry}/restore',
    summary: 'Bring a record back to what it held after an earlier change, as a new version',
    permission: 'read', // the door; each record is asked for
    params: z.strictObject({ entry: z.coerce.number().int().min(1) }),
    /** Version that is to be replaced; null if the record has been deleted since. */
    body: z.strictObject({ version: z.int().min(1).nullable() }),
    refuses: ['conflict', 'version-stale'],
    answer: WrittenRecord,
    async handle({ params, body, ...work }) {
      const change = restoring(await editableChange(work.tx, params.entry), body.version);
      return { body: (await changeRecord(work, change)).written };
    },
  }),
  operation({
    method: 'post',
    path: '/api/undo',
    summary: 'Take changes back, as long as nobody has changed the same records since',
    permission: 'read', // the door; each record is asked for
    body: z.strictObject({ entries: z.array(z.int().min(1)).min(1).max(2_000) }),
    refuses: ['conflict', 'version-stale', 'not-found'],
    answer: z.strictObject({ written: z.array(WrittenRecord) }),
    async handle({ body, ...work }) {
      const changes: RecordChange[] = [];
      for (const one of body.entries) changes.push(await inverseOf(work.tx, one));
      return { body: { written: (await changeAgenda(work, changes)).written } };
    },
  }),
];
