import { z } from '@hono/zod-openapi';
import { readPlanRun, readRecord } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { Hit, RecordView } from '../http/schemas.ts';
import {
  type CollectionKind,
  cityRecord,
  collectionOfKind,
  findRecord,
  type NamedRecord,
  sourcesOf,
} from '../records/collections.ts';
import { hrefOf } from '../records/href.ts';
import { shownTo } from '../records/may-edit.ts';
import { readIndex } from '../search/search-indexes.ts';

const kinds = [...(Object.keys(collectionOfKind) as CollectionKind[]), 'city', 'paper', 'planRun'] as const;

const MOST_HITS = 30;

export const recordRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/records/{kind}/{id}',
    summary: 'The record that a piece of evidence refers to, whatever its kind',
    permission: 'read',
    keptFor: 'roles',
    params: z.strictObject({ kind: z.enum(kinds), id: z.string().min(1).max(300) }),
    answer: RecordView,
    async handle({ tx, session, services, params: { kind, id } }) {
      const { agenda } = await services.agendas.load(tx, session);
      let found: NamedRecord | undefined;
      let version: number | null = null;
      if (kind === 'paper') {
        const stored = await readRecord(tx, 'papers', id);
        if (stored) {
          const { body } = stored;
          version = stored.version;
          const title = `${body.reference} ${body.name}`;
          found = { kind, id, title, body, provenance: body.provenance ?? null, sources: sourcesOf(agenda, body) };
        }
      } else if (kind === 'planRun') {
        const run = await readPlanRun(tx, id);
        if (run) {
          const { question, inputsHash, engineVersion, seed, createdAt } = run;
          const body = { id, createdAt, question, inputsHash, engineVersion, seed };
          found = { kind, id, title: `Berechnung vom ${createdAt.slice(0, 10)}`, body, provenance: null, sources: [] };
        }
      } else if (kind === 'city') found = agenda.city.id === id ? cityRecord(agenda) : undefined;
      else {
        const collection = collectionOfKind[kind];
        const whole = findRecord(agenda, kind, id);
        found = whole && { ...whole, body: shownTo(session, agenda, collection, whole.body) };
        version = (await readRecord(tx, collection, id))?.version ?? null;
      }
      if (found === undefined) throw new Problem('not-found');
      return { body: { ...found, version, href: hrefOf(kind, id) } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/search',
    summary: 'Records of any kind that a few words lead to, typing errors forgiven',
    permission: 'read',
    query: z.strictObject({ q: z.string().trim().min(1).max(200) }),
    answer: z.strictObject({ hits: z.array(Hit) }),
    // Not kept: the words are others each time, and finding takes less than compressing what was found.
    fromMemory: true,
    async handle({ services, session, cityState, inTransaction, query }) {
      const index = await services.searches.get(session.city, cityState, () =>
        inTransaction((tx) => readIndex(tx, session, services.agendas)),
      );
      const hits = index.search(query.q, MOST_HITS);
      return { body: { hits: hits.map((hit) => ({ ...hit, href: hrefOf(hit.kind, hit.id) })) } };
    },
  }),
];
