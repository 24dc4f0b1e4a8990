import { z } from '@hono/zod-openapi';
import { organizationByName } from '../../council/index.ts';
import {
  type CityTransaction,
  deleteRecord,
  insertRecord,
  listRecords,
  readRecord,
  replaceRecord,
} from '../../store/index.ts';
import { recordMeeting } from '../council/meeting-results.ts';
import { Meeting, Organization } from '../council/schemas.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, version } from '../http/schemas.ts';
import { refuseId } from './projects.ts';

const storedMeeting = z.strictObject({ meeting: Meeting, version });
const storedOrganization = z.strictObject({ organization: Organization, version });

const meetings: Operation[] = [
  operation({
    method: 'get',
    path: '/api/meetings',
    summary: 'Meetings of all bodies with agenda and results, the newest first',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({ meetings: z.array(storedMeeting) }),
    async handle({ tx }) {
      const stored = await listRecords(tx, 'meetings');
      const newest = stored.sort((a, b) => (a.body.on < b.body.on ? 1 : -1));
      return { body: { meetings: newest.map((one) => ({ meeting: one.body, version: one.version })) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/meetings',
    summary: 'Add a meeting of the council or of a committee',
    permission: 'writePapers',
    body: Meeting,
    answer: storedMeeting,
    async handle({ body, ...work }) {
      const stored = await insertRecord(work.tx, 'meetings', body);
      await recordMeeting(work, body);
      return { body: { meeting: stored.body, version: stored.version } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/meetings/{id}',
    summary: 'One meeting with its agenda and results',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    tagged: true,
    answer: storedMeeting,
    async handle({ tx, params }) {
      const stored = await readRecord(tx, 'meetings', params.id);
      if (stored === undefined) throw new Problem('not-found');
      return { body: { meeting: stored.body, version: stored.version }, version: stored.version };
    },
  }),
  operation({
    method: 'put',
    path: '/api/meetings/{id}',
    summary: 'Replace one meeting; results are entered into the papers that were dealt with',
    permission: 'writePapers',
    params: idParams,
    body: Meeting,
    versioned: true,
    tagged: true,
    answer: storedMeeting,
    async handle({ params, body, expectedVersion, ...work }) {
      if (body.id !== params.id) refuseId();
      const stored = await replaceRecord(work.tx, 'meetings', params.id, expectedVersion, body);
      await recordMeeting(work, body);
      return { body: { meeting: stored.body, version: stored.version }, version: stored.version };
    },
  }),
  operation({
    method: 'delete',
    path: '/api/meetings/{id}',
    summary: 'Delete a meeting that no result is recorded of',
    permission: 'writePapers',
    params: idParams,
    versioned: true,
    refuses: ['conflict'],
    answer: z.strictObject({}),
    async handle({ tx, params, expectedVersion }) {
      const stored = await readRecord(tx, 'meetings', params.id);
      if (stored?.body.items.some((item) => item.result !== undefined)) {
        throw new Problem('conflict', {
          detail: {
            de: 'Diese Sitzung hat Ergebnisse und bleibt stehen. Bitte zuerst die Ergebnisse zurücknehmen.',
            en: 'This meeting has results and stays. Please take the results back first.',
          },
        });
      }
      await deleteRecord(tx, 'meetings', params.id, expectedVersion);
      return { body: {} };
    },
  }),
];

/** Bodies that papers and meetings name, but that nobody has entered yet. */
async function unlisted(tx: CityTransaction, known: readonly z.infer<typeof Organization>[]): Promise<string[]> {
  const papers = (await listRecords(tx, 'papers')).map((one) => one.body);
  const held = (await listRecords(tx, 'meetings')).map((one) => one.body.body);
  const heard = papers.flatMap((paper) =>
    paper.consultations.filter((one) => one.role !== 'statement').map((one) => one.body),
  );
  const factions = papers.flatMap((paper) =>
    paper.originators.filter((one) => one.kind === 'faction' || one.kind === 'committee').map((one) => one.name),
  );
  const names = new Set([...held, ...heard, ...factions]);
  return [...names].filter((name) => organizationByName(known, name) === undefined).sort();
}

const organizations: Operation[] = [
  operation({
    method: 'get',
    path: '/api/organizations',
    summary: 'Council, committees and factions, and names that papers use and nobody has entered yet',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({ organizations: z.array(storedOrganization), unlisted: z.array(z.string()) }),
    async handle({ tx }) {
      const stored = await listRecords(tx, 'organizations');
      const known = stored.map((one) => one.body);
      return {
        body: {
          organizations: stored.map((one) => ({ organization: one.body, version: one.version })),
          unlisted: await unlisted(tx, known),
        },
      };
    },
  }),
  operation({
    method: 'post',
    path: '/api/organizations',
    summary: 'Add a committee, a faction or the council itself',
    permission: 'writePapers',
    body: Organization,
    answer: storedOrganization,
    async handle({ tx, body }) {
      await refuseTakenName(tx, body);
      const stored = await insertRecord(tx, 'organizations', body);
      return { body: { organization: stored.body, version: stored.version } };
    },
  }),
  operation({
    method: 'put',
    path: '/api/organizations/{id}',
    summary: 'Replace one committee or faction',
    permission: 'writePapers',
    params: idParams,
    body: Organization,
    versioned: true,
    tagged: true,
    answer: storedOrganization,
    async handle({ tx, params, body, expectedVersion }) {
      if (body.id !== params.id) refuseId();
      await refuseTakenName(tx, body);
      const stored = await replaceRecord(tx, 'organizations', params.id, expectedVersion, body);
      return { body: { organization: stored.body, version: stored.version }, version: stored.version };
    },
  }),
];

/** Meetings and papers name a body by its name: two with one name could not be told apart. */
async function refuseTakenName(tx: CityTransaction, body: z.infer<typeof Organization>): Promise<void> {
  const others = (await listRecords(tx, 'organizations')).map((one) => one.body).filter((one) => one.id !== body.id);
  const names = [body.name, ...(body.shortName ? [body.shortName] : []), ...body.spellings];
  const taken = names.map((name) => organizationByName(others, name)).find((one) => one !== undefined);
  if (taken === undefined) return;
  const detail = {
    de: `Diesen Namen trägt schon „${taken.name}“. Bitte einen anderen wählen oder jenen Eintrag ergänzen.`,
    en: `“${taken.name}” already bears this name. Please choose another one, or add to that entry.`,
  };
  throw new Problem('conflict', { detail, errors: [{ pointer: '/name', detail }] });
}

export const meetingRoutes: Operation[] = [...meetings, ...organizations];
