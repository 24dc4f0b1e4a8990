import { z } from '@hono/zod-openapi';
import { idSchema, isoDateSchema } from '../../agenda/index.ts';
import { loadDetail, loadView, obligationRows, overview, roadmapView } from '../../planning/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { LoadDetail, LoadView, ObligationRow, Overview, RoadmapView } from '../http/schemas.ts';

/** The pages' views: each computed by one function of `planning` and sent as it is. */
export const viewRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/overview',
    summary: 'State of the agenda at a glance',
    permission: 'read',
    keptFor: 'roles',
    answer: Overview,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const context = loaded.context();
      return { body: loaded.once('overview', () => overview(context)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/roadmap',
    summary: 'All projects over time, by action field',
    permission: 'read',
    keptFor: 'roles',
    answer: RoadmapView,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const context = loaded.context();
      return { body: loaded.once('roadmap', () => roadmapView(context)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/load',
    summary: 'Load of the teams by month, and the budget by year',
    permission: 'read',
    keptFor: 'roles',
    answer: LoadView,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const context = loaded.context();
      return { body: loaded.once('load', () => loadView(context)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/load/{team}/{month}',
    summary: 'The projects behind one cell of the load',
    permission: 'read',
    keptFor: 'roles',
    params: z.strictObject({ team: idSchema, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    answer: LoadDetail,
    async handle({ tx, session, services, params }) {
      const loaded = await services.agendas.load(tx, session);
      const body = loadDetail(loaded.context(), params.team, params.month);
      if (body === null) throw new Problem('not-found');
      return { body };
    },
  }),
  operation({
    method: 'get',
    path: '/api/obligations',
    summary: 'Legal duties with their deadlines and margins',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({ asOf: isoDateSchema, obligations: z.array(ObligationRow) }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const context = loaded.context();
      const obligations = loaded.once('obligations', () => obligationRows(context));
      return { body: { asOf: loaded.asOf, obligations } };
    },
  }),
];
