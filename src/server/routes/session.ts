import { z } from '@hono/zod-openapi';
import { actions, can, canSome, unitsSpokenFor } from '../../agenda/index.ts';
import { readPerson } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';

export const sessionRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in, and what they may do',
    permission: 'read',
    keptFor: 'person',
    answer: z
      .strictObject({
        /** `account` is false for the link on the console, behind which stands no person. */
        user: z.strictObject({ name: z.string(), role: z.string(), account: z.boolean() }),
        city: z.strictObject({ id: z.string(), name: z.string() }),
        /** Allowed everywhere in the city. */
        permissions: z.array(z.enum(actions)),
        /** Allowed on records of the own units alone. */
        ownPermissions: z.array(z.enum(actions)),
        /** The units for which the person speaks, with everything below them. */
        ownUnits: z.array(z.string()),
        language: z.enum(['de', 'en']),
      })
      .openapi('Me'),
    async handle({ tx, session, services, language }) {
      const { agenda } = await services.agendas.load(tx, session);
      const person = session.person === null ? undefined : await readPerson(tx, session.person);
      return {
        body: {
          user: {
            name: person?.person.name ?? session.actor,
            role: session.roles[0] ?? '',
            account: person !== undefined,
          },
          city: { id: agenda.city.id, name: agenda.city.name },
          permissions: actions.filter((action) => can(session, action, session)),
          ownPermissions: actions.filter((action) => !can(session, action, session) && canSome(session, action)),
          ownUnits: unitsSpokenFor(agenda, session.ownUnits),
          language,
        },
      };
    },
  }),
];
