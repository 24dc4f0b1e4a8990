import { z } from '@hono/zod-openapi';
import { type Agenda, idSchema } from '../../agenda/index.ts';
import { listRecords } from '../../store/index.ts';
import { IMPORT_BYTES } from '../http/body.ts';
import { type Operation, operation, type Reply } from '../http/operation.ts';
import { WrittenRecord } from '../http/schemas.ts';
import type { RecordChange } from '../records/change.ts';
import { collectionOfKind, titleOf } from '../records/collections.ts';
import { changeAgenda, changeRecord, type Written } from '../records/edit.ts';
import { checkedBodies, editableKinds } from '../records/editable.ts';
import { shownTo } from '../records/may-edit.ts';

const kind = z.enum(editableKinds);
const kindParams = z.strictObject({ kind });
const recordParams = z.strictObject({ kind, id: idSchema });
const version = z.int().min(1);

/** Any record; which fields it has depends on its kind, and the schema of that kind checks them. */
const anyRecord = z.unknown().openapi({ type: 'object', description: 'One record: docs/formats/agenda.md' });

/** Most changes that one request makes: every project of a large city at once. */
const MOST_CHANGES = 2_000;

const changeSchema = z.strictObject({
  kind,
  id: idSchema,
  /** Version that the editor saw; null for a new record. */
  version: version.nullable(),
  /** What the record is to hold; null deletes it. */
  body: anyRecord,
});

function choicesOf(agenda: Agenda): Record<string, { id: string; name: string }[]> {
  const named = editableKinds.map((one) => {
    const records: readonly { id: string }[] = agenda[collectionOfKind[one]];
    return [one, records.map(({ id }) => ({ id, name: titleOf(agenda, collectionOfKind[one], id) }))] as const;
  });
  return Object.fromEntries(named);
}

/** Answer to a single change. */
function replyOf({ written }: { written: Written }): Reply<Written> {
  return { body: written, ...(written.version === null ? {} : { version: written.version }) };
}

export const editRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/choices',
    summary: 'Names of all records that others can refer to, by kind',
    permission: 'read',
    keptFor: 'roles',
    answer: z.record(z.string(), z.array(z.strictObject({ id: z.string(), name: z.string() }))),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: loaded.once('choices', () => choicesOf(loaded.agenda)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/records/{kind}',
    summary: 'All records of one kind, each with the version that a change of it must name',
    permission: 'read',
    keptFor: 'roles',
    params: kindParams,
    answer: z.strictObject({
      records: z.array(z.strictObject({ id: z.string(), title: z.string(), version, body: anyRecord })),
    }),
    async handle({ tx, session, services, params }) {
      const { agenda } = await services.agendas.load(tx, session);
      const collection = collectionOfKind[params.kind];
      const stored = await listRecords(tx, collection);
      return {
        body: {
          records: stored.map((one) => ({
            ...one,
            body: shownTo(session, agenda, collection, one.body),
            title: titleOf(agenda, collection, one.id),
          })),
        },
      };
    },
  }),
  operation({
    method: 'post',
    path: '/api/records/{kind}',
    summary: 'Add a record; it must fit the rest of the agenda',
    permission: 'read', // the door; `changeAgenda` asks for each record
    params: kindParams,
    body: anyRecord,
    status: 201,
    tagged: true,
    refuses: ['conflict'],
    answer: WrittenRecord,
    async handle({ params, body, ...work }) {
      const [checked] = checkedBodies([{ kind: params.kind, id: null, body }]);
      const id = checked?.id ?? '';
      const change = { collection: collectionOfKind[params.kind], id, version: null, body: checked ?? null };
      return replyOf(await changeRecord(work, change));
    },
  }),
  operation({
    method: 'put',
    path: '/api/records/{kind}/{id}',
    summary: 'Replace a record; the plan is computed anew if dates may depend on it',
    permission: 'read', // the door; `changeAgenda` asks for each record
    params: recordParams,
    body: anyRecord,
    versioned: true,
    tagged: true,
    answer: WrittenRecord,
    async handle({ params, body, expectedVersion, ...work }) {
      const [checked] = checkedBodies([{ kind: params.kind, id: params.id, body }]);
      const collection = collectionOfKind[params.kind];
      const change = { collection, id: params.id, version: expectedVersion, body: checked ?? null };
      return replyOf(await changeRecord(work, change));
    },
  }),
  operation({
    method: 'delete',
    path: '/api/records/{kind}/{id}',
    summary: 'Delete a record that no other record names',
    permission: 'read', // the door; `changeAgenda` asks for each record
    params: recordParams,
    versioned: true,
    refuses: ['conflict'],
    answer: WrittenRecord,
    async handle({ params, expectedVersion, ...work }) {
      const collection = collectionOfKind[params.kind];
      const change = { collection, id: params.id, version: expectedVersion, body: null };
      return replyOf(await changeRecord(work, change));
    },
  }),
  operation({
    method: 'post',
    path: '/api/changes',
    summary: 'Several changes of records at once: all of them or none',
    permission: 'read', // the door; `changeAgenda` asks for each record
    body: z.strictObject({ changes: z.array(changeSchema).min(1).max(MOST_CHANGES) }),
    bodyBytes: IMPORT_BYTES,
    refuses: ['conflict', 'version-stale'],
    answer: z.strictObject({ written: z.array(WrittenRecord) }),
    async handle({ body, ...work }) {
      const kept = body.changes.flatMap((one, number) =>
        one.body === null ? [] : [{ ...one, place: ['changes', number, 'body'] }],
      );
      const bodies = checkedBodies(kept);
      const changes = body.changes.map((one): RecordChange => {
        const collection = collectionOfKind[one.kind];
        return {
          collection,
          id: one.id,
          version: one.version,
          body: one.body === null ? null : (bodies.shift() ?? null),
        };
      });
      return { body: { written: (await changeAgenda(work, changes)).written } };
    },
  }),
];
