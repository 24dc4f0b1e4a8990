import { z } from '@hono/zod-openapi';
import { limits, type PaperList, paperTargets } from '../../formats/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { importPapers, readPapers } from '../records/paper-list.ts';
import { undoPapers } from '../records/undo-papers.ts';
import { ListPreview, listFile } from './import-list.ts';

function previewOf({ headLine, columns, rows }: PaperList): z.infer<typeof ListPreview> {
  return {
    headLine,
    columns,
    targets: [...paperTargets],
    rows: rows.map(({ paper: _, ...row }) => row),
    newActionFields: [],
    newUnits: [],
  };
}

export const paperListRoutes: Operation[] = [
  operation({
    method: 'post',
    path: '/api/paper-list/preview',
    summary: 'What a list of council papers (XLSX, CSV) would change, line by line; nothing is stored',
    permission: 'writePapers',
    body: listFile,
    bodyBytes: limits.sheetBytes * 1.4,
    answer: ListPreview,
    async handle({ body, ...work }) {
      return { body: previewOf(await readPapers(work, body)) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/paper-list',
    summary: 'Take a list of council papers over: all lines without faults, in one step',
    permission: 'writePapers',
    body: listFile,
    bodyBytes: limits.sheetBytes * 1.4,
    /** Numbers of the changes, by which they are taken back. */
    answer: z.strictObject({ preview: ListPreview, entries: z.array(z.int()) }),
    async handle({ body, ...work }) {
      const { list, entries } = await importPapers(work, body);
      return { body: { preview: previewOf(list), entries } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/paper-list/undo',
    summary: 'Take back what a list has done to papers, as long as nobody has changed them since',
    permission: 'writePapers',
    body: z.strictObject({ entries: z.array(z.int().min(1)).min(1).max(limits.sheetRows) }),
    refuses: ['conflict', 'version-stale', 'not-found'],
    answer: z.strictObject({ undone: z.int() }),
    async handle({ tx, body }) {
      await undoPapers(tx, body.entries);
      return { body: { undone: body.entries.length } };
    },
  }),
];
