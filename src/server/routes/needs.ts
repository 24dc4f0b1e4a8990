import { z } from '@hono/zod-openapi';
import { defaultGuide, interviewGuideSchema, needSchema } from '../../agenda/index.ts';
import { similarNeeds } from '../../council/index.ts';
import { needsView, needsViewSchema } from '../../planning/index.ts';
import { recordVersions } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';

const similarPair = z.strictObject({
  keep: z.string(),
  other: z.string(),
  score: z.number(),
  words: z.array(z.string()),
});

export const needRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/needs',
    summary: 'The needs of the offices, what has become of each, and which are alike',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({
      ...needsViewSchema.shape,
      /** The records themselves, in the same order, each with the version that a change of it must name. */
      records: z.array(z.strictObject({ version: z.int(), body: needSchema })),
      /** Pairs that may be one wish; a person decides. */
      similar: z.array(similarPair),
    }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const versions = await recordVersions(tx, 'needs');
      return {
        body: {
          ...loaded.once('needs', () => needsView(loaded.agenda, loaded.asOf)),
          records: loaded.agenda.needs.map((body) => ({ version: versions[body.id] ?? 0, body })),
          similar: loaded.once('similarNeeds', () => similarNeeds(loaded.agenda.needs)),
        },
      };
    },
  }),
  operation({
    method: 'get',
    path: '/api/interview-guides',
    summary: 'The guides for talks with heads of office; the proposed one as long as the city has none',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({
      guides: z.array(z.strictObject({ version: z.int().nullable(), guide: interviewGuideSchema })),
    }),
    async handle({ tx, session, services }) {
      const { agenda } = await services.agendas.load(tx, session);
      const versions = await recordVersions(tx, 'guides');
      const guides = agenda.guides.map((guide) => ({ version: versions[guide.id] ?? null, guide }));
      return { body: { guides: guides.length > 0 ? guides : [{ version: null, guide: defaultGuide }] } };
    },
  }),
];
