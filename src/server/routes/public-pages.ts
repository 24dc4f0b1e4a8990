import type { Context, Hono } from 'hono';
import { approvedPlan } from '../../agenda/index.ts';
import { resolutionProgress } from '../../council/index.ts';
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
import type { Env } from '../http/env.ts';
import { Problem } from '../http/problems.ts';
import { atomFeed } from '../public/feed.ts';
import { type City, PUBLIC_STYLE } from '../public/layout.ts';
import { listPage, releaseFigures, releasePage } from '../public/pages.ts';
import { type PublicResolution, resolutionsPage } from '../public/resolutions-page.ts';
import type { Services } from '../services.ts';

/** Nothing but the page's own stylesheet; no script, no frame, no form. */
export const PUBLIC_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** In whose name the public reads. */
export const PUBLIC = 'public';

/**
 * The public pages of released statements: no session, no script. A city that has not switched them on has none, and
 * nobody can tell it from a city that does not exist.
 */
export function mountPublicPages(app: Hono<Env>, services: Services): void {
  const open = async <T>(
    id: string,
    read: (tx: CityTransaction, loaded: LoadedAgenda) => Promise<T>,
  ): Promise<{ city: City; found: T }> => {
    const opened = await withCity(services.store.db, { city: id, actor: PUBLIC }, async (tx: CityTransaction) => {
      const { settings } = await councilSettings(tx);
      if (!settings.publicPage) return null;
      const loaded = await services.agendas.load(tx, { city: id });
      return { city: { id, name: loaded.agenda.city.name }, found: await read(tx, loaded) };
    });
    if (opened === null) throw new Problem('not-found');
    return opened;
  };
  const published = async (
    id: string,
    run: (city: City, stored: StoredPublication[]) => Response | Promise<Response>,
  ): Promise<Response> => {
    const { city, found } = await open(id, (tx) => listPublications(tx));
    return run(city, found);
  };
  const page = async (c: Context<Env>, body: Parameters<typeof c.html>[0]): Promise<Response> => {
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
  app.get('/oeffentlich/:city/beschluesse', async (c) => {
    const { city, found } = await open(c.req.param('city'), publicResolutions);
    return page(c, resolutionsPage(city, found.today, found.rows));
  });
  app.get('/oeffentlich/:city/:id', (c) =>
    published(c.req.param('city'), (city, stored) => {
      const id = c.req.param('id');
      if (id.endsWith('.json')) return figures(c, city, stored, id.slice(0, -'.json'.length));
      const body = releasePage(city, stored, id);
      if (body === undefined) throw new Problem('not-found');
      return page(c, body);
    }),
  );
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

/** The figures of a release that still holds, for machines of any origin. */
function figures(c: Context<Env>, city: City, stored: readonly StoredPublication[], id: string): Response {
  const release = stored.find(({ publication: one }) => one.kind === 'release' && one.id === id)?.publication;
  const withdrawn = stored.some(({ publication: one }) => one.id === `${id}.withdrawn`);
  if (release?.kind !== 'release' || withdrawn) throw new Problem('not-found');
  c.header('Access-Control-Allow-Origin', '*');
  return c.json(releaseFigures(city, release));
}
