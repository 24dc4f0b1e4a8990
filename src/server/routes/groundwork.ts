import { z } from '@hono/zod-openapi';
import {
  partnerRowSchema,
  partnerRows,
  prerequisiteRowSchema,
  prerequisiteRows,
  stagesView,
  stagesViewSchema,
} from '../../planning/index.ts';
import { type Operation, operation } from '../http/operation.ts';

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
