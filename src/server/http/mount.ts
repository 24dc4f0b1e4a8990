import { z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { can, canSome } from '../../agenda/index.ts';
import { type CityTransaction, type Session, withCity } from '../../store/index.ts';
import type { Services } from '../services.ts';
import { readBody } from './body.ts';
import type { Env } from './env.ts';
import { sendKept } from './kept-answer.ts';
import type { Operation, Outside, Reply } from './operation.ts';
import { Problem } from './problems.ts';
import { ownOrigin } from './same-origin.ts';
import { signedIn } from './session.ts';
import { validate } from './validation.ts';

const NOTHING = z.strictObject({});

/** Puts an operation into the application. */
export function mount(app: Hono<Env>, services: Services, operation: Operation): void {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  app.on(operation.method.toUpperCase(), path, async (c) => {
    const session = signedIn(c);
    const { permission } = operation;
    const allowed = operation.own ? canSome(session, permission) : can(session, permission, { city: session.city });
    if (!allowed) throw new Problem('not-allowed');
    const request = {
      params: validate(operation.params ?? NOTHING, c.req.param()),
      query: validate(operation.query ?? NOTHING, queryOf(c)),
      body: operation.body ? validate(operation.body, await readBody(c.req, operation.bodyBytes)) : undefined,
      session,
      language: c.get('language'),
      services,
      expectedVersion: operation.versioned ? versionOf(c.req.header('if-match')) : 0,
      origin: ownOrigin(c, services.publicUrl),
      idempotencyKey: operation.idempotent ? keyOf(c.req.header('idempotency-key')) : null,
    };
    const scope = { city: session.city, actor: session.actor };
    const inTransaction = <T>(run: (tx: CityTransaction) => Promise<T>): Promise<T> =>
      withCity(services.store.db, scope, run);
    const inside = (asking: Session): Promise<Reply<unknown> | Outside<unknown>> =>
      operation.fromMemory
        ? operation.handle({ ...request, session: asking, cityState: session.cityState, inTransaction })
        : inTransaction((tx) => operation.handle({ ...request, session: asking, tx }));
    const handle = async (asking: Session): Promise<Reply<unknown>> => settled(await inside(asking));
    if (operation.method !== 'get')
      return send(c, operation, await settled(await services.writes.take(() => inside(session))));
    if (operation.keptFor === undefined) return send(c, operation, await handle(session));
    return sendKept(c, operation, services, handle);
  });
}

/** The answer, after what is left to do outside of the transaction. */
async function settled(made: Reply<unknown> | Outside<unknown>): Promise<Reply<unknown>> {
  return 'outside' in made ? made.outside() : made;
}

function send(c: Context<Env>, operation: Operation, reply: Reply<unknown>): Response {
  c.header('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) c.header(name, value);
  if (reply.version !== undefined) c.header('ETag', `"${reply.version}"`);
  if (operation.file === undefined) return c.json(reply.body as object, operation.status ?? 200);
  c.header('Content-Type', operation.file.mediaType);
  return c.body(reply.body as Uint8Array<ArrayBuffer>);
}

/** A parameter given twice becomes a list, which no schema of ours accepts: it is refused, not silently chosen. */
function queryOf(c: Context<Env>): Record<string, string | string[] | undefined> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

/** The version in `If-Match: "7"`. Without it nobody can tell what the change was made on (RFC 6585 § 3). */
function versionOf(header: string | undefined): number {
  if (header === undefined) throw new Problem('version-missing');
  const version = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  // Something else, `*` or an ETag that we never gave, cannot be the present version.
  if (version === undefined) throw new Problem('version-stale');
  return Number(version);
}

function keyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new Problem('invalid-request', {
    detail: {
      de: 'Der Idempotency-Key hat 1 bis 200 druckbare Zeichen ohne Leerzeichen.',
      en: 'An Idempotency-Key has 1 to 200 printable characters without spaces.',
    },
  });
}
