import { readPlanRun } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, PlanRun } from '../http/schemas.ts';
import { isAssessRun } from '../paper-rows.ts';

export const planRunRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/plan-runs/{id}',
    summary: 'A kept answer, with all that is needed to compute it again',
    permission: 'read',
    params: idParams,
    answer: PlanRun,
    async handle({ tx, params }) {
      const stored = await readPlanRun(tx, params.id);
      if (stored === undefined || !isAssessRun(stored)) throw new Problem('not-found');
      const { id, createdAt, question, inputsHash, engineVersion, seed, result } = stored;
      return { body: { id, createdAt, question, inputsHash, engineVersion, seed, assessment: result.assessment } };
    },
  }),
];
