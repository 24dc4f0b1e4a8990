import { z } from '@hono/zod-openapi';
import { visit } from '../../store/index.ts';
import { namesOf } from '../council/person-name.ts';
import { type Operation, operation } from '../http/operation.ts';
import { hrefOf } from '../records/href.ts';

/** Records that the overview names; the rest is counted. */
const MOST = 8;

export const visitRoutes: Operation[] = [
  operation({
    method: 'post',
    path: '/api/visit',
    summary: 'Begin or go on with a visit: what others have changed since the one before; null at the very first',
    permission: 'read',
    answer: z
      .strictObject({
        since: z.iso.datetime(),
        records: z.array(
          z.strictObject({
            kind: z.string(),
            id: z.string(),
            title: z.string().nullable(),
            changes: z.int(),
            action: z.enum(['insert', 'update', 'delete']),
            by: z.string(),
            at: z.iso.datetime(),
            href: z.string(),
          }),
        ),
        more: z.int(),
      })
      .nullable()
      .openapi('VisitNews'),
    async handle({ tx, session }) {
      const news = await visit(tx, session.id, MOST);
      if (news === undefined) return { body: null };
      const actors = news.records.map((one) => one.by);
      const names = actors.length > 0 ? await namesOf(tx, actors) : {};
      return {
        body: {
          ...news,
          records: news.records.map((one) => ({
            ...one,
            by: names[one.by] ?? one.by,
            href: one.kind === 'planVersion' ? '/plaene' : hrefOf(one.kind, one.id),
          })),
        },
      };
    },
  }),
];
