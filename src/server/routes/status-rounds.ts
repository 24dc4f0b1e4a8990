import { z } from '@hono/zod-openapi';
import { type Agenda, idSchema, isoDateSchema, projectStatusSchema } from '../../agenda/index.ts';
import { statusContactSchema, statusRequestSchema, statusRows } from '../../planning/index.ts';
import {
  type CityTransaction,
  listStatusContacts,
  listStatusRequests,
  openLinks,
  readStatusRequest,
  type Session,
  setStatusContact,
} from '../../store/index.ts';
import { loadDesk } from '../council/desk.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { decideAnswer } from '../status/answer.ts';
import { sendRequest, startRound } from '../status/round.ts';

const row = z.strictObject({
  project: idSchema,
  name: z.string(),
  status: projectStatusSchema,
  unit: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  contact: statusContactSchema.nullable(),
  lastReportOn: isoDateSchema.nullable(),
  silent: z.boolean(),
  start: isoDateSchema.nullable(),
  finish: isoDateSchema.nullable(),
});
const roundLink = z.strictObject({
  request: z.string(),
  name: z.string(),
  mail: z.string().nullable(),
  projects: z.int(),
  link: z.string(),
  mailed: z.boolean(),
});

/** Everything that is asked about, as it stands now. */
async function present(tx: CityTransaction, session: Session, services: Services) {
  const loaded = await services.agendas.load(tx, session);
  const { today } = await loadDesk(tx);
  const rows = statusRows(loaded.context(), await listStatusContacts(tx), today);
  return { loaded, today, rows };
}

/** The contact of an office or of a project, which must exist. */
function refuseContact(agenda: Agenda, id: string): void {
  const [kind, target] = id.split('/');
  const list: readonly { id: string }[] = kind === 'unit' ? agenda.units : agenda.projects;
  if (!list.some((one) => one.id === target)) throw new Problem('not-found');
}

const reading: Operation[] = [
  operation({
    method: 'get',
    path: '/api/status-round',
    summary: 'Who answers for which project, what the last round brought, and who is silent',
    permission: 'writeProjects',
    keptFor: 'roles',
    keptWithSmallChanges: true,
    answer: z.strictObject({
      today: isoDateSchema,
      mail: z.boolean(),
      rows: z.array(row),
      requests: z.array(z.strictObject({ ...statusRequestSchema.shape, linkUntil: isoDateSchema.nullable() })),
    }),
    async handle({ tx, session, services }) {
      const { today, rows } = await present(tx, session, services);
      const links = await openLinks(tx, 'status');
      const requests = await listStatusRequests(tx);
      return {
        body: {
          today,
          mail: services.mailer !== null,
          rows,
          requests: requests.map((one) => ({ ...one, linkUntil: links.get(one.id) ?? null })),
        },
      };
    },
  }),
];

const writing: Operation[] = [
  operation({
    method: 'post',
    path: '/api/status-contacts',
    summary: 'Say who is asked about an office’s projects or about one project; without name and address: nobody',
    permission: 'writeProjects',
    body: z.strictObject({
      id: statusContactSchema.shape.id,
      contact: statusContactSchema.omit({ id: true }).nullable(),
    }),
    answer: z.strictObject({}),
    async handle({ tx, session, services, body }) {
      refuseContact((await services.agendas.load(tx, session)).agenda, body.id);
      await setStatusContact(tx, body.id, body.contact && { id: body.id, ...body.contact });
      return { body: {} };
    },
  }),
  operation({
    method: 'post',
    path: '/api/status-round',
    summary: 'Start a round: one link for everybody who answers for a project, sent by mail where possible',
    permission: 'writeProjects',
    body: z.strictObject({ dueInDays: z.int().min(1).max(60) }),
    answer: z.strictObject({ links: z.array(roundLink) }),
    async handle({ tx, session, services, origin, body }) {
      const { loaded, today, rows } = await present(tx, session, services);
      const round = { tx, services, origin, city: loaded.agenda.city.name, today };
      const links = await startRound(round, rows, body.dueInDays);
      if (links.length > 0) return { body: { links } };
      throw new Problem('conflict', {
        detail: {
          de: 'Kein laufendes Projekt hat ein federführendes Amt oder eine Ansprechperson. Bitte zuerst eintragen.',
          en: 'No open project has a lead office or a contact. Please enter one first.',
        },
      });
    },
  }),
  operation({
    method: 'post',
    path: '/api/status-requests/{id}/link',
    summary: 'A new link for somebody who has not answered yet, or wants to correct an answer',
    permission: 'writeProjects',
    params: idParams,
    answer: roundLink,
    async handle({ tx, session, services, origin, params }) {
      const loaded = await services.agendas.load(tx, session);
      const { today } = await loadDesk(tx);
      const request = await readStatusRequest(tx, params.id);
      if (request === undefined) throw new Problem('not-found');
      const round = { tx, services, origin, city: loaded.agenda.city.name, today };
      return { body: await sendRequest(round, request) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/status-requests/{id}/decision',
    summary: 'Decide about an answer that waits: take its status over into the project, or not',
    permission: 'writeProjects',
    params: idParams,
    body: z.strictObject({ project: idSchema, take: z.boolean() }),
    answer: statusRequestSchema,
    async handle({ tx, session, services, params, body }) {
      const request = await readStatusRequest(tx, params.id);
      if (request === undefined) throw new Problem('not-found');
      return { body: await decideAnswer({ tx, session, services }, request, body) };
    },
  }),
];

export const statusRoundRoutes: Operation[] = [...reading, ...writing];
