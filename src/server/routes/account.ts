import { z } from '@hono/zod-openapi';
import { lineSchema, type Person } from '../../agenda/index.ts';
import {
  type CityTransaction,
  clearSecondFactor,
  countRecoveryCodes,
  deletePasskey,
  endSessions,
  listPasskeys,
  listSessions,
  markSecondFactor,
  readCredential,
  readPerson,
  recordEvent,
  replaceRecoveryCodes,
  type Session,
  writeCredential,
} from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { newRecoveryCodes, newTotp, plainRecoveryCode, totpStep } from '../identity/one-time-codes.ts';
import { beginRegistration, finishRegistration, registrationSchema } from '../identity/passkeys.ts';
import { hashPassword, PASSWORD_MAX } from '../identity/password.ts';
import { openSecret, sealSecret } from '../identity/sealed-secret.ts';
import { requireSecondFactor } from '../identity/second-factor.ts';
import { confirmCode, confirmPassword } from '../identity/sign-in.ts';
import type { Services } from '../services.ts';
import { refusePassword } from './sign-in-open.ts';

const passwordField = z.string().min(1).max(PASSWORD_MAX);
const nothing = z.strictObject({});
const options = z.record(z.string(), z.unknown());
const time = z.string();

/** The person behind a session. The link on the console belongs to nobody, and nobody has an account. */
export async function ownPerson(tx: CityTransaction, { person }: Session): Promise<Person> {
  const stored = person === null ? undefined : await readPerson(tx, person);
  if (stored) return stored.person;
  throw new Problem('conflict', {
    detail: {
      de: 'Sie sind über den Anmeldelink des Servers angemeldet und haben kein Konto. Laden Sie sich unter „Personen“ selbst ein.',
      en: 'You are signed in by the link of the server and have no account. Invite yourself under "People".',
    },
  });
}

/** The person, after the password was asked once more. */
async function confirmed(
  { tx, session, services }: { tx: CityTransaction; session: Session; services: Services },
  password: string,
): Promise<Person> {
  const person = await ownPerson(tx, session);
  const { passwordHash } = await readCredential(tx, person.id);
  await confirmPassword(services, { mail: person.mail, passwordHash, password });
  return person;
}

/** Where a person's own account stands. */
const own: Operation[] = [
  operation({
    method: 'get',
    path: '/api/account',
    summary: 'My account: how I sign in, and where I am signed in',
    permission: 'read',
    answer: z.strictObject({
      name: z.string(),
      mail: z.string(),
      authenticator: z.boolean(),
      recoveryCodes: z.int(),
      passkeys: z.array(
        z.strictObject({ id: z.string(), name: z.string(), createdAt: time, lastUsedAt: time.nullable() }),
      ),
      sessions: z.array(
        z.strictObject({ id: z.string(), device: z.string(), createdAt: time, lastSeenAt: time, current: z.boolean() }),
      ),
    }),
    async handle({ tx, session }) {
      const { id, name, mail } = await ownPerson(tx, session);
      const keys = await listPasskeys(tx, id);
      return {
        body: {
          name,
          mail,
          authenticator: (await readCredential(tx, id)).totpConfirmed,
          recoveryCodes: await countRecoveryCodes(tx, id),
          passkeys: keys.map((key) => ({
            id: key.id,
            name: key.name,
            createdAt: key.createdAt,
            lastUsedAt: key.lastUsedAt,
          })),
          sessions: (await listSessions(tx, id)).map((one) => ({ ...one, current: one.id === session.id })),
        },
      };
    },
  }),
  operation({
    method: 'post',
    path: '/api/account/password',
    summary: 'Change my password; all other sessions of mine end',
    permission: 'read',
    body: z.strictObject({ password: passwordField, next: passwordField }),
    answer: nothing,
    async handle({ tx, session, services, body }) {
      const person = await confirmed({ tx, session, services }, body.password);
      refusePassword(body.next, person, '/next');
      await writeCredential(tx, person.id, { passwordHash: await hashPassword(body.next) });
      await endSessions(tx, person.id, { except: session.id });
      await recordEvent(tx, 'setPassword', 'person', person.id);
      return { body: {} };
    },
  }),
  operation({
    method: 'post',
    path: '/api/account/sessions/end',
    summary: 'End one of my sessions, or all but this one',
    permission: 'read',
    body: z.strictObject({ id: z.string().max(60).optional() }),
    answer: z.strictObject({ ended: z.int() }),
    async handle({ tx, session, body }) {
      const { id } = await ownPerson(tx, session);
      const ended = await endSessions(tx, id, body.id === undefined ? { except: session.id } : { id: body.id });
      await recordEvent(tx, 'endSessions', 'person', id);
      return { body: { ended } };
    },
  }),
];

const secondFactor: Operation[] = [
  operation({
    method: 'post',
    path: '/api/account/authenticator',
    summary: 'Begin setting up an authenticator app: its secret, which counts after a first code',
    permission: 'read',
    body: z.strictObject({ password: passwordField }),
    answer: z.strictObject({ secret: z.string(), uri: z.string() }),
    async handle({ tx, session, services, body }) {
      const person = await confirmed({ tx, session, services }, body.password);
      if ((await readCredential(tx, person.id)).totpConfirmed) requireSecondFactor(session);
      if (services.secretKey === null) throw new Problem('second-factor-unsealed');
      const made = newTotp(person.mail);
      const totpSecret = sealSecret(services.secretKey, made.secret, { city: session.city, actor: person.id });
      await writeCredential(tx, person.id, { totpSecret, totpConfirmed: false, totpLastStep: 0 });
      return { body: made };
    },
  }),
  operation({
    method: 'post',
    path: '/api/account/authenticator/confirm',
    summary: 'Confirm the authenticator app with a first code; gives the recovery codes, once',
    permission: 'read',
    body: z.strictObject({ code: z.string().max(60) }),
    answer: z.strictObject({ recoveryCodes: z.array(z.string()) }),
    async handle({ tx, session, services, body }) {
      const { id, mail } = await ownPerson(tx, session);
      const { totpSecret, totpConfirmed } = await readCredential(tx, id);
      if (totpSecret === null || totpConfirmed) throw new Problem('conflict');
      const secret = openSecret(services.secretKey, totpSecret, { city: session.city, actor: id });
      if (secret === null) throw new Problem('second-factor-lost');
      const step = totpStep(secret, body.code.replaceAll(/\s/g, ''), 0, Date.now());
      await confirmCode(services, mail, async () => step !== null);
      await writeCredential(tx, id, { totpConfirmed: true, totpLastStep: step ?? 0 });
      await markSecondFactor(tx, session.id);
      await recordEvent(tx, 'addAuthenticator', 'person', id);
      return { body: { recoveryCodes: await freshCodes(tx, id) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/account/authenticator/remove',
    summary: 'Remove the authenticator app and the recovery codes; passkeys stay',
    permission: 'read',
    body: z.strictObject({ password: passwordField }),
    answer: nothing,
    async handle({ tx, session, services, body }) {
      requireSecondFactor(session);
      const { id } = await confirmed({ tx, session, services }, body.password);
      await clearSecondFactor(tx, id, { passkeys: false });
      await recordEvent(tx, 'removeAuthenticator', 'person', id);
      return { body: {} };
    },
  }),
  operation({
    method: 'post',
    path: '/api/account/recovery-codes',
    summary: 'New recovery codes; the old ones stop working',
    permission: 'read',
    body: z.strictObject({ password: passwordField }),
    answer: z.strictObject({ recoveryCodes: z.array(z.string()) }),
    async handle({ tx, session, services, body }) {
      requireSecondFactor(session);
      const { id } = await confirmed({ tx, session, services }, body.password);
      if (!(await readCredential(tx, id)).totpConfirmed) throw new Problem('second-factor-missing');
      await recordEvent(tx, 'newRecoveryCodes', 'person', id);
      return { body: { recoveryCodes: await freshCodes(tx, id) } };
    },
  }),
];

async function freshCodes(tx: CityTransaction, person: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, person, codes.map(plainRecoveryCode));
  return codes;
}

const passkeys: Operation[] = [
  operation({
    method: 'post',
    path: '/api/account/passkeys/options',
    summary: 'Begin adding a passkey',
    permission: 'read',
    body: z.strictObject({ password: passwordField }),
    answer: options,
    async handle({ tx, session, services, origin, body }) {
      const person = await confirmed({ tx, session, services }, body.password);
      if ((await readCredential(tx, person.id)).totpConfirmed) requireSecondFactor(session);
      return { body: { ...(await beginRegistration({ origin }, tx, person)) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/account/passkeys',
    summary: 'Add the passkey that the authenticator has made',
    permission: 'read',
    body: z.strictObject({ name: lineSchema, response: registrationSchema }),
    answer: nothing,
    async handle({ tx, session, origin, body }) {
      const { id } = await ownPerson(tx, session);
      await finishRegistration({ origin }, tx, id, body);
      await markSecondFactor(tx, session.id);
      await recordEvent(tx, 'addPasskey', 'person', id);
      return { body: {} };
    },
  }),
  operation({
    method: 'post',
    path: '/api/account/passkeys/remove',
    summary: 'Remove one of my passkeys',
    permission: 'read',
    body: z.strictObject({ password: passwordField, id: z.string().max(2000) }),
    answer: nothing,
    async handle({ tx, session, services, body }) {
      const { id } = await confirmed({ tx, session, services }, body.password);
      if (!(await deletePasskey(tx, id, body.id))) throw new Problem('not-found');
      await recordEvent(tx, 'removePasskey', 'person', id);
      return { body: {} };
    },
  }),
];

export const accountRoutes: Operation[] = [...own, ...secondFactor, ...passkeys];
