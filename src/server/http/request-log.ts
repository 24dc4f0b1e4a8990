import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Env } from './env.ts';
import { languageOf } from './language.ts';

/**
 * Gives every request its number and language, and logs it when it is answered: path, never the query (a sign-in
 * link carries its secret there), no header and no body.
 */
export function requestLog(log: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    c.set('language', languageOf(c.req.header('accept-language')));
    c.set('session', null);
    await next();
    // Not `c.header`: once there is an answer, that makes a new one and sends its body piece by piece.
    c.res.headers.set('X-Request-Id', requestId);
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    log.info({ requestId, method: c.req.method, path: c.req.path, status: c.res.status, milliseconds }, 'request');
  };
}
