import type { Hono } from 'hono';
import { approvedPlan } from '../../agenda/index.ts';
import { withCity } from '../../store/index.ts';
import { councilSettings } from '../council/desk.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../http/problems.ts';
import { approvedAgendaOf } from '../public/approved-agenda.ts';
import { intranetPage } from '../public/intranet-page.ts';
import { PUBLIC } from '../public/layout.ts';
import type { Services } from '../services.ts';
import { PUBLIC_POLICY } from './public-pages.ts';

/**
 * The page for everybody in the administration: the approved plan, read-only, without sign-in. A city that has not
 * switched it on has none, and nobody can tell it from a city that does not exist.
 */
export function mountIntranet(app: Hono<Env>, services: Services): void {
  app.get('/intranet/:city', async (c) => {
    const id = c.req.param('city');
    const body = await withCity(services.store.db, { city: id, actor: PUBLIC }, async (tx) => {
      const { settings } = await councilSettings(tx);
      if (!settings.intranetPage) return null;
      const loaded = await services.agendas.load(tx, { city: id });
      const approved = approvedPlan(loaded.agenda);
      const city = { id, name: loaded.agenda.city.name };
      return intranetPage(city, approved ? approvedAgendaOf(loaded, approved) : null);
    });
    if (body === null) throw new Problem('not-found');
    c.header('Content-Security-Policy', PUBLIC_POLICY);
    c.header('Cache-Control', 'no-cache');
    return c.html(body);
  });
}
