import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { sendJson } from '../api/client.ts';

type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** The device said no, or the person did; the server has nothing to do with it. */
export class PasskeyAborted extends Error {}

/** Passkeys are bound to a name: they work neither without https nor under an address of numbers. */
export function passkeysPossible(): boolean {
  return browserSupportsWebAuthn() && window.isSecureContext && !/^[\d.]+$|:/.test(window.location.hostname);
}

/** Shows a passkey to the server: to sign in, or (`/session`) as second factor. Throws {@link PasskeyAborted}. */
export async function showPasskey(path: '/sign-in' | '/session'): Promise<void> {
  const body = path === '/sign-in' ? {} : undefined;
  const optionsJSON = await sendJson<RequestOptions>('POST', `${path}/passkey-options`, body);
  const response = await startAuthentication({ optionsJSON }).catch((cause: unknown) => {
    throw new PasskeyAborted('aborted', { cause });
  });
  await sendJson('POST', `${path}/passkey`, { response });
}

/** Makes a passkey on this device and adds it to the account. Throws {@link PasskeyAborted}. */
export async function addPasskey(name: string, password: string): Promise<void> {
  const optionsJSON = await sendJson<CreationOptions>('POST', '/account/passkeys/options', { password });
  const response = await startRegistration({ optionsJSON }).catch((cause: unknown) => {
    throw new PasskeyAborted('aborted', { cause });
  });
  await sendJson('POST', '/account/passkeys', { name, response });
}
