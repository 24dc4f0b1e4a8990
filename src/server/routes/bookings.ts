import { z } from '@hono/zod-openapi';
import { type BookingList, bookingTargets, limits } from '../../formats/index.ts';
import { actualsView, actualsViewSchema } from '../../planning/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { WrittenRecord } from '../http/schemas.ts';
import { importBookings, readBookings } from '../records/booking-list.ts';
import { ListPreview, listFile } from './import-list.ts';

function previewOf({ headLine, columns, rows }: BookingList): z.infer<typeof ListPreview> {
  return {
    headLine,
    columns,
    targets: [...bookingTargets],
    rows: rows.map(({ booking: _, ...row }) => row),
    newActionFields: [],
    newUnits: [],
  };
}

/** Money: budget and plan against what was really spent and ordered. */
export const bookingRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/actuals',
    summary: 'Budget, plan, money spent and ordered, remainder and follow-up costs by budget line and fiscal year',
    permission: 'read',
    keptFor: 'roles',
    answer: actualsViewSchema,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: loaded.once('actuals', () => actualsView(loaded.agenda, loaded.asOf)) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/booking-list/preview',
    summary: 'What a list of bookings (XLSX, CSV) would change, line by line; nothing is stored',
    permission: 'writeCapacity',
    body: listFile,
    bodyBytes: limits.sheetBytes * 1.4,
    answer: ListPreview,
    async handle({ body, ...work }) {
      return { body: previewOf(await readBookings(work, body)) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/booking-list',
    summary: 'Take a list of bookings over: all lines without faults, in one step',
    permission: 'writeCapacity',
    body: listFile,
    bodyBytes: limits.sheetBytes * 1.4,
    answer: z.strictObject({ preview: ListPreview, written: z.array(WrittenRecord) }),
    async handle({ body, ...work }) {
      const { list, written } = await importBookings(work, body);
      return { body: { preview: previewOf(list), written } };
    },
  }),
];
