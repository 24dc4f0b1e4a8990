import type { Context, Hono } from 'hono';
import { approvedPlan } from '../../agenda/index.ts';
import { type Meeting, type Release, resolutionProgress } from '../../council/index.ts';
import { writeCalendar } from '../../formats/index.ts';
import {
  type CityTransaction,
  listPublications,
  listRecords,
  type StoredPublication,
  withCity,
} from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { councilSettings, loadDesk } from '../council/desk.ts';
import { projectFinishes } from '../council/events.ts';
import { publicAgenda, publicFile } from '../council/release-files.ts';
import { MEDIA_TYPES } from '../document-file.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../http/problems.ts';
import { atomFeed } from '../public/feed.ts';
import { type City, PUBLIC, PUBLIC_STYLE } from '../public/layout.ts';
import { listPage, releaseAgendaPage, releaseFigures, releasePage, standingRelease } from '../public/pages.ts';
import { type PublicResolution, resolutionsPage } from '../public/resolutions-page.ts';
import type { Services } from '../services.ts';

/** Nothing but the page's own stylesheet; no script, no frame, no form. */
export const PUBLIC_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The public pages of released statements: no session, no script. A city that has not switched them on has none, and
 * nobody can tell it from a city that does not exist.
 */
export function mountPublicPages(app: Hono<Env>, services: Services): void {
  const open = <T>(id: string, read: (tx: CityTransaction, loaded: LoadedAgenda) => Promise<T>) =>
    openCity(services, id, read);
  const published: Shown['published'] = async (id, run) => {
    const { city, found } = await open(id, (tx) => listPublications(tx));
    return run(city, found);
  };
  const page: Shown['page'] = async (c, body) => {
    c.header('Content-Security-Policy', PUBLIC_POLICY);
    c.header('Cache-Control', 'public, max-age=60');
    return c.html(body);
  };

  app.get('/oeffentlich/stil.css', (c) => {
    c.header('Content-Type', 'text/css; charset=utf-8');
    c.header('Cache-Control', 'public, max-age=3600');
    return c.body(PUBLIC_STYLE);
  });
  app.get('/oeffentlich/:city', (c) =>
    published(c.req.param('city'), (city, stored) => page(c, listPage(city, stored))),
  );
  app.get('/oeffentlich/:city/feed.atom', (c) =>
    published(c.req.param('city'), (city, stored) => {
      c.header('Content-Type', 'application/atom+xml; charset=utf-8');
      return c.body(atomFeed(city, services.publicUrl?.origin ?? new URL(c.req.url).origin, stored));
    }),
  );
  app.get('/oeffentlich/:city/sitzungen.ics', async (c) => {
    const { city, found } = await open(c.req.param('city'), publicMeetings);
    const host = services.publicUrl?.hostname ?? 'fahrplan.localhost';
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Cache-Control', 'public, max-age=900');
    return c.body(
      writeCalendar({
        host,
        name: `Sitzungen: ${city.name}`,
        papers: [],
        deadlines: [],
        meetings: found,
        reminders: [],
      }),
    );
  });
  app.get('/oeffentlich/:city/beschluesse', async (c) => {
    const { city, found } = await open(c.req.param('city'), publicResolutions);
    return page(c, resolutionsPage(city, found.today, found.rows));
  });
  mountReleases(app, services, { published, page });
}

type Shown = {
  published: (
    id: string,
    run: (city: City, stored: StoredPublication[]) => Response | Promise<Response>,
  ) => Promise<Response>;
  page: (c: Context<Env>, body: Parameters<typeof c.html>[0]) => Promise<Response>;
};

/** A released statement: its page, its files and figures, and the approved agenda behind it. */
function mountReleases(app: Hono<Env>, services: Services, { published, page }: Shown): void {
  app.get('/oeffentlich/:city/:id/:part', (c) =>
    published(c.req.param('city'), async (city, stored) => {
      const release = standingRelease(stored, c.req.param('id'));
      const part = c.req.param('part');
      const agenda = release && (await publicAgenda(services, city.id, release));
      if (release === undefined || agenda === undefined) throw new Problem('not-found');
      if (part === 'agenda') return page(c, releaseAgendaPage(city, release, agenda));
      if (part !== 'agenda.json') throw new Problem('not-found');
      c.header('Access-Control-Allow-Origin', '*');
      return c.json(agenda);
    }),
  );
  app.get('/oeffentlich/:city/:id', (c) =>
    published(c.req.param('city'), async (city, stored) => {
      const [, id = '', ending = ''] = /^(.*?)(?:\.(json|docx|pdf))?$/.exec(c.req.param('id')) ?? [];
      if (ending === '') {
        const article = async (one: Release): Promise<string> =>
          new TextDecoder().decode(await publicFile(services, city.id, one, 'html'));
        const body = await releasePage(city, stored, id, article);
        if (body === undefined) throw new Problem('not-found');
        return page(c, body);
      }
      const release = standingRelease(stored, id);
      if (release === undefined) throw new Problem('not-found');
      if (ending === 'json') return figures(c, city, release);
      const format = ending === 'pdf' ? 'pdf' : 'docx';
      c.header('Content-Type', MEDIA_TYPES[format]);
      c.header('Content-Disposition', `inline; filename="stellungnahme-${release.id}.${format}"`);
      return c.body(new Uint8Array(await publicFile(services, city.id, release, format)));
    }),
  );
}

/** What a city that has switched its public pages on shows; every other city is not there. */
async function openCity<T>(
  services: Services,
  id: string,
  read: (tx: CityTransaction, loaded: LoadedAgenda) => Promise<T>,
): Promise<{ city: City; found: T }> {
  const opened = await withCity(services.store.db, { city: id, actor: PUBLIC }, async (tx) => {
    const { settings } = await councilSettings(tx);
    if (!settings.publicPage) return null;
    const loaded = await services.agendas.load(tx, { city: id });
    return { city: { id, name: loaded.agenda.city.name }, found: await read(tx, loaded) };
  });
  if (opened === null) throw new Problem('not-found');
  return opened;
}

/** Meetings with what they deal with in public. */
async function publicMeetings(tx: CityTransaction): Promise<Meeting[]> {
  const { meetings } = await loadDesk(tx);
  return meetings.map((one) => ({ ...one, items: one.items.filter((item) => item.public) }));
}

/** Resolutions taken in public, by the approved plan: the working one is nobody's promise. */
async function publicResolutions(
  tx: CityTransaction,
  { agenda }: LoadedAgenda,
): Promise<{ today: string; rows: PublicResolution[] }> {
  const { today } = await loadDesk(tx);
  const finishes = projectFinishes(agenda, approvedPlan(agenda));
  const rows = (await listRecords(tx, 'resolutions'))
    .map((one) => one.body)
    .filter((one) => one.public)
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .map((resolution) => ({ resolution, progress: resolutionProgress(resolution, finishes, today) }));
  return { today, rows };
}

/** The figures of a release for machines of any origin. */
function figures(c: Context<Env>, city: City, release: Release): Response {
  c.header('Access-Control-Allow-Origin', '*');
  return c.json(releaseFigures(city, release));
}
