import type { RouteConfig } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { can } from '../../agenda/index.ts';
import { type Session, withCity } from '../../store/index.ts';
import { problemsOf } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../http/problems.ts';
import { idParams } from '../http/schemas.ts';
import { signedIn } from '../http/session.ts';
import { validate } from '../http/validation.ts';
import { hasEnded, type Job, jobSchema } from '../jobs/job.ts';
import type { Services } from '../services.ts';
import { readJob } from './jobs.ts';

/** A comment at least this often, so that proxies keep the connection; it is also a look of our own. */
const HEARTBEAT_MS = 10_000;
/** Then the browser asks again, and its session is looked at again. */
const LONGEST_MS = 10 * 60_000;

/** Resolves when the job moves, when it is time for a heartbeat, or when the stream has to end. */
function nextMove(
  services: Services,
  session: Session,
  id: string,
  ended: AbortSignal,
): { wait(): Promise<void>; stop(): void } {
  let moved = false;
  let wake: () => void = () => {};
  const unsubscribe = services.jobEvents.subscribe(session.city, id, () => {
    moved = true;
    wake();
  });
  return {
    stop: unsubscribe,
    async wait() {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HEARTBEAT_MS);
        const done = (): void => {
          clearTimeout(timer);
          ended.removeEventListener('abort', done);
          resolve();
        };
        wake = done;
        ended.addEventListener('abort', done);
        if (moved || ended.aborted) done();
      });
      moved = false;
    },
  };
}

async function follow(stream: SSEStreamingApi, services: Services, session: Session, id: string): Promise<void> {
  const left = new AbortController();
  stream.onAbort(() => left.abort());
  const ended = AbortSignal.any([services.stopping, left.signal, AbortSignal.timeout(LONGEST_MS)]);
  const moves = nextMove(services, session, id, ended);
  try {
    let sent = '';
    while (!ended.aborted) {
      const job: Job = await withCity(services.store.db, session, (tx) => readJob(tx, id));
      const data = JSON.stringify(job);
      if (data !== sent) await stream.writeSSE({ event: 'progress', data });
      else await stream.write(': still there\n\n');
      sent = data;
      if (hasEnded(job)) return;
      await moves.wait();
    }
  } finally {
    moves.stop();
  }
}

/** `GET /api/jobs/{id}/events`: the job each time it moves, until it ends, as server-sent events. */
export function mountJobStream(app: Hono<Env>, services: Services): void {
  app.get('/api/jobs/:id/events', async (c) => {
    const session = signedIn(c);
    if (!can(session, 'read', { city: session.city })) throw new Problem('not-allowed');
    const { id } = validate(idParams, c.req.param());
    await withCity(services.store.db, session, (tx) => readJob(tx, id)); // 404 before the stream begins
    const answer = streamSSE(
      c,
      (stream) => follow(stream, services, session, id),
      // The browser opens a broken stream again; what broke it stands in the log.
      async (error) => services.log.warn({ job: id, err: error }, 'a job stream ended early'),
    );
    answer.headers.set('Cache-Control', 'no-store');
    answer.headers.set('X-Accel-Buffering', 'no'); // nginx would hold the events back
    return answer;
  });
}

/** The stream in the contract. */
export const jobStreamPath: RouteConfig = {
  method: 'get',
  path: '/api/jobs/{id}/events',
  operationId: 'getJobsByIdEvents',
  summary: 'The progress of a computation as server-sent events named `progress`, until it ends',
  tags: ['jobs'],
  security: [{ session: [] }],
  request: { params: idParams },
  responses: {
    200: { description: 'Each event holds the job as JSON', content: { 'text/event-stream': { schema: jobSchema } } },
    ...problemsOf(['not-signed-in', 'not-allowed', 'not-found', 'invalid-request']),
  },
};
