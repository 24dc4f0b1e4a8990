import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from './problems.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for a host that only this machine can reach. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.has(hostname);

/**
 * Answers only under the names that it was told: its public address, or, without one, this machine. A page of
 * somebody else whose name suddenly points to 127.0.0.1 (DNS rebinding) gets nothing.
 */
export function knownHost(publicUrl: URL | null): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const name = host.replace(/:\d+$/, '');
    // Health checks of containers and proxies ask by address.
    const known = publicUrl ? host === publicUrl.host : isLoopback(name);
    if (!known && c.req.path !== '/health') throw new Problem('wrong-host');
    await next();
  };
}

/** Where people see this server: the public address, or the one that the request was sent to on this machine. */
export function ownOrigin(c: Context, publicUrl: URL | null): string {
  return publicUrl?.origin ?? `http://${c.req.header('host') ?? ''}`;
}

/**
 * Refuses every writing request that does not come from a page of this application (CSRF): browsers send `Origin`
 * with each of them and pages cannot forge it. Programs must send it too.
 */
export function sameOrigin(publicUrl: URL | null): MiddlewareHandler {
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method)) {
      if (c.req.header('origin') !== ownOrigin(c, publicUrl)) throw new Problem('foreign-origin');
    }
    await next();
  };
}
