import { z } from '@hono/zod-openapi';
import { can } from '../../agenda/index.ts';
import { type Delegation as DelegationType, delegationFault, delegationSchema } from '../../council/index.ts';
import {
  type CityTransaction,
  deleteRecord,
  insertRecord,
  listPeople,
  listRecords,
  readPerson,
  readRecord,
  readStatusDate,
  type Session,
} from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, version } from '../http/schemas.ts';
import { localDay } from '../today.ts';

const Delegation = delegationSchema.clone().openapi('Delegation');
const stored = z.strictObject({ delegation: Delegation, version });

const administers = (session: Session): boolean => can(session, 'administer', { city: session.city });

/** People hand over what is their own; the administration may do it for somebody who is ill. */
function requireGiver(session: Session, { giver }: DelegationType): void {
  if (giver !== session.actor && !administers(session)) throw new Problem('not-allowed');
}

async function refuseWrong(tx: CityTransaction, one: DelegationType): Promise<void> {
  const fault = delegationFault(one);
  if (fault) throw new Problem('invalid-request', { errors: [{ pointer: `/${fault.field}`, detail: fault.message }] });
  for (const field of ['giver', 'deputy'] as const) {
    const person = (await readPerson(tx, one[field]))?.person;
    if (person?.active) continue;
    const detail = { de: 'Diese Person hat kein Konto (mehr).', en: 'This person has no account (any more).' };
    throw new Problem('invalid-request', { errors: [{ pointer: `/${field}`, detail }] });
  }
}

export const delegationRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/delegations',
    summary: 'Delegations that concern the person who asks, all of them for the administration; and who can stand in',
    permission: 'read',
    keptFor: 'person',
    answer: z.strictObject({
      /** Key of the person who asks. */
      me: z.string(),
      /** Day that counts as today: on it depends who stands in for whom. */
      today: z.string(),
      delegations: z.array(stored),
      people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
    async handle({ tx, session }) {
      const all = (await listRecords(tx, 'delegations')).map((one) => ({ delegation: one.body, version: one.version }));
      const mine = ({ delegation: one }: (typeof all)[number]): boolean =>
        administers(session) || one.giver === session.actor || one.deputy === session.actor;
      const people = (await listPeople(tx)).filter((one) => one.person.active);
      return {
        body: {
          me: session.actor,
          today: (await readStatusDate(tx)) ?? localDay(),
          delegations: all.filter(mine),
          people: people.map(({ person }) => ({ id: person.id, name: person.name })),
        },
      };
    },
  }),
  operation({
    method: 'post',
    path: '/api/delegations',
    summary: 'Have somebody stand in for oneself for a period: co-signing and release',
    permission: 'read', // one's own rights are handed over, whatever they are; `requireGiver` asks
    body: Delegation,
    answer: stored,
    async handle({ tx, session, body }) {
      requireGiver(session, body);
      await refuseWrong(tx, body);
      const made = await insertRecord(tx, 'delegations', body);
      return { body: { delegation: made.body, version: made.version } };
    },
  }),
  operation({
    method: 'delete',
    path: '/api/delegations/{id}',
    summary: 'End a delegation',
    permission: 'read', // `requireGiver` asks
    params: idParams,
    versioned: true,
    refuses: ['not-found'],
    answer: z.strictObject({}),
    async handle({ tx, session, params, expectedVersion }) {
      const found = await readRecord(tx, 'delegations', params.id);
      if (found === undefined) throw new Problem('not-found');
      requireGiver(session, found.body);
      await deleteRecord(tx, 'delegations', params.id, expectedVersion);
      return { body: {} };
    },
  }),
];
