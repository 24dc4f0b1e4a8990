import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono } from 'hono';
import { findCalendarFeed, withCity } from '../../store/index.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../http/problems.ts';
import type { Services } from '../services.ts';
import { calendarOf } from './council-desk.ts';

/**
 * The calendar feed: a calendar program has no session, the address itself is the key. Wrong keys are counted like
 * wrong sign-ins, so that nobody can try them out.
 */
export function mountCalendarFeed(app: Hono<Env>, services: Services): void {
  app.get('/kalender/:file{[A-Za-z0-9_-]{43}\\.ics}', async (c) => {
    const address = getConnInfo(c).remote.address ?? '';
    services.signInLimit.check(address);
    const acting = await findCalendarFeed(services.store.db, c.req.param('file').slice(0, -4));
    if (acting === undefined) {
      services.signInLimit.failed(address);
      throw new Problem('not-found');
    }
    const host = services.publicUrl?.hostname ?? 'fahrplan.localhost';
    const body = await withCity(services.store.db, acting, (tx) => calendarOf(tx, host));
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Cache-Control', 'private, max-age=900');
    return c.body(body as Uint8Array<ArrayBuffer>);
  });
}
