import { z } from '@hono/zod-openapi';
import { serviceBundleSchema } from '../../agenda/index.ts';
import { loadCatalogue } from '../../formats/index.ts';
import { bundleRowSchema, catalogueView, catalogueViewSchema } from '../../planning/index.ts';
import { readRecord } from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';

const service = z.strictObject({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  bundle: z.string(),
  laws: z.string(),
  sdg: z.string(),
});
const hit = z.strictObject({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  bundle: z.string(),
  bundleName: z.string(),
});

/** The catalogue with what the city says of it, computed once for each state of the agenda. */
async function viewOf(loaded: LoadedAgenda): Promise<z.infer<typeof catalogueViewSchema>> {
  const { bundles } = await loadCatalogue();
  return loaded.once('catalogue', () => catalogueView(loaded.agenda, bundles));
}

export const catalogueRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/catalogue',
    summary:
      'Bundles of administrative services (OZG, state 2019): which concern the city, and which no project covers',
    permission: 'read',
    keptFor: 'roles',
    answer: catalogueViewSchema,
    async handle({ tx, session, services }) {
      return { body: await viewOf(await services.agendas.load(tx, session)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/catalogue/search',
    summary: 'Administrative services and bundles by words, inflected, begun or misspelt',
    permission: 'read',
    query: z.strictObject({ q: z.string().trim().min(1).max(200) }),
    answer: z.strictObject({ hits: z.array(hit) }),
    // Not kept, as every search.
    fromMemory: true,
    async handle({ query }) {
      return { body: { hits: (await loadCatalogue()).search(query.q) } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/catalogue/{key}',
    summary: 'One bundle with its services and what the city says of it',
    permission: 'read',
    keptFor: 'roles',
    params: z.strictObject({ key: z.string().regex(/^\d{5}$/) }),
    answer: z.strictObject({
      bundle: bundleRowSchema,
      services: z.array(service),
      /** Null as long as the city has said nothing of it. */
      record: z.strictObject({ version: z.int(), body: serviceBundleSchema }).nullable(),
    }),
    async handle({ tx, session, services, params: { key } }) {
      const view = await viewOf(await services.agendas.load(tx, session));
      const bundle = view.bundles.find((one) => one.key === key);
      if (bundle === undefined) throw new Problem('not-found');
      const stored = await readRecord(tx, 'serviceBundles', key);
      const { servicesOf } = await loadCatalogue();
      const record = stored === undefined ? null : { version: stored.version, body: stored.body };
      return { body: { bundle, services: servicesOf(key), record } };
    },
  }),
];
