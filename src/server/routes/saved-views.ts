import { z } from '@hono/zod-openapi';
import { lineSchema } from '../../agenda/index.ts';
import { deleteView, listViews, saveView } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';

/** Pages whose views can be kept. */
const page = z.enum(['projekte']);
/** What an address may hold: short values, few of them. */
const search = z
  .record(z.string().max(40), z.union([z.string().max(500), z.boolean(), z.number()]))
  .refine((value) => Object.keys(value).length <= 30);

const SavedView = z
  .strictObject({ id: z.string(), name: z.string(), shared: z.boolean(), own: z.boolean(), search })
  .openapi('SavedView');

export const savedViewRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/saved-views/{page}',
    summary: 'Named views of a list: the own ones and those shared with the city',
    permission: 'read',
    params: z.strictObject({ page }),
    answer: z.strictObject({ views: z.array(SavedView) }),
    async handle({ tx, params }) {
      return { body: { views: (await listViews(tx, params.page)) as z.infer<typeof SavedView>[] } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/saved-views/{page}',
    summary: 'Keep the present view of a list under a name',
    permission: 'read',
    params: z.strictObject({ page }),
    body: z.strictObject({ name: lineSchema.max(80), shared: z.boolean(), search }),
    refuses: ['conflict'],
    status: 201,
    answer: SavedView,
    async handle({ tx, params, body }) {
      return { body: (await saveView(tx, { page: params.page, ...body })) as z.infer<typeof SavedView> };
    },
  }),
  operation({
    method: 'delete',
    path: '/api/saved-views/{page}/{view}',
    summary: 'Delete one of the own views',
    permission: 'read',
    params: z.strictObject({ page, view: z.uuid() }),
    /** False if the person has no such view (any more). */
    answer: z.strictObject({ deleted: z.boolean() }),
    async handle({ tx, params }) {
      return { body: { deleted: await deleteView(tx, params.view) } };
    },
  }),
];
