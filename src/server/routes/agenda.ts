import { z } from '@hono/zod-openapi';
import { parseAgenda, writeAgenda } from '../../agenda/index.ts';
import { basePlan } from '../../planning/index.ts';
import { saveAgenda } from '../../store/index.ts';
import { IMPORT_BYTES } from '../http/body.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { Agenda, fileBytes } from '../http/schemas.ts';
import { refuseFaults } from '../http/validation.ts';
import { planSoon } from '../jobs/job.ts';

export const agendaRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/agenda.json',
    summary: 'The whole agenda as a file',
    permission: 'read',
    answer: fileBytes,
    file: { mediaType: 'application/json', content: Agenda },
    keptFor: 'roles',
    recordedAs: 'export',
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const headers = { 'Content-Disposition': 'attachment; filename="agenda.json"' };
      return { body: new TextEncoder().encode(writeAgenda(loaded.shownTo(session))), headers };
    },
  }),
  operation({
    method: 'post',
    path: '/api/agenda',
    summary: 'Replace the whole agenda by the content of a file; a missing working plan is then computed',
    permission: 'import',
    // Checked by `parseAgenda`, which names every fault of the file at once, not by the schema alone.
    body: z.unknown().openapi({ description: 'docs/formats/agenda.md' }),
    bodyBytes: IMPORT_BYTES,
    answer: z.strictObject({ inserted: z.int(), changed: z.int(), deleted: z.int() }),
    async handle({ tx, session, body }) {
      const parsed = parseAgenda(body);
      if ('faults' in parsed) {
        refuseFaults(parsed.faults);
        throw new Problem('invalid-request');
      }
      const { agenda } = parsed;
      if (agenda.city.id !== session.city) {
        throw new Problem('invalid-request', {
          errors: [
            {
              pointer: '/city/id',
              detail: {
                de: `Die Datei gehört zur Stadt „${agenda.city.id}“, angemeldet sind Sie bei „${session.city}“.`,
                en: `The file belongs to the city "${agenda.city.id}", you are signed in to "${session.city}".`,
              },
            },
          ],
        });
      }
      const counts = await saveAgenda(tx, agenda);
      if (basePlan(agenda) === undefined) await planSoon(tx);
      return { body: counts };
    },
  }),
];
