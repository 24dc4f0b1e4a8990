import { isIP } from 'node:net';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Person } from '../../agenda/index.ts';
import {
  type CityTransaction,
  type Database,
  insertPasskey,
  keepChallenge,
  listPasskeys,
  redeemChallenge,
  usedPasskey,
} from '../../store/index.ts';
import { Problem } from '../http/problems.ts';

/** What a browser sends of an authenticator; the library checks its inside. */
const base64url = z
  .string()
  .regex(/^[\w-]*$/)
  .max(20_000);
const common = { id: base64url, rawId: base64url, type: z.literal('public-key') };
const extensions = z.record(z.string(), z.unknown());
const attachment = z.enum(['platform', 'cross-platform']).optional();
export const registrationSchema = z.object({
  ...common,
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
export const assertionSchema = z.object({
  ...common,
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type Registration = z.infer<typeof registrationSchema>;
export type Assertion = z.infer<typeof assertionSchema>;

/** 300 files, a quarter of what a start would load: loaded when somebody uses a passkey. */
const library = () => import('@simplewebauthn/server');

/** Where people see this server; passkeys are bound to it. */
type Place = { origin: string };

/** The name that passkeys are bound to (WebAuthn § 5.1.2): the host, which must not be an address of numbers. */
function relyingParty(origin: string): string {
  const { hostname } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0) return hostname;
  throw new Problem('invalid-request', {
    detail: {
      de: `Passkeys brauchen einen Namen statt der Adresse ${hostname}. Bitte Fahrplan auf diesem Rechner über http://localhost öffnen.`,
      en: `Passkeys need a name instead of the address ${hostname}. On this machine please open Fahrplan at http://localhost.`,
    },
  });
}

const refused = (): Problem =>
  new Problem('sign-in-failed', {
    detail: {
      de: 'Der Passkey wurde nicht angenommen. Bitte noch einmal versuchen oder einen anderen Weg wählen.',
      en: 'The passkey was not accepted. Please try again or choose another way.',
    },
  });

/** Begins adding a passkey: what the browser passes on to the authenticator. */
export async function beginRegistration(
  { origin }: Place,
  tx: CityTransaction,
  person: Person,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const keys = await listPasskeys(tx, person.id);
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: 'Fahrplan',
    rpID: relyingParty(origin),
    userName: person.mail,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none', // whose device it is, is none of our business
    excludeCredentials: keys.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(tx, options.challenge, `add ${person.id}`);
  return options;
}

/** Adds the passkey that the authenticator has made. Throws {@link Problem} if it does not fit. */
export async function finishRegistration(
  { origin }: Place,
  tx: CityTransaction,
  person: string,
  { name, response }: { name: string; response: Registration },
): Promise<void> {
  const { verifyRegistrationResponse } = await library();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: (challenge) => redeemChallenge(tx, challenge, `add ${person}`),
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin),
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }));
  if (!verified || registrationInfo === undefined) throw refused();
  const { id, publicKey, counter } = registrationInfo.credential;
  const transports = response.response.transports ?? [];
  await insertPasskey(tx, person, { id, name, publicKey: Buffer.from(publicKey), counter, transports });
}

/** Begins showing a passkey. Nobody is named: the authenticator knows which ones it has for this host. */
export async function beginAssertion(
  { origin }: Place,
  db: Kysely<Database>,
  purpose: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({ rpID: relyingParty(origin), userVerification: 'required' });
  await keepChallenge(db, options.challenge, purpose);
  return options;
}

/** Checks a shown passkey of this person. Throws {@link Problem} if it is not one of theirs or not signed rightly. */
export async function finishAssertion(
  { origin }: Place,
  tx: CityTransaction,
  { person, purpose, response }: { person: string; purpose: string; response: Assertion },
): Promise<void> {
  const key = (await listPasskeys(tx, person)).find(({ id }) => id === response.id);
  if (key === undefined) throw refused();
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => redeemChallenge(tx, challenge, purpose),
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin),
    credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  if (!verified || authenticationInfo === undefined) throw refused();
  await usedPasskey(tx, key.id, authenticationInfo.newCounter);
}
