import { z } from '@hono/zod-openapi';
import { isoDateSchema } from '../../agenda/index.ts';
import { writeXlsx } from '../../formats/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { fileBytes } from '../http/schemas.ts';

const cell = z.union([z.string().max(32_767), z.number(), z.strictObject({ day: isoDateSchema }), z.null()]);

/** Columns and lines of the largest list. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 5_000;

export const sheetRoutes: Operation[] = [
  operation({
    method: 'post',
    path: '/api/sheets',
    summary: 'A table as the page shows it, as an Excel file; nothing is stored',
    permission: 'read',
    body: z.strictObject({
      name: z.string().min(1).max(80),
      head: z.array(z.string().max(200)).min(1).max(MOST_COLUMNS),
      rows: z.array(z.array(cell).max(MOST_COLUMNS)).max(MOST_ROWS),
    }),
    bodyBytes: 10_000_000,
    answer: fileBytes,
    file: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    async handle({ body }) {
      const headers = { 'Content-Disposition': `attachment; filename="${body.name.replaceAll(/[^\w-]+/g, '-')}.xlsx"` };
      return { body: await writeXlsx(body), headers };
    },
  }),
];
