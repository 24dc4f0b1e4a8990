import { z } from '@hono/zod-openapi';
import { limits, type ProjectList, plainTargets } from '../../formats/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { WrittenRecord } from '../http/schemas.ts';
import { importList, readList } from '../records/import-list.ts';

const text = z.strictObject({ de: z.string(), en: z.string() });
const target = z.string().max(80).nullable();

/** A list as the page sends it. */
export const listFile = z.strictObject({
  /** XLSX or CSV, base64. */
  file: z.base64().max(Math.ceil((limits.sheetBytes * 4) / 3) + 4),
  /** Heading → what the column means, where a person has decided; null leaves it out. */
  mapping: z.record(z.string().max(20_000), target).optional(),
});

export const ListPreview = z
  .strictObject({
    headLine: z.int(),
    columns: z.array(z.strictObject({ heading: z.string(), target })),
    /** Everything that a column can mean. */
    targets: z.array(z.string()),
    rows: z.array(
      z.strictObject({
        line: z.int(),
        state: z.enum(['new', 'changed', 'unchanged', 'faulty']),
        id: z.string(),
        name: z.string(),
        faults: z.array(z.strictObject({ column: z.string(), message: text })),
        hints: z.array(text),
      }),
    ),
    newActionFields: z.array(z.string()),
    newUnits: z.array(z.string()),
  })
  .openapi('ListPreview');

function previewOf(list: ProjectList, targets: string[]): z.infer<typeof ListPreview> {
  const { headLine, columns, rows, newActionFields, newUnits } = list;
  return {
    headLine,
    columns,
    targets,
    rows: rows.map(({ project: _, ...row }) => row),
    newActionFields: newActionFields.map((one) => one.name),
    newUnits: newUnits.map((one) => one.names[0]?.name ?? one.id),
  };
}

export const importListRoutes: Operation[] = [
  operation({
    method: 'post',
    path: '/api/project-list/preview',
    summary: 'What a project list (XLSX, CSV) would change, line by line; nothing is stored',
    permission: 'import',
    body: listFile,
    bodyBytes: limits.sheetBytes * 1.4,
    answer: ListPreview,
    async handle({ body, ...work }) {
      const { agenda } = await work.services.agendas.load(work.tx, work.session);
      const more = [
        ...agenda.teams.map((one) => `effort:${one.id}`),
        ...agenda.budgetLines.map((one) => `cost:${one.id}`),
      ];
      return { body: previewOf(await readList(work, body), [...plainTargets, ...more]) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/project-list',
    summary: 'Take a project list over: all lines without faults, in one step that can be undone',
    permission: 'import',
    body: listFile,
    bodyBytes: limits.sheetBytes * 1.4,
    answer: z.strictObject({ preview: ListPreview, written: z.array(WrittenRecord.omit({ body: true })) }),
    async handle({ body, ...work }) {
      const { list, written } = await importList(work, body);
      return {
        body: {
          preview: previewOf(list, []),
          written: written.map(({ id, version, entry }) => ({ id, version, entry })),
        },
      };
    },
  }),
];
