import { preferencesSchema } from '../../agenda/index.ts';
import { keepPreferences, readPreferences } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';

/** One's own choices: nobody reads or sets those of somebody else. */
export const preferenceRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/preferences',
    summary: 'What the person has chosen for themselves',
    permission: 'read',
    keptFor: 'person',
    keptWithSmallChanges: true,
    answer: preferencesSchema,
    async handle({ tx }) {
      return { body: await readPreferences(tx) };
    },
  }),
  operation({
    method: 'put',
    path: '/api/preferences',
    summary: 'Keep what the person has chosen for themselves',
    permission: 'read',
    body: preferencesSchema,
    answer: preferencesSchema,
    async handle({ tx, body }) {
      await keepPreferences(tx, body);
      return { body };
    },
  }),
];
