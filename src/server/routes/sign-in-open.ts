import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mailAddressSchema } from '../../agenda/index.ts';
import {
  type Acting,
  type CityTransaction,
  endSessions,
  findLink,
  findPasskeyOwner,
  findPersonByMail,
  type Link,
  listCities,
  openSession,
  readCredential,
  readPerson,
  recordEvent,
  redeemLink,
  withCity,
  writeCredential,
} from '../../store/index.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Env } from '../http/env.ts';
import { type OpenOperation, openOperation } from '../http/open-operation.ts';
import { Problem } from '../http/problems.ts';
import { endPresentSession, SESSION_HOURS, setSessionCookie } from '../http/session.ts';
import { deviceOf } from '../identity/device.ts';
import { mailInvitation, makeInvitation } from '../identity/invite.ts';
import { assertionSchema, beginAssertion, finishAssertion } from '../identity/passkeys.ts';
import { hashPassword, PASSWORD_MAX, passwordFault } from '../identity/password.ts';
import { checkPassword } from '../identity/sign-in.ts';
import type { Services } from '../services.ts';

/** The purpose of a challenge for signing in; nobody is named yet. */
const SIGN_IN = 'sign in';
const done = z.strictObject({ signedIn: z.boolean() });
const passwordField = z.string().min(1).max(PASSWORD_MAX);
const tokenField = z.string().max(200);

/** Opens the session and sets its cookie; whoever was signed in in this browser before is signed out. */
async function startSession(
  services: Services,
  c: Context<Env>,
  { secondFactor, ...acting }: Acting & { secondFactor: boolean },
  tx: CityTransaction,
): Promise<void> {
  await endPresentSession(c, services);
  const device = deviceOf(c.req.header('user-agent'));
  const token = await openSession(tx, { person: acting.actor, hours: SESSION_HOURS, device, secondFactor });
  setSessionCookie(c, token, services.https);
}

/** Counts refusals by address, beside the count by account: one machine must not try many accounts. */
async function limited<T>(services: Services, c: Context<Env>, run: () => Promise<T>): Promise<T> {
  const address = clientAddress(c, services);
  services.signInLimit.check(address);
  try {
    return await run();
  } catch (error) {
    const harmless = ['code-needed', 'invalid-request', 'too-many-requests'];
    if (error instanceof Problem && !harmless.includes(error.type)) services.signInLimit.failed(address);
    throw error;
  }
}

/** Sends a person a link for a new password; when the link is stored and not before. */
async function sendReset(services: Services, origin: string, acting: Acting): Promise<void> {
  const { db } = services.store;
  const made = await withCity(db, acting, async (tx) => {
    const stored = await readPerson(tx, acting.actor);
    const reset = { origin, purpose: 'passwordReset' } as const;
    return stored && { person: stored.person, link: await makeInvitation(tx, { person: stored.person, ...reset }) };
  });
  if (made) await mailInvitation(services, await cityName(services, acting.city), made.person, made.link);
}

async function cityName({ store }: Services, city: string): Promise<string> {
  return (await listCities(store.db)).find(({ id }) => id === city)?.name ?? '';
}

/** The open link for a password that a secret belongs to. Throws {@link Problem} that says what became of it. */
async function passwordLink(services: Services, token: string): Promise<Link> {
  const link = await findLink(services.store.db, token);
  if (link === undefined || (link.purpose !== 'invitation' && link.purpose !== 'passwordReset'))
    throw new Problem('link-invalid');
  if (link.state === 'used') throw new Problem('link-used');
  if (link.state === 'expired') throw new Problem('link-expired');
  return link;
}

const signingIn: OpenOperation[] = [
  openOperation({
    path: '/api/sign-in',
    summary: 'Sign in with address and password, and a code where the person has a second factor',
    body: z.strictObject({ mail: z.string().max(300), password: passwordField, code: z.string().max(60).optional() }),
    answer: done,
    refusals: ['sign-in-failed', 'code-needed', 'code-wrong', 'too-many-requests'],
    handle: ({ services, c, body }) =>
      limited(services, c, async () => {
        const found = await checkPassword(services, body);
        await withCity(services.store.db, found, (tx) => startSession(services, c, found, tx));
        return { signedIn: true };
      }),
  }),
  openOperation({
    path: '/api/sign-in/passkey-options',
    summary: 'Begin signing in with a passkey',
    body: z.strictObject({}),
    answer: z.record(z.string(), z.unknown()),
    refusals: ['too-many-requests'],
    handle: ({ services, origin, c }) =>
      limited(services, c, async () => ({ ...(await beginAssertion({ origin }, services.store.db, SIGN_IN)) })),
  }),
  openOperation({
    path: '/api/sign-in/passkey',
    summary: 'Sign in with a passkey; it counts as both factors',
    body: z.strictObject({ response: assertionSchema }),
    answer: done,
    refusals: ['sign-in-failed', 'too-many-requests'],
    handle: ({ services, origin, c, body: { response } }) =>
      limited(services, c, async () => {
        const owner = await findPasskeyOwner(services.store.db, response.id);
        if (owner === undefined) throw new Problem('sign-in-failed');
        await withCity(services.store.db, owner, async (tx) => {
          const shown = { person: owner.actor, purpose: SIGN_IN, response };
          await finishAssertion({ origin }, tx, shown);
          await startSession(services, c, { ...owner, secondFactor: true }, tx);
        });
        return { signedIn: true };
      }),
  }),
  openOperation({
    path: '/api/sign-in/forgotten',
    summary: 'Have a link for a new password sent by mail; says nothing about whether the address is known',
    body: z.strictObject({ mail: mailAddressSchema }),
    answer: z.strictObject({ mailed: z.boolean() }),
    refusals: ['too-many-requests'],
    handle: ({ services, origin, c, body }) =>
      limited(services, c, async () => {
        const { mailer, store } = services;
        if (mailer === null) return { mailed: false };
        services.signInLimit.failed(clientAddress(c, services)); // each mail costs a try
        const acting = await findPersonByMail(store.db, body.mail);
        if (acting) {
          // Not waited for: how long it takes must not tell whether the address is known.
          void sendReset(services, origin, acting).catch((error: unknown) =>
            services.log.warn({ err: error }, 'could not send a link for a password'),
          );
        }
        return { mailed: true };
      }),
  }),
];

const invitations: OpenOperation[] = [
  openOperation({
    path: '/api/invitation',
    summary: 'What a link for a password is about',
    body: z.strictObject({ token: tokenField }),
    answer: z.strictObject({
      purpose: z.enum(['invitation', 'passwordReset']),
      name: z.string(),
      mail: z.string(),
      city: z.string(),
    }),
    refusals: ['link-invalid', 'link-used', 'link-expired', 'too-many-requests'],
    handle: ({ services, c, body }) =>
      limited(services, c, async () => {
        const link = await passwordLink(services, body.token);
        const stored = await withCity(services.store.db, { city: link.city, actor: link.target }, (tx) =>
          readPerson(tx, link.target),
        );
        if (stored === undefined || !stored.person.active) throw new Problem('link-invalid');
        const { name, mail } = stored.person;
        const purpose = link.purpose === 'invitation' ? ('invitation' as const) : ('passwordReset' as const);
        return { purpose, name, mail, city: await cityName(services, link.city) };
      }),
  }),
  openOperation({
    path: '/api/invitation/accept',
    summary: 'Choose a password with the link; signs in, unless a second factor has to be shown as well',
    body: z.strictObject({ token: tokenField, password: passwordField }),
    answer: done,
    refusals: ['link-invalid', 'link-used', 'link-expired', 'too-many-requests'],
    handle: ({ services, c, body }) =>
      limited(services, c, async () => {
        const link = await passwordLink(services, body.token);
        const acting = { city: link.city, actor: link.target };
        const passwordHash = await hashPassword(body.password);
        return withCity(services.store.db, acting, async (tx) => {
          const stored = await readPerson(tx, acting.actor);
          if (stored === undefined || !stored.person.active) throw new Problem('link-invalid');
          refusePassword(body.password, stored.person, '/password');
          if (!(await redeemLink(tx, link.id))) throw new Problem('link-used');
          await writeCredential(tx, acting.actor, { passwordHash });
          await recordEvent(tx, 'setPassword', 'person', acting.actor);
          await endSessions(tx, acting.actor, { except: null });
          if ((await readCredential(tx, acting.actor)).totpConfirmed) return { signedIn: false };
          await startSession(services, c, { ...acting, secondFactor: false }, tx);
          return { signedIn: true };
        });
      }),
  }),
];

export const openOperations: readonly OpenOperation[] = [...signingIn, ...invitations];

/** Refuses a new password that is too weak, at its field. */
export function refusePassword(password: string, person: { name: string; mail: string }, pointer: string): void {
  const detail = passwordFault(password, person);
  if (detail) throw new Problem('invalid-request', { errors: [{ pointer, detail }] });
}
