import { z } from '@hono/zod-openapi';
import { idSchema, isoDateSchema, obligationSchema } from '../../agenda/index.ts';
import { coverageView, obligationRow } from '../../planning/index.ts';
import { readRecord } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { CoverageView, idParams, Obligation, ObligationRow, version, WrittenRecord } from '../http/schemas.ts';
import { lawLevels, offeredNorms, takeOverNorms } from '../records/shipped-register.ts';

const { id, law, paragraph, name, force, status } = obligationSchema.shape;
export const OfferedNorms = z
  .strictObject({
    /** The Land whose law is in the shipped register. */
    state: z.string(),
    norms: z.array(
      z.strictObject({
        id,
        law,
        paragraph,
        name,
        force,
        status: status.unwrap(),
        inForce: z.boolean(),
        deadline: isoDateSchema.nullable(),
        asOf: isoDateSchema.nullable(),
        level: z.enum(lawLevels),
        /** False for law of another Land. */
        own: z.boolean(),
      }),
    ),
  })
  .openapi('OfferedNorms');

export const obligationRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/coverage',
    summary: 'Which project serves which duty and which goal of a strategy, and the gaps',
    permission: 'read',
    keptFor: 'roles',
    answer: CoverageView,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: loaded.once('coverage', () => coverageView(loaded.agenda, loaded.asOf)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/obligations/{id}',
    summary: 'One legal duty with its margin',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    tagged: true,
    answer: z.strictObject({ obligation: Obligation, version, row: ObligationRow }),
    async handle({ tx, session, services, params }) {
      const stored = await readRecord(tx, 'obligations', params.id);
      if (stored === undefined) throw new Problem('not-found');
      const loaded = await services.agendas.load(tx, session);
      const row = obligationRow(loaded.context(), stored.body);
      return { body: { obligation: stored.body, version: stored.version, row }, version: stored.version };
    },
  }),
  operation({
    method: 'get',
    path: '/api/shipped-register',
    summary: 'Norms of the register that Fahrplan brings along which the city does not have yet',
    permission: 'writeRegister',
    answer: OfferedNorms,
    async handle({ tx, session, services }) {
      const { agenda, asOf } = await services.agendas.load(tx, session);
      return { body: offeredNorms(agenda, asOf) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/shipped-register',
    summary: 'Take norms of the shipped register over with their sources, in one step that can be undone',
    permission: 'writeRegister',
    body: z.strictObject({ ids: z.array(idSchema).min(1).max(1_000) }),
    answer: z.strictObject({ written: z.array(WrittenRecord.omit({ body: true })) }),
    async handle({ body, ...work }) {
      const written = await takeOverNorms(work, body.ids);
      return { body: { written: written.map(({ id, version, entry }) => ({ id, version, entry })) } };
    },
  }),
];
