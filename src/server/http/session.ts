import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { FoundSession } from '../../store/index.ts';
import { endSession, findSession, withCity } from '../../store/index.ts';
import type { Services } from '../services.ts';
import type { Env } from './env.ts';
import { Problem } from './problems.ts';

/** A working day; then one signs in again. */
export const SESSION_HOURS = 12;

/**
 * Over https the cookie has the prefix `__Host-`: browsers then take it from this host alone and send it over https
 * alone. Over plain http, that is on this machine only, the prefix cannot be used: Chromium would accept it for
 * loopback addresses, Safari does not.
 */
export const cookieName = (https: boolean): string => (https ? '__Host-fahrplan' : 'fahrplan');

export function setSessionCookie(c: Context<Env>, token: string, https: boolean): void {
  setCookie(c, cookieName(https), token, {
    path: '/',
    httpOnly: true,
    secure: https,
    // Pages hold no data, so that links from mails work without the cookie; what they load is asked for by ourselves.
    sameSite: 'Strict',
    maxAge: SESSION_HOURS * 3600,
  });
}

export function clearSessionCookie(c: Context<Env>, https: boolean): void {
  deleteCookie(c, cookieName(https), { path: '/', secure: https });
}

function sessionToken(c: Context<Env>, https: boolean): string | undefined {
  return getCookie(c, cookieName(https));
}

/** Ends the session that the request came with, if there is one. */
export async function endPresentSession(c: Context<Env>, services: Services): Promise<void> {
  const session = c.get('session');
  const token = sessionToken(c, services.https);
  if (session && token) await withCity(services.store.db, session, (tx) => endSession(tx, token));
}

/** Finds out who asks. A missing, unknown or expired session is nobody; the route decides what nobody may do. */
export function identify(services: Services): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = sessionToken(c, services.https);
    c.set('session', token ? ((await findSession(services.store.db, token)) ?? null) : null);
    await next();
  };
}

/** The session of a request that needs one. Throws {@link Problem}. */
export function signedIn(c: Context<Env>): FoundSession {
  const session = c.get('session');
  if (session === null) throw new Problem('not-signed-in');
  return session;
}
