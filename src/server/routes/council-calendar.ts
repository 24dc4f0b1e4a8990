import { z } from '@hono/zod-openapi';
import { idSchema, isoDateSchema, monthOf } from '../../agenda/index.ts';
import { monthEntries } from '../../council/index.ts';
import { listRecords } from '../../store/index.ts';
import { loadDesk, papersWithProgress } from '../council/desk.ts';
import { taskKind, text } from '../council/schemas.ts';
import { type Operation, operation } from '../http/operation.ts';

const DayEntry = z
  .strictObject({
    on: isoDateSchema,
    kind: z.enum(['owed', 'passes', 'consultation', 'meeting', 'promise', 'resolution']),
    id: idSchema,
    title: z.string(),
    step: idSchema.optional(),
    text,
    responsible: idSchema.nullable(),
    task: taskKind.nullable(),
    late: z.boolean(),
  })
  .openapi('DayEntry');

/** `2020-09`, in the years that a calendar day can have. */
const month = z.string().regex(/^(19|2[01])\d\d-(0[1-9]|1[0-2])$/);

export const councilCalendarRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/council-desk/month',
    summary:
      'A month of the council desk: deadlines, consultations, meetings, promises, tasks; that of today if none is named',
    permission: 'read',
    keptFor: 'roles',
    query: z.strictObject({ month: month.optional() }),
    answer: z.strictObject({ today: isoDateSchema, month, entries: z.array(DayEntry) }),
    async handle({ tx, session, services, query }) {
      const { agenda } = await services.agendas.load(tx, session);
      const desk = await loadDesk(tx);
      const asked = query.month ?? monthOf(desk.today);
      const papers = await papersWithProgress(tx);
      const resolutions = (await listRecords(tx, 'resolutions')).map((one) => one.body);
      const entries = monthEntries({ desk, papers, commitments: agenda.commitments, resolutions }, asked);
      return { body: { today: desk.today, month: asked, entries } };
    },
  }),
];
