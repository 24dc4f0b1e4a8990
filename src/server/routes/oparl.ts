import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  addressesOf,
  fileKey,
  type ListName,
  listNames,
  OPARL_PATH,
  STATEMENT_FORMATS,
  typeOf,
  writeSystem,
} from '../../formats/index.ts';
import { listCities, withCity } from '../../store/index.ts';
import { publicFile } from '../council/release-files.ts';
import type { Env } from '../http/env.ts';
import { reported } from '../http/on-error.ts';
import { Problem } from '../http/problems.ts';
import { ownOrigin } from '../http/same-origin.ts';
import { listPage } from '../oparl/list-page.ts';
import { OparlCache, type OparlCity } from '../oparl/published.ts';
import { PUBLIC } from '../public/layout.ts';
import { releaseDocument } from '../public/pages.ts';
import type { Services } from '../services.ts';
import { PUBLIC_POLICY } from './public-pages.ts';

/**
 * The OParl 1.1 endpoint: what the public page shows, for programs, with papers, meetings and bodies around it. No
 * session; any page may ask. A city that has not opened its data cannot be told from one that does not exist.
 */
export function mountOparl(app: Hono<Env>, services: Services): void {
  const oparl = new Hono<Env>();
  const cache = new OparlCache(services.agendas);
  const originOf = (c: Context<Env>): string => ownOrigin(c, services.publicUrl);
  const open = (c: Context<Env>, city: string): Promise<OparlCity | undefined> =>
    withCity(services.store.db, { city, actor: PUBLIC }, (tx) => cache.load(tx, city, originOf(c)));
  const cityOf = async (c: Context<Env>): Promise<OparlCity> =>
    (await open(c, c.req.param('city') ?? '')) ?? notFound();
  const allOpen = async (c: Context<Env>): Promise<OparlCity[]> => {
    const found: OparlCity[] = [];
    for (const { id } of await listCities(services.store.db)) {
      const city = await open(c, id);
      if (city) found.push(city);
    }
    return found.length > 0 ? found : notFound();
  };

  oparl.onError(asOparlError(services));
  oparl.use(async (c, next) => {
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cache-Control', 'public, max-age=60');
    if (c.req.method !== 'OPTIONS') return next();
    c.header('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS');
    return c.body(null, 204);
  });
  oparl.get('/', async (c) =>
    c.json(
      writeSystem(
        originOf(c),
        (await allOpen(c)).map((one) => one.content.body),
      ),
    ),
  );
  oparl.get('/body', async (c) => {
    const bodies = (await allOpen(c)).map((one) => one.content.body);
    return c.json(listPage(bodies, `${originOf(c)}${OPARL_PATH}/body`, c.req.query()));
  });
  oparl.get('/body/:city', async (c) => c.json((await cityOf(c)).content.body));
  oparl.get('/body/:city/file/:key/content', async (c) => content(c, services, await cityOf(c)));
  oparl.get('/body/:city/:list', async (c) => {
    const { content: found, city } = await cityOf(c);
    const list = listOf(c);
    return c.json(listPage(found.lists[list], addressesOf(originOf(c), city.id).list(list), c.req.query()));
  });
  oparl.get('/body/:city/:list/:key', async (c) => {
    const { content: found, city } = await cityOf(c);
    const list = listOf(c);
    const id = addressesOf(originOf(c), city.id).object(list, c.req.param('key'));
    return c.json(found.lists[list].find((one) => one.id === id) ?? notFound());
  });
  oparl.all('*', () => notFound());
  app.route(OPARL_PATH, oparl);
}

function notFound(): never {
  throw new Problem('not-found');
}

const listOf = (c: Context<Env>): ListName => listNames.find((one) => one === c.req.param('list')) ?? notFound();

/** A file of a statement: the same bytes for ever, as they were kept with the release. */
async function content(c: Context<Env>, services: Services, { city, releases }: OparlCity): Promise<Response> {
  const key = c.req.param('key');
  for (const format of STATEMENT_FORMATS) {
    const found = releases.find(({ release }) => fileKey(release, format) === key);
    if (found === undefined) continue;
    if (found.withdrawn) throw new Problem('gone');
    const { release } = found;
    const tag = `"${release.hash.slice(0, 32)}-${format.ending}"`;
    c.header('ETag', tag);
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    const disposition = c.req.query('download') === undefined ? 'inline' : 'attachment';
    c.header('Content-Disposition', `${disposition}; filename="stellungnahme-${release.id}.${format.ending}"`);
    const file = await publicFile(services, city.id, release, format.ending);
    if (format.ending === 'html') {
      c.header('Content-Security-Policy', PUBLIC_POLICY);
      return c.html(releaseDocument(city, release, new TextDecoder().decode(file)));
    }
    c.header('Content-Type', format.mimeType);
    return c.body(new Uint8Array(file));
  }
  return notFound();
}

/** A refusal in the form that OParl clients expect; the log gets what every other route's failure gives it. */
function asOparlError(services: Services) {
  return (error: Error, c: Context<Env>): Response => {
    const { problem, body } = reported(services.log, error, c);
    const { title, detail, type, instance, status } = body;
    for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
    c.header('Content-Type', 'application/json; charset=UTF-8');
    c.header('Cache-Control', 'no-store');
    const answer = { type: typeOf('Error'), message: detail ?? title, debug: `${type} ${instance}` };
    return c.json(answer, status as ContentfulStatusCode);
  };
}
