import { z } from '@hono/zod-openapi';
import { idSchema } from '../../agenda/index.ts';
import {
  MOST_WRITTEN,
  openStatement,
  passageSchema,
  refreshed,
  type StatementCommand,
  unknownFigures,
  writtenBlockSchema,
} from '../../council/index.ts';
import { insertRecord, readRecord } from '../../store/index.ts';
import { requireRight } from '../council/deputy.ts';
import { councilSettings, loadDesk } from '../council/desk.ts';
import { freshDraft, hashOf, type Scope, type StoredFile, stepFile } from '../council/statement-desk.ts';
import { deskOf, StatementDesk } from '../council/statement-view.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams } from '../http/schemas.ts';
import { requireConfirmedAccess } from '../identity/access.ts';
import { requireSecondFactor } from '../identity/second-factor.ts';

const line = z.string().trim().min(1).max(300);
const prose = z.string().trim().min(1).max(20_000);

const work = (path: string): string => `/api/papers/{id}/statement-work${path}`;

const reading: Operation[] = [
  operation({
    method: 'get',
    path: work(''),
    summary:
      'The statement as it is being worked on, null before anybody has begun: text, signatures, what was published',
    permission: 'read',
    params: idParams,
    answer: z.strictObject({ work: StatementDesk.nullable() }),
    async handle(call) {
      if ((await readRecord(call.tx, 'papers', call.params.id)) === undefined) throw new Problem('not-found');
      const stored = await readRecord(call.tx, 'statements', call.params.id);
      return { body: { work: stored ? await deskOf(call, stored) : null } };
    },
  }),
  operation({
    method: 'post',
    path: work(''),
    summary: 'Begin the statement with the draft of the newest answer; whoever begins it is its author',
    permission: 'writePapers',
    params: idParams,
    tagged: true,
    answer: StatementDesk,
    async handle(call) {
      const { tx, session, params } = call;
      if ((await readRecord(tx, 'papers', params.id)) === undefined) throw new Problem('not-found');
      const fresh = await freshDraft(call, params.id);
      if (fresh === undefined) {
        throw new Problem('conflict', {
          detail: {
            de: 'Bitte zuerst die Antwort (neu) berechnen; aus ihr entsteht der Entwurf.',
            en: 'Please have the answer computed (anew) first; the draft is made of it.',
          },
        });
      }
      const { settings } = await councilSettings(tx);
      const { statement: content, planRun } = fresh;
      const file = openStatement({ content, planRun, units: settings.cosigners, person: session.actor });
      const stored = (await readRecord(tx, 'statements', params.id)) ?? (await insertRecord(tx, 'statements', file));
      return { body: await deskOf(call, stored), version: stored.version };
    },
  }),
];

/** A step as a route: its own permission, its own body, the same answer. */
function step<Body extends z.ZodType>(definition: {
  path: string;
  method?: 'put' | 'post';
  summary: string;
  permission: 'read' | 'writePapers' | 'signStatement' | 'releaseStatement';
  own?: boolean;
  body: Body;
  command: (
    body: z.output<Body>,
    scope: Scope,
    paper: string,
  ) => Promise<(file: StoredFile['body']) => StatementCommand> | ((file: StoredFile['body']) => StatementCommand);
}): Operation {
  const { path, method = 'post', summary, permission, own = false, body, command } = definition;
  return operation({
    method,
    path: work(path),
    summary,
    permission,
    own,
    params: idParams,
    body: body as z.ZodType,
    versioned: true,
    tagged: true,
    answer: StatementDesk,
    async handle(call) {
      const { params, expectedVersion } = call;
      const commandFor = await command(call.body as z.output<Body>, call, params.id);
      const stored = await stepFile(call, params.id, expectedVersion, commandFor);
      return { body: await deskOf(call, stored), version: stored.version };
    },
  });
}

const writing: Operation[] = [
  step({
    path: '/text',
    method: 'put',
    summary: 'Change the text; bound figures may be moved or left out, never changed',
    permission: 'writePapers',
    body: z.strictObject({ blocks: z.array(writtenBlockSchema).max(MOST_WRITTEN.blocks) }),
    command: ({ blocks }) => {
      const ids = blocks.map((one) => one.id);
      if (new Set(ids).size !== ids.length) throw new Problem('invalid-request');
      return (file) => {
        const unknown = unknownFigures(blocks, file.content);
        if (unknown.length > 0) {
          throw new Problem('invalid-request', {
            errors: unknown.map((one) => ({
              pointer: `/blocks/${one.block}/paragraphs/${one.paragraph}`,
              detail: {
                de: `Das gebundene Feld „${one.text}“ gibt es in diesem Text nicht. Felder lassen sich verschieben oder streichen, nicht ändern.`,
                en: `There is no bound field “${one.text}” in this text. Fields can be moved or struck out, not changed.`,
              },
            })),
          });
        }
        return { kind: 'edit', content: { ...file.content, blocks } };
      };
    },
  }),
  step({
    path: '/take-over',
    summary: 'Take over what the records of now, or the newest answer, say about these figures',
    permission: 'writePapers',
    body: z.strictObject({ keys: z.array(line).min(1).max(500) }),
    command: async ({ keys }, scope, paper) => {
      const fresh = await freshDraft(scope, paper);
      if (fresh === undefined) throw new Problem('not-found');
      return (file) => ({
        kind: 'edit',
        content: refreshed(file.content, fresh.statement, keys),
        planRun: fresh.planRun,
      });
    },
  }),
  step({
    path: '/keep',
    summary: 'Keep a figure as it is although its record has changed, with a reason',
    permission: 'writePapers',
    body: z.strictObject({ key: line, now: z.string().max(1000), reason: prose }),
    command: async ({ key, now, reason }, { tx, session }) => {
      const { today } = await loadDesk(tx);
      const kept = { key, now, reason, by: session.actor, on: today };
      return (file) => ({
        kind: 'edit',
        content: file.content,
        kept: [...file.kept.filter((one) => one.key !== key), kept],
      });
    },
  }),
  step({
    path: '/arrange',
    summary: 'Which units co-sign, and whether one after the other',
    permission: 'writePapers',
    body: z.strictObject({ units: z.array(idSchema).max(30), inOrder: z.boolean() }),
    command: async ({ units, inOrder }, { tx, session, services }) => {
      const { agenda } = await services.agendas.load(tx, session);
      const known = new Set(agenda.units.map((unit) => unit.id));
      const unknown = units.findIndex((one) => !known.has(one));
      if (unknown >= 0) {
        const detail = { de: 'Diese Stelle gibt es nicht.', en: 'There is no such unit.' };
        throw new Problem('invalid-request', { errors: [{ pointer: `/units/${unknown}`, detail }] });
      }
      return () => ({ kind: 'arrange', units, inOrder });
    },
  }),
  step({
    path: '/settle',
    summary: 'Mark a comment as settled',
    permission: 'writePapers',
    body: z.strictObject({ comment: z.int().min(0) }),
    command:
      ({ comment }) =>
      () => ({ kind: 'settle', comment }),
  }),
  step({
    path: '/submit',
    summary: 'Submit the text for co-signing',
    permission: 'writePapers',
    body: z.strictObject({}),
    command: () => () => ({ kind: 'submit' }),
  }),
  step({
    path: '/correct',
    summary: 'Begin a corrected edition of a released statement',
    permission: 'writePapers',
    body: z.strictObject({}),
    command: () => () => ({ kind: 'correct' }),
  }),
];

const signing: Operation[] = [
  step({
    path: '/comment',
    summary: 'Comment on a block of the text, or on words of it',
    permission: 'signStatement',
    own: true,
    body: z.strictObject({ block: line, passage: passageSchema.optional(), text: prose }),
    command:
      ({ block, passage, text }) =>
      () => ({ kind: 'comment', block, passage, text }),
  }),
  step({
    path: '/answer',
    summary: 'Answer a comment',
    permission: 'signStatement',
    own: true,
    body: z.strictObject({ comment: z.int().min(0), text: prose }),
    command:
      ({ comment, text }) =>
      () => ({ kind: 'answer', comment, text }),
  }),
  step({
    path: '/sign',
    summary: 'Co-sign for a unit, or return the text with a comment',
    permission: 'read', // the door: a deputy signs in another person's right; `requireRight` asks
    body: z.discriminatedUnion('decision', [
      z.strictObject({ unit: idSchema, decision: z.literal('sign'), comment: prose.optional() }),
      z.strictObject({ unit: idSchema, decision: z.literal('return'), comment: prose }),
    ]),
    command: async (body, { tx, session }) => {
      const { unit } = body;
      const actingFor = await requireRight(tx, session, 'signStatement', { city: session.city, units: [unit] });
      if (body.decision === 'sign') await requireConfirmedAccess(tx, session);
      return () =>
        body.decision === 'sign'
          ? { kind: 'sign', unit, comment: body.comment, actingFor }
          : { kind: 'return', unit, comment: body.comment, actingFor };
    },
  }),
  step({
    path: '/release',
    summary: 'Release the statement in the city’s name; never by somebody who has written at it',
    permission: 'read', // the door: a deputy releases in another person's right; `requireRight` asks
    body: z.strictObject({}),
    command: async (_, { tx, session }) => {
      const actingFor = await requireRight(tx, session, 'releaseStatement', { city: session.city });
      requireSecondFactor(session);
      await requireConfirmedAccess(tx, session);
      return (file) => ({ kind: 'release', hash: hashOf(file.content), actingFor });
    },
  }),
  step({
    path: '/withdraw',
    summary: 'Withdraw a released edition; a tombstone with the reason remains',
    permission: 'releaseStatement',
    body: z.strictObject({ edition: z.int().min(1), reason: prose }),
    command: async ({ edition, reason }, { tx, session }) => {
      requireSecondFactor(session);
      await requireConfirmedAccess(tx, session);
      return () => ({ kind: 'withdraw', edition, reason });
    },
  }),
];

export const statementWorkRoutes: Operation[] = [...reading, ...writing, ...signing];
