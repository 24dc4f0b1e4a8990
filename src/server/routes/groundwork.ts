import { z } from '@hono/zod-openapi';
import { idSchema } from '../../agenda/index.ts';
import {
  partnerRowSchema,
  partnerRows,
  prerequisiteRowSchema,
  prerequisiteRows,
  stagesView,
  stagesViewSchema,
} from '../../planning/index.ts';
import { holdRecords, orderRecords } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';

const MOST_STAGES = 200;

/** What the agenda stands on: its stages, prerequisites that are no projects, and partners with their offers. */
export const groundworkRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/stages',
    summary: 'The stages with their entry conditions, what of them holds, and what the plan begins too early',
    permission: 'read',
    keptFor: 'roles',
    answer: stagesViewSchema,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: loaded.once('stages', () => stagesView(loaded.agenda, loaded.asOf)) };
    },
  }),
  operation({
    method: 'put',
    path: '/api/stages/order',
    summary: 'Put the stages into another order; refused if they do not stand in the order that the editor saw',
    permission: 'writeRegister',
    body: z
      .strictObject({ before: z.array(idSchema).max(MOST_STAGES), after: z.array(idSchema).max(MOST_STAGES) })
      .refine(({ before, after }) => [...before].sort().join(' ') === [...after].sort().join(' '), {
        error: 'Dieselben Stufen, jede einmal, in anderer Reihenfolge',
        path: ['after'],
      }),
    refuses: ['version-stale'],
    answer: z.strictObject({ order: z.array(z.string()) }),
    async handle({ tx, body }) {
      await holdRecords(tx);
      await orderRecords(tx, 'stages', body);
      return { body: { order: body.after } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/prerequisites',
    summary: 'Prerequisites that are no projects, each with the projects and stages that wait for it',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({ prerequisites: z.array(prerequisiteRowSchema) }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const prerequisites = loaded.once('prerequisites', () => prerequisiteRows(loaded.agenda, loaded.asOf));
      return { body: { prerequisites } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/partners',
    summary: 'Partners with their offers, each with the projects whose planned way uses it',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({ partners: z.array(partnerRowSchema) }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: { partners: loaded.once('partners', () => partnerRows(loaded.agenda)) } };
    },
  }),
];
