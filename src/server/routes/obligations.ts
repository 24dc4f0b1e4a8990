import { z } from '@hono/zod-openapi';
import { coverageView, obligationRow } from '../../planning/index.ts';
import { readRecord } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { CoverageView, idParams, Obligation, ObligationRow, version } from '../http/schemas.ts';

export const obligationRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/coverage',
    summary: 'Which project serves which duty and which goal of a strategy, and the gaps',
    permission: 'read',
    keptFor: 'roles',
    answer: CoverageView,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: loaded.once('coverage', () => coverageView(loaded.agenda, loaded.asOf)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/obligations/{id}',
    summary: 'One legal duty with its margin',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    tagged: true,
    answer: z.strictObject({ obligation: Obligation, version, row: ObligationRow }),
    async handle({ tx, session, services, params }) {
      const stored = await readRecord(tx, 'obligations', params.id);
      if (stored === undefined) throw new Problem('not-found');
      const loaded = await services.agendas.load(tx, session);
      const row = obligationRow(loaded.context(), stored.body);
      return { body: { obligation: stored.body, version: stored.version, row }, version: stored.version };
    },
  }),
];
