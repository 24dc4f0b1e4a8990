import { type RouteConfig, z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { redeemSignInToken } from '../../store/index.ts';
import { clientAddress } from '../http/client-address.ts';
import { problemsOf } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../http/problems.ts';
import { clearSessionCookie, endPresentSession, SESSION_HOURS, setSessionCookie, signedIn } from '../http/session.ts';
import { deviceOf } from '../identity/device.ts';
import type { Services } from '../services.ts';

/** A page of ours to go on with, by the one word of its address: nothing that could lead elsewhere. */
const PAGE = /^[a-z-]{1,40}$/;

/** Signing in by a one-time link, and signing out. These two set and clear the cookie. */
export function mountSignIn(app: Hono<Env>, services: Services): void {
  const wantsPage = (c: Context<Env>): boolean => (c.req.header('accept') ?? '').includes('text/html');
  app.on('GET', '/anmelden', async (c) => {
    c.header('Cache-Control', 'no-store');
    // Link previews ask with HEAD; that must not use the link up.
    if (c.req.method === 'HEAD') return c.body(null);
    const address = clientAddress(c, services);
    services.signInLimit.check(address);
    const token = c.req.query('token') ?? '';
    const redeemed = await redeemSignInToken(services.store.db, token, {
      hours: SESSION_HOURS,
      device: deviceOf(c.req.header('user-agent')),
    });
    if (redeemed === undefined) {
      services.signInLimit.failed(address);
      if (wantsPage(c)) return c.redirect('/anmeldung?link=ungueltig', 303);
      throw new Problem('link-invalid');
    }
    await endPresentSession(c, services);
    setSessionCookie(c, redeemed.token, services.https);
    return c.redirect(`/${PAGE.exec(c.req.query('weiter') ?? '')?.[0] ?? ''}`, 303);
  });
  app.post('/api/session/end', async (c) => {
    signedIn(c);
    await endPresentSession(c, services);
    clearSessionCookie(c, services.https);
    c.header('Cache-Control', 'no-store');
    return c.body(null, 204);
  });
}

/** The two routes in the contract. */
export const signInPaths: RouteConfig[] = [
  {
    method: 'get',
    path: '/anmelden',
    operationId: 'signIn',
    summary: 'Sign in by a one-time link',
    tags: ['session'],
    security: [],
    request: { query: z.object({ token: z.string(), weiter: z.string().optional() }) },
    responses: {
      303: { description: 'Signed in; the answer sets the session cookie. Or, in a browser: the link is not valid.' },
      ...problemsOf(['link-invalid', 'too-many-requests']),
    },
  },
  {
    method: 'post',
    path: '/api/session/end',
    operationId: 'signOut',
    summary: 'Sign out',
    tags: ['session'],
    security: [{ session: [] }],
    responses: { 204: { description: 'Signed out' }, ...problemsOf(['not-signed-in', 'foreign-origin']) },
  },
];
