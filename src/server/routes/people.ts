import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { type Agenda, type Person, personSchema } from '../../agenda/index.ts';
import {
  type CityTransaction,
  clearSecondFactor,
  endSessions,
  insertPerson,
  listPeople,
  openLinks,
  type PersonRow,
  readCredential,
  readPerson,
  recordEvent,
  replacePerson,
  revokeLinks,
  type StoredPerson,
} from '../../store/index.ts';
import { type Operation, type Outside, operation, type Reply } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, version } from '../http/schemas.ts';
import { accountAccess } from '../identity/access.ts';
import { type Invitation, mailInvitation, makeInvitation } from '../identity/invite.ts';
import type { Services } from '../services.ts';

/** What the administration gives of a person; the rest is kept by the program. */
const personInput = personSchema.pick({ name: true, mail: true, roles: true, ownUnits: true });
const row = z.strictObject({
  person: personSchema,
  version,
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSeenAt: z.string().nullable(),
  /** Last day of an open link for a password; null if there is none. */
  linkUntil: z.string().nullable(),
  /** Names of those who have opened the account anew and whom nobody has confirmed yet; empty if there is nothing to confirm. */
  openedBy: z.array(z.string()),
  /** Whether the person who asks may confirm it. */
  mayConfirm: z.boolean(),
});
const invited = z.strictObject({ id: z.string(), link: z.string(), days: z.int(), mailed: z.boolean() });

/** Units must exist, and an office needs one: without it the role would allow nothing. */
function refuseUnits(agenda: Agenda, { roles, ownUnits }: Pick<Person, 'roles' | 'ownUnits'>): void {
  const known = new Set(agenda.units.map(({ id }) => id));
  const unknown = ownUnits.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw unitProblem({
      de: `Die Organisationseinheit „${unknown}“ gibt es in der Agenda nicht.`,
      en: `There is no unit "${unknown}" in the agenda.`,
    });
  }
  if (roles.includes('office') && ownUnits.length === 0) {
    throw unitProblem({
      de: 'Die Rolle „Amt“ braucht mindestens eine Organisationseinheit.',
      en: 'The role "office" needs at least one unit.',
    });
  }
}

const unitProblem = (detail: { de: string; en: string }): Problem =>
  new Problem('invalid-request', { errors: [{ pointer: '/ownUnits', detail }] });

const canAdminister = ({ person }: Pick<PersonRow, 'person'>): boolean =>
  person.active && person.roles.includes('administrator');

/** Somebody must be left who can let people in; the console would be the only way otherwise. */
async function refuseLast(tx: CityTransaction, id: string, next: Person): Promise<void> {
  const people = await listPeople(tx);
  const before = people.some((one) => one.person.id === id && canAdminister(one));
  const others = people.some((one) => one.person.id !== id && canAdminister(one));
  if (!before || others || canAdminister({ person: next })) return;
  throw new Problem('conflict', {
    detail: {
      de: 'Das ist die letzte Person mit der Rolle „Administration“. Bitte zuerst eine andere damit betrauen.',
      en: 'This is the last person with the role "administration". Please give it to somebody else first.',
    },
  });
}

async function found(tx: CityTransaction, id: string): Promise<StoredPerson> {
  const stored = await readPerson(tx, id);
  if (stored) return stored;
  throw new Problem('not-found');
}

/** Makes the link, sends it once it is stored and if possible, and shows it to the administration in any case. */
async function invite(
  call: { tx: CityTransaction; services: Services; origin: string },
  agenda: Agenda,
  person: Person,
  purpose: Invitation['purpose'],
): Promise<Outside<z.infer<typeof invited>>> {
  const made = await makeInvitation(call.tx, { person, origin: call.origin, purpose });
  const { link, days } = made;
  const outside = async (): Promise<Reply<z.infer<typeof invited>>> => {
    const mailed = await mailInvitation(call.services, agenda.city.name, person, made);
    return { body: { id: person.id, link, days, mailed } };
  };
  return { outside };
}

const listing: Operation[] = [
  operation({
    method: 'get',
    path: '/api/people',
    summary: 'Who may sign in, with roles and units',
    permission: 'administer',
    keptFor: 'person',
    keptWithSmallChanges: true,
    answer: z.strictObject({
      people: z.array(row),
      units: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      mail: z.boolean(),
    }),
    async handle({ tx, session, services }) {
      const { agenda } = await services.agendas.load(tx, session);
      const links = await openLinks(tx, 'invitation', 'passwordReset');
      const access = await accountAccess(tx);
      const stored = await listPeople(tx);
      const nameOf = (id: string): string => stored.find(({ person }) => person.id === id)?.person.name ?? id;
      const people = stored.map((one) => ({
        ...one,
        linkUntil: links.get(one.person.id) ?? null,
        openedBy: access.openersOf(one.person.id).map(nameOf),
        mayConfirm: access.mayConfirm(session.actor, one.person.id),
      }));
      const units = agenda.units.map((unit) => ({ id: unit.id, name: unit.names.at(-1)?.name ?? unit.id }));
      return { body: { people, units, mail: services.mailer !== null } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/people',
    summary: 'Invite somebody; the answer holds the link, which is shown this once',
    permission: 'administer',
    body: personInput,
    answer: invited,
    async handle(call) {
      const { agenda } = await call.services.agendas.load(call.tx, call.session);
      refuseUnits(agenda, call.body);
      const person: Person = { id: `p-${randomUUID()}`, ...call.body, active: true };
      await insertPerson(call.tx, person);
      return invite(call, agenda, person, 'invitation');
    },
  }),
];

const changing: Operation[] = [
  operation({
    method: 'put',
    path: '/api/people/{id}',
    summary: 'Change name, address, roles or units of a person; holds from the next request on',
    permission: 'administer',
    params: idParams,
    body: personInput,
    versioned: true,
    tagged: true,
    answer: z.strictObject({ person: personSchema, version }),
    async handle({ tx, session, services, params, body, expectedVersion }) {
      refuseUnits((await services.agendas.load(tx, session)).agenda, body);
      const { person } = await found(tx, params.id);
      const next = { ...person, ...body };
      if (person.id === session.person) refuseOwnRights(person, next);
      await refuseLast(tx, params.id, next);
      const stored = await replacePerson(tx, next, expectedVersion);
      // Whoever reads the mail of that address gets a link for the password on request.
      if (next.mail !== person.mail && services.mailer !== null) await noteOpened(tx, person.id);
      return { body: stored, version: stored.version };
    },
  }),
  operation({
    method: 'post',
    path: '/api/people/{id}/link',
    summary: 'A new link for the password; on request the second factor is taken away, for whoever has lost it',
    permission: 'administer',
    params: idParams,
    body: z.strictObject({ clearSecondFactor: z.boolean() }),
    answer: invited,
    async handle(call) {
      const { tx, params, body } = call;
      const { person } = await found(tx, params.id);
      if (!person.active) throw withdrawn();
      const { agenda } = await call.services.agendas.load(tx, call.session);
      if (body.clearSecondFactor) {
        await clearSecondFactor(tx, person.id, { passkeys: true });
        await endSessions(tx, person.id, { except: null });
        await recordEvent(tx, 'clearSecondFactor', 'person', person.id);
      }
      await noteOpened(tx, person.id);
      const { passwordHash } = await readCredential(tx, person.id);
      return invite(call, agenda, person, passwordHash === null ? 'invitation' : 'passwordReset');
    },
  }),
  operation({
    method: 'post',
    path: '/api/people/{id}/confirm-access',
    summary: 'Confirm that an account which was opened anew is in the hands of its owner; not by who has opened it',
    permission: 'administer',
    params: idParams,
    body: z.strictObject({}),
    answer: z.strictObject({ id: z.string() }),
    async handle({ tx, session, params }) {
      await found(tx, params.id);
      if (!(await accountAccess(tx)).mayConfirm(session.actor, params.id)) throw notIndependent();
      await revokeLinks(tx, 'passwordReset', params.id); // whoever still holds one could enter after the confirmation
      await recordEvent(tx, 'confirmAccess', 'person', params.id);
      return { body: { id: params.id } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/people/{id}/access',
    summary: 'Withdraw a person’s access, which ends all sessions and links at once, or give it back',
    permission: 'administer',
    params: idParams,
    body: z.strictObject({ active: z.boolean() }),
    versioned: true,
    tagged: true,
    answer: z.strictObject({ person: personSchema, version }),
    async handle({ tx, params, body, expectedVersion }) {
      const next = { ...(await found(tx, params.id)).person, active: body.active };
      await refuseLast(tx, params.id, next);
      const stored = await replacePerson(tx, next, expectedVersion);
      if (!body.active) {
        await endSessions(tx, params.id, { except: null });
        await revokeLinks(tx, 'invitation', params.id);
        await revokeLinks(tx, 'passwordReset', params.id);
      }
      return { body: stored, version: stored.version };
    },
  }),
];

/**
 * Nobody gives themselves another role: what needs a second person, such as releasing a statement or approving a plan,
 * would need none any more. Throws {@link Problem} at the field.
 */
function refuseOwnRights(before: Person, next: Pick<Person, 'roles' | 'ownUnits'>): void {
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    one.toSorted().join() === other.toSorted().join();
  const field = same(before.roles, next.roles) ? 'ownUnits' : 'roles';
  if (field === 'ownUnits' && same(before.ownUnits, next.ownUnits)) return;
  throw new Problem('not-allowed', {
    errors: [
      {
        pointer: `/${field}`,
        detail: {
          de: 'Die eigenen Rollen und Ämter kann niemand selbst ändern, damit vier Augen vier bleiben. Bitte eine andere Person mit der Rolle Administration darum bitten; gibt es noch keine, laden Sie zuerst eine ein.',
          en: 'Nobody can change their own roles and units, so that four eyes stay four. Please ask another person with the role administration; if there is none yet, invite one first.',
        },
      },
    ],
  });
}

/** Remembers that an account can be entered by a link that others have seen: it had a password, and no second factor is left. */
async function noteOpened(tx: CityTransaction, id: string): Promise<void> {
  const row = (await listPeople(tx)).find(({ person }) => person.id === id);
  if (row?.hasPassword && !row.hasSecondFactor) await recordEvent(tx, 'reopenAccess', 'person', id);
}

const notIndependent = (): Problem =>
  new Problem('not-allowed', {
    detail: {
      de: 'Bestätigen kann das nur jemand mit der Rolle Administration, der den Zugang weder neu vergeben hat noch selbst darüber hereingekommen ist. Gibt es niemanden, hilft der Anmeldelink auf dem Server.',
      en: 'Only somebody with the role administration can confirm this who has neither given the access out anew nor got in through those who have. If there is nobody, the sign-in link on the server helps.',
    },
  });

const withdrawn = (): Problem =>
  new Problem('conflict', {
    detail: {
      de: 'Der Zugang dieser Person ist entzogen. Bitte zuerst wieder freigeben.',
      en: 'This person’s access was withdrawn. Please give it back first.',
    },
  });

export const peopleRoutes: Operation[] = [...listing, ...changing];
