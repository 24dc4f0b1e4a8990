import type { Hono, MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';
import { Problem } from './problems.ts';
import { signedIn } from './session.ts';

/**
 * Answers for addresses below /api that no route has: 405 with the methods that exist, or 404. Without a session it
 * says neither: what is there is not for everybody to find out.
 */
export function unknownRoute(app: Hono<Env>): MiddlewareHandler<Env> {
  return async (c) => {
    signedIn(c);
    const methods = app.routes
      .filter((route) => route.method !== 'ALL' && matches(route.path, c.req.path))
      .map((route) => route.method);
    if (methods.length === 0) throw new Problem('not-found');
    throw new Problem('method-not-allowed', { headers: { Allow: [...new Set(methods)].join(', ') } });
  };
}

/** True if a path fits the pattern of a route (`/api/projects/:id`). */
function matches(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split('/'), path.split('/')];
  return wanted.length === found.length && wanted.every((part, index) => part.startsWith(':') || part === found[index]);
}
