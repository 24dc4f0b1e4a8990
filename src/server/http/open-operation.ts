import type { RouteConfig, z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import type { Language } from '../../agenda/index.ts';
import type { Services } from '../services.ts';
import { readBody } from './body.ts';
import { operationId, problemsOf } from './describe.ts';
import type { Env } from './env.ts';
import type { ProblemType } from './problems.ts';
import { ownOrigin } from './same-origin.ts';
import { validate } from './validation.ts';

/** Bodies of requests from nobody in particular are small. */
const OPEN_BODY_BYTES = 50_000;

/** A route that needs no session: signing in, and links without an account. */
export interface OpenOperation {
  path: string;
  summary: string;
  body: z.ZodType;
  answer: z.ZodType;
  refusals: readonly ProblemType[];
  handle(call: {
    body: unknown;
    language: Language;
    services: Services;
    origin: string;
    c: Context<Env>;
  }): Promise<unknown>;
}

interface Definition<Body extends z.ZodType, Answer extends z.ZodType> extends Omit<OpenOperation, 'handle'> {
  body: Body;
  answer: Answer;
  handle(call: {
    body: z.output<Body>;
    language: Language;
    services: Services;
    origin: string;
    /** For the session cookie, the address and the browser that ask. */
    c: Context<Env>;
  }): Promise<z.input<Answer>>;
}

/** Writes an open operation down; the types of what it is given and gives back follow from its schemas. */
export function openOperation<Body extends z.ZodType, Answer extends z.ZodType>(
  definition: Definition<Body, Answer>,
): OpenOperation {
  return definition as unknown as OpenOperation;
}

/** Puts an open operation into the application. All of them are POST, so that no address ever holds a secret. */
export function mountOpen(app: Hono<Env>, services: Services, operation: OpenOperation): void {
  app.post(operation.path, async (c) => {
    c.header('Cache-Control', 'no-store');
    const body = validate(operation.body, await readBody(c.req, OPEN_BODY_BYTES));
    const origin = ownOrigin(c, services.publicUrl);
    const answer = await operation.handle({ body, language: c.get('language'), services, origin, c });
    return c.json(answer as object);
  });
}

/** The OpenAPI entry of an open operation. */
export function describeOpen({ path, summary, body, answer, refusals }: OpenOperation): RouteConfig {
  return {
    method: 'post',
    path,
    summary,
    operationId: operationId('post', path),
    tags: [path.split('/')[2] ?? 'api'],
    security: [],
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: answer } } },
      ...problemsOf([
        ...(['invalid-json', 'invalid-request', 'too-large', 'wrong-media-type', 'foreign-origin'] as const),
        ...(['wrong-host', 'internal', 'database-away'] as const),
        ...refusals,
      ]),
    },
  };
}
