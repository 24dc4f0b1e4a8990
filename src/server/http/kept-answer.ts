import type { Context } from 'hono';
import type { Session } from '../../store/index.ts';
import type { Services } from '../services.ts';
import { localDay } from '../today.ts';
import { answerOf, jsonAnswer } from './answer-cache.ts';
import type { Env } from './env.ts';
import type { Operation, Reply } from './operation.ts';
import { signedIn } from './session.ts';

/**
 * Sends the answer that is kept for this state of the city, or has it computed. Whoever names the ETag of the answer in
 * `If-None-Match` learns that it is the same without getting it again; the ETag of a record's version cannot say that,
 * for such an answer shows more than the record.
 */
export async function sendKept(
  c: Context<Env>,
  operation: Operation,
  { answers, events }: Pick<Services, 'answers' | 'events'>,
  handle: (asking: Session) => Promise<Reply<unknown>>,
): Promise<Response> {
  const session = signedIn(c);
  const { city, roles, ownUnits, actor, person, cityState, smallChanges } = session;
  const asking = operation.keptFor === 'roles' ? anybodyLike(session) : session;
  const address = c.req.url.slice(c.req.url.indexOf('/', 8));
  const key = JSON.stringify([
    city,
    roles.toSorted(),
    ownUnits.toSorted(),
    operation.keptFor === 'person' ? [actor, person] : null,
    c.get('language'),
    address,
  ]);
  const state = `${cityState} ${operation.keptWithSmallChanges ? smallChanges : ''} ${localDay()}`;
  const answer = await answers.get(key, state, async () => {
    const { body, version, headers } = await handle(asking);
    const all = { ...headers, ...(version === undefined ? {} : { ETag: `"${version}"` }) };
    if (operation.file === undefined) return jsonAnswer(body, all);
    return answerOf(body as Uint8Array<ArrayBuffer>, { 'Content-Type': operation.file.mediaType, ...all });
  });
  c.header('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(answer.headers)) c.header(name, value);
  if (!operation.tagged && isKnown(c.req.header('if-none-match'), answer.headers.ETag)) return c.body(null, 304);
  if (operation.recordedAs !== undefined) await events.record(city, operation.recordedAs, actor);
  if (answer.gzip === null || !takesGzip(c.req.header('accept-encoding'))) return c.body(answer.bytes);
  c.header('Content-Encoding', 'gzip');
  return c.body(answer.gzip);
}

/** Every browser and most programs do; whoever refuses it (`gzip;q=0`) or says nothing gets the plain answer. */
const takesGzip = (header = ''): boolean => /(^|[\s,])gzip\s*(;\s*q=(1|0?\.\d*[1-9]))?\s*(,|$)/i.test(header);

/** RFC 9110 § 13.1.2: a list of tags, or `*`; weak and strong ones count the same. */
function isKnown(header: string | undefined, tag: string | undefined): boolean {
  if (header === undefined || tag === undefined) return false;
  const plain = (one: string): string => one.trim().replace(/^W\//, '');
  return header.split(',').some((one) => plain(one) === plain(tag) || one.trim() === '*');
}

/** Somebody with the same rights: who it is must not get into an answer that others are given as well. */
function anybodyLike({ city, roles, ownUnits }: Session): Session {
  const nobody = (): never => {
    throw new Error('an answer kept for roles must not depend on the person who asks');
  };
  return {
    city,
    roles,
    ownUnits,
    get actor() {
      return nobody();
    },
    get id() {
      return nobody();
    },
    get person() {
      return nobody();
    },
    get secondFactorAge() {
      return nobody();
    },
  };
}
