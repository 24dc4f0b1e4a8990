import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { isUnavailable, StoreRefusal, type StoreRefusalCode } from '../../store/index.ts';
import type { Env } from './env.ts';
import { problemPage, wantsPage } from './problem-page.ts';
import { Problem, type ProblemBody, type ProblemType, problemBody, problemTypes } from './problems.ts';

/** What the store refuses, as a problem of the API. Everything else that it throws is a fault of ours. */
const REFUSED: Partial<Record<StoreRefusalCode, ProblemType>> = {
  characterNotStorable: 'invalid-request',
  recordExists: 'conflict',
  recordUnknown: 'not-found',
  recordStale: 'version-stale',
  mailTaken: 'conflict',
  keyReused: 'key-reused',
  viewsFull: 'conflict',
  commentsFull: 'conflict',
  watchesFull: 'conflict',
  databaseUnreachable: 'database-away',
};

/** PostgreSQL's codes for a full disk, and for a statement that took longer than it may. */
const DISK_FULL = '53100';
const QUERY_CANCELLED = '57014';

/** The problem that an error amounts to. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreRefusal) {
    const type = REFUSED[error.code];
    if (type) return new Problem(type, { detail: error.text });
  }
  if (error instanceof HTTPException && error.status === 404) return new Problem('not-found');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === DISK_FULL) return new Problem('storage-full');
  if (isUnavailable(error) || code === QUERY_CANCELLED)
    return new Problem('database-away', { headers: { 'Retry-After': '2' } });
  return new Problem('internal');
}

/** The problem that an error amounts to, ready to be sent; faults of ours go to the log under the request's number. */
export function reported(log: Logger, error: Error, c: Context<Env>): { problem: Problem; body: ProblemBody } {
  const problem = problemOf(error);
  const { status } = problemTypes[problem.type];
  const requestId = c.get('requestId');
  if (status === 500) log.error({ requestId, path: c.req.path, err: error }, problem.type);
  else if (status > 500) log.warn({ requestId, path: c.req.path, reason: error.message }, problem.type);
  return { problem, body: problemBody(problem, c.get('language') ?? 'de', requestId) };
}

/** Answers a request that failed: with a page for somebody at a browser, as problem+json for every program. */
export function onError(log: Logger) {
  return (error: Error, c: Context<Env>): Response | Promise<Response> => {
    const { problem, body } = reported(log, error, c);
    for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
    c.header('Vary', 'Accept', { append: true });
    if (wantsPage(c)) return problemPage(c, body);
    return c.newResponse(JSON.stringify(body), body.status as 400, {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
    });
  };
}
