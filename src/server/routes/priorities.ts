import { z } from '@hono/zod-openapi';
import { defaultWeighting, idSchema } from '../../agenda/index.ts';
import { priorityView, priorityViewSchema } from '../../planning/index.ts';
import { recordVersions } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';

/** Points by which each weight is moved to see which ranks change, unless somebody asks for others. */
const USUAL_MOVE = 5;

export const priorityRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/priorities',
    summary: 'Ranks of the projects by declared criteria, duties first, and how much they hang on the weights',
    permission: 'read',
    keptFor: 'roles',
    query: z.strictObject({
      /** Id of the weighting; without it the first one of the city, else the proposed one. */
      weighting: idSchema.optional(),
      by: z.coerce.number().int().min(1).max(100).default(USUAL_MOVE),
    }),
    answer: z.strictObject({
      ...priorityViewSchema.shape,
      /** Null: the proposal for a city that has declared no criteria. */
      version: z.int().nullable(),
      weightings: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
    async handle({ tx, session, services, query: { weighting: id, by } }) {
      const loaded = await services.agendas.load(tx, session);
      const { weightings } = loaded.agenda;
      const chosen = id === undefined ? (weightings[0] ?? defaultWeighting) : weightings.find((one) => one.id === id);
      if (chosen === undefined) throw new Problem('not-found');
      const known = await recordVersions(tx, 'weightings');
      return {
        body: {
          ...loaded.once(`priorities ${chosen.id} ${by}`, () => priorityView(loaded.agenda, chosen, by)),
          version: known[chosen.id] ?? null,
          weightings: weightings.map(({ id: key, name }) => ({ id: key, name })),
        },
      };
    },
  }),
];
