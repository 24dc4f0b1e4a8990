import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { commentSchema, discussedKindSchema } from '../../agenda/index.ts';
import {
  type CityTransaction,
  deleteComment,
  insertComment,
  listComments,
  listPeople,
  notify,
  readComment,
  readRecord,
  type Subject,
  setWatch,
  watchersOf,
} from '../../store/index.ts';
import { namesOf } from '../council/person-name.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { collectionOfKind } from '../records/collections.ts';

const params = z.strictObject({ kind: discussedKindSchema, id: z.string().min(1).max(300) });
const people = z.array(z.strictObject({ id: z.string(), name: z.string() }));

const Discussion = z
  .strictObject({
    comments: z.array(
      z.strictObject({
        ...commentSchema.shape,
        authorName: z.string(),
        /** Names of those who are mentioned. */
        mentionNames: z.array(z.string()),
        own: z.boolean(),
      }),
    ),
    watching: z.boolean(),
    watchers: z.int(),
  })
  .openapi('Discussion');

/** The record that is meant. Throws {@link Problem} if it does not exist. */
async function subjectOf(tx: CityTransaction, { kind, id }: z.infer<typeof params>): Promise<Subject> {
  const collection = kind === 'paper' ? 'papers' : collectionOfKind[kind];
  if ((await readRecord(tx, collection, id)) === undefined) throw new Problem('not-found');
  return { kind, record: id };
}

async function discussionOf(tx: CityTransaction, actor: string, subject: Subject): Promise<z.infer<typeof Discussion>> {
  const comments = await listComments(tx, subject);
  const names = await namesOf(
    tx,
    comments.flatMap((one) => [one.author, ...one.mentions]),
  );
  const watchers = await watchersOf(tx, subject);
  return {
    comments: comments.map((one) => ({
      ...one,
      authorName: names[one.author] ?? one.author,
      mentionNames: one.mentions.map((id) => names[id] ?? id),
      own: one.author === actor,
    })),
    watching: watchers.includes(actor),
    watchers: watchers.length,
  };
}

/** People who sign in and may see something. */
async function colleagues(tx: CityTransaction): Promise<z.infer<typeof people>> {
  const active = (await listPeople(tx)).filter(({ person }) => person.active && person.roles.length > 0);
  return active.map(({ person: { id, name } }) => ({ id, name }));
}

export const commentRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/discussions/{kind}/{id}',
    summary: 'Comments on a record, and whether the person follows it',
    permission: 'read',
    params,
    answer: Discussion,
    async handle({ tx, session, params }) {
      return { body: await discussionOf(tx, session.actor, await subjectOf(tx, params)) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/discussions/{kind}/{id}',
    summary:
      'Comment on a record, telling those who are mentioned and those who follow it; the author follows it from then on',
    permission: 'comment',
    params,
    body: commentSchema.pick({ text: true, mentions: true }),
    refuses: ['conflict'],
    status: 201,
    answer: Discussion,
    async handle({ tx, session: { actor }, params, body }) {
      const subject = await subjectOf(tx, params);
      const known = new Set((await colleagues(tx)).map((one) => one.id));
      const mentions = [...new Set(body.mentions)];
      const unknown = mentions.findIndex((id) => !known.has(id));
      if (unknown !== -1) throw unknownPerson(unknown);
      const comment = { id: randomUUID(), author: actor, at: new Date().toISOString(), text: body.text, mentions };
      await insertComment(tx, { ...subject, ...comment });
      const others = mentions.filter((id) => id !== actor);
      await notify(tx, subject, { reason: 'mention', recipients: others });
      const watchers = (await watchersOf(tx, subject)).filter((one) => one !== actor && !others.includes(one));
      await notify(tx, subject, { reason: 'comment', recipients: watchers });
      await setWatch(tx, subject, true);
      return { body: await discussionOf(tx, actor, subject) };
    },
  }),
  operation({
    method: 'delete',
    path: '/api/comments/{comment}',
    summary: 'Delete a comment: its author, or the administration',
    permission: 'read', // the door; the comment is asked for
    params: z.strictObject({ comment: z.uuid() }),
    answer: z.strictObject({ deleted: z.boolean() }),
    async handle({ tx, session, params }) {
      const comment = await readComment(tx, params.comment);
      if (comment === undefined) return { body: { deleted: false } };
      if (comment.author !== session.actor && !session.roles.includes('administrator'))
        throw new Problem('not-allowed');
      await deleteComment(tx, comment.id);
      return { body: { deleted: true } };
    },
  }),
  operation({
    method: 'put',
    path: '/api/discussions/{kind}/{id}/watch',
    summary: 'Follow a record, or no longer',
    permission: 'read',
    params,
    body: z.strictObject({ watching: z.boolean() }),
    refuses: ['conflict'],
    answer: Discussion,
    async handle({ tx, session, params, body }) {
      const subject = await subjectOf(tx, params);
      await setWatch(tx, subject, body.watching);
      return { body: await discussionOf(tx, session.actor, subject) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/colleagues',
    summary: 'Who can be mentioned: key and name of everybody who signs in',
    permission: 'comment',
    keptFor: 'roles',
    answer: z.strictObject({ people }),
    async handle({ tx }) {
      return { body: { people: await colleagues(tx) } };
    },
  }),
];

const unknownPerson = (position: number): Problem =>
  new Problem('invalid-request', {
    errors: [
      {
        pointer: `/mentions/${position}`,
        detail: {
          de: 'Diese Person gibt es nicht, oder ihr Zugang ist entzogen.',
          en: 'There is no such person, or their access was withdrawn.',
        },
      },
    ],
  });
