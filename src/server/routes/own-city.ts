import { z } from '@hono/zod-openapi';
import { beginningSchema, can, pathText } from '../../agenda/index.ts';
import { firstSteps, firstStepsSchema } from '../../planning/index.ts';
import { IMPORT_BYTES } from '../http/body.ts';
import { type Operation, operation } from '../http/operation.ts';
import { beginCity, judgeFile, mayBegin } from '../own-city.ts';

const text = z.strictObject({ de: z.string(), en: z.string() });
/** Checked by `parseAgenda`, which names every fault of the file at once, not by the schema alone. */
const file = z.unknown().openapi({ description: 'docs/formats/agenda.md' });

/** Faults that one answer names: more than anybody reads, less than a browser struggles with. */
const MOST_FAULTS = 1_000;

export const ownCityRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/first-steps',
    summary: 'The five steps to the first plan, and whether the own city may be begun from here',
    permission: 'read',
    keptFor: 'roles',
    keptWithSmallChanges: true,
    answer: z.strictObject({ mayBegin: z.boolean(), steps: firstStepsSchema }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const steps = loaded.once('first-steps', () => firstSteps(loaded.agenda));
      return { body: { mayBegin: can(session, 'administer', session) && (await mayBegin(tx, session)), steps } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/own-city/check',
    summary: 'What an agenda file would begin with, or everything that is wrong with it; nothing is stored',
    permission: 'administer',
    body: file,
    bodyBytes: IMPORT_BYTES,
    answer: z
      .strictObject({
        city: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
        /** Records of each list of the agenda. */
        counts: z.record(z.string(), z.int()),
        faults: z.array(z.strictObject({ place: z.string(), message: text })),
        /** Faults beyond those listed. */
        more: z.int(),
      })
      .openapi('AgendaFileCheck'),
    async handle({ body }) {
      const judged = judgeFile(body);
      if ('city' in judged) {
        const { id, name } = judged.city;
        return { body: { city: { id, name }, counts: judged.counts, faults: [], more: 0 } };
      }
      const faults = judged.faults.slice(0, MOST_FAULTS).map((one) => ({
        place: pathText(one.path),
        message: one.message,
      }));
      return { body: { city: null, counts: {}, faults, more: judged.faults.length - faults.length } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/own-city',
    summary: "Begin the city's own agenda beside the example, and get the link that signs in there",
    permission: 'administer',
    body: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('empty'), city: beginningSchema }),
      z.strictObject({ kind: z.literal('file'), agenda: file }),
    ]),
    bodyBytes: IMPORT_BYTES,
    refuses: ['conflict'],
    status: 201,
    /** Path on this server; it works once. */
    answer: z.strictObject({ signIn: z.string() }),
    async handle({ tx, session, body }) {
      return { body: { signIn: `/anmelden?token=${await beginCity(tx, session, body)}` } };
    },
  }),
];
