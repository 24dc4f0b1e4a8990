import { z } from '@hono/zod-openapi';
import { commitmentClassSchema, idSchema, type Project, projectStatusSchema } from '../../agenda/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { WrittenRecord } from '../http/schemas.ts';
import type { RecordChange } from '../records/change.ts';
import { changeAgenda } from '../records/edit.ts';

const MOST_PROJECTS = 2_000;

/** What many projects can be given at once. */
const valuesSchema = z.strictObject({
  status: projectStatusSchema.optional(),
  commitmentClass: commitmentClassSchema.optional(),
  actionField: idSchema.optional(),
  leadUnit: idSchema.optional(),
  addPartner: idSchema.optional(),
  addObligation: idSchema.optional(),
  addStrategy: idSchema.optional(),
});

const withOne = (list: readonly string[], id: string | undefined): string[] =>
  id === undefined || list.includes(id) ? [...list] : [...list, id];

function changed(project: Project, values: z.infer<typeof valuesSchema>): Project {
  const { addPartner, addObligation, addStrategy, ...own } = values;
  return {
    ...project,
    ...own,
    partners: withOne(project.partners, addPartner),
    obligations: withOne(project.obligations, addObligation),
    strategies: withOne(project.strategies, addStrategy),
  };
}

export const projectsBulkRoutes: Operation[] = [
  operation({
    method: 'post',
    path: '/api/projects/bulk',
    summary: 'Give several projects the same values: all of them or none',
    permission: 'writeProjects',
    own: true,
    body: z.strictObject({
      projects: z
        .array(z.strictObject({ id: idSchema, version: z.int().min(1) }))
        .min(1)
        .max(MOST_PROJECTS),
      values: valuesSchema,
    }),
    refuses: ['not-found', 'version-stale'],
    answer: z.strictObject({ written: z.array(WrittenRecord) }),
    async handle({ body, ...work }) {
      const { agenda } = await work.services.agendas.load(work.tx, work.session);
      const byId = new Map(agenda.projects.map((one) => [one.id, one]));
      const changes = body.projects.map(({ id, version }): RecordChange => {
        const project = byId.get(id);
        if (project === undefined) throw new Problem('not-found');
        return { collection: 'projects', id, version, body: changed(project, body.values) };
      });
      return { body: { written: (await changeAgenda(work, changes)).written } };
    },
  }),
];
