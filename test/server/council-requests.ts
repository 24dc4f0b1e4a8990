import { type Meeting, paperSchema } from '../../src/council/index.ts';
import { templateOf } from '../../src/formats/letterhead/testing.ts';
import type { Client } from './harness.ts';
import type { Sample } from './requests.ts';

const json = { 'content-type': 'application/json' };

/** A motion that a person has typed, and that the example city does not have. */
export const newMotion = paperSchema.parse({
  format: 'fahrplan-paper',
  version: 1,
  id: 'ba-500-2020',
  reference: 'BA-500/2020',
  kind: 'motion',
  name: 'Offene Geodaten',
  receivedOn: '2020-08-24',
  originators: [{ name: 'Fraktion SPD', kind: 'faction' }],
  versions: [{ number: 1, points: [{ number: '1', text: 'Die Stadt veröffentlicht ihre Geodaten.' }] }],
});

export const newMeeting: Meeting = {
  id: 'rat-2020-09-23',
  body: 'Stadtrat',
  on: '2020-09-23',
  time: '15:00',
  items: [],
};

export const committee = {
  id: 'vfa',
  name: 'Verwaltungs- und Finanzausschuss',
  shortName: 'VFA',
  kind: 'committee',
  spellings: [],
};

/** A resolution without a meeting on record: one of earlier years. */
export const newResolution = {
  id: 'b-1-2019',
  reference: 'B-001/2019',
  name: 'Freies WLAN in Bürgerämtern',
  text: 'Der Stadtrat beschließt freies WLAN in allen Bürgerämtern.',
  body: 'Stadtrat',
  on: '2019-03-20',
  public: true,
  tasks: [],
  projects: [],
  status: 'open',
};

/** A promise of the example city whose key the tests of other cities can tell from an unknown one. */
const promise = {
  id: 'ra-43-2020-a',
  text: 'Die Verwaltung berichtet bis zum 31.12.2020.',
  paper: 'RA-043/2020',
  due: { kind: 'date', on: '2020-12-31' },
  status: 'open',
};

const KEY = '0'.repeat(32);

/** The city of these tests has no council information system: what it has read is nothing. */
const importRequests: Sample[] = [
  ...['/api/paper-list/preview', '/api/paper-list'].map(
    (path): Sample => ({
      key: `post ${path}`,
      permission: 'writePapers',
      status: 200,
      path,
      headers: json,
      body: { file: Buffer.from('Nummer;Gegenstand\nBA-700/2020;Neues Papier\n').toString('base64') },
    }),
  ),
  {
    key: 'post /api/paper-list/undo',
    permission: 'writePapers',
    status: 404,
    refused: true,
    path: '/api/paper-list/undo',
    headers: json,
    body: { entries: [999_999] },
  },
  ...['', '/papers', '/meetings'].map((more): Sample => {
    const path = `/api/council-import${more}`;
    return { key: `get ${path}`, permission: 'read', status: 200, path };
  }),
  {
    key: 'get /api/council-import/papers/{key}',
    permission: 'read',
    status: 404,
    refused: true,
    path: `/api/council-import/papers/${KEY}`,
  },
  {
    key: 'post /api/council-import',
    permission: 'writePapers',
    status: 409,
    refused: true,
    path: '/api/council-import',
  },
  ...[`papers/{key}/read`, 'meetings/{key}'].map(
    (more): Sample => ({
      key: `post /api/council-import/${more}`,
      permission: 'writePapers',
      status: 404,
      refused: true,
      path: `/api/council-import/${more.replace('{key}', KEY)}`,
    }),
  ),
];

/** One request for every route of the council desk, in an order in which each succeeds. */
export async function councilRequests(client: Client): Promise<Sample[]> {
  const stored = { ...newMeeting, id: 'rat-2020-07-15', on: '2020-07-15' };
  await client.send('POST', '/api/meetings', { body: JSON.stringify(stored), headers: json });
  const cancelled = { ...newMeeting, id: 'rat-2020-07-22', on: '2020-07-22' };
  await client.send('POST', '/api/meetings', { body: JSON.stringify(cancelled), headers: json });
  const { blocks: _, ...settings } = await client.get<{ blocks: object[] }>('/api/council-settings');
  const examination = await client.get<{ version: number }>('/api/papers/ba-036-2020/examination');
  const motion = await client.get<{ version: number }>('/api/papers/ba-090-2020');
  const decisions = { checks: [], points: [], candidates: [] };
  const { file } = await beginStatement(client);
  const letterhead = Buffer.from(templateOf('')).toString('base64');
  const read = (key: string, path: string): Sample => ({ key: `get ${key}`, permission: 'read', status: 200, path });
  const write = (key: string, body: unknown, path = key.split(' ')[1] ?? ''): Sample => ({
    key,
    permission: 'writePapers',
    status: 200,
    path,
    body,
    headers: json,
  });
  return [
    ...importRequests,
    read('/api/council-desk', '/api/council-desk'),
    read('/api/council-desk/month', '/api/council-desk/month?month=2020-09'),
    read('/api/council-desk/calendar.ics', '/api/council-desk/calendar.ics'),
    { ...read('', '/api/council-desk/calendar-feed'), key: 'post /api/council-desk/calendar-feed' },
    read('/api/council-settings', '/api/council-settings'),
    read('/api/reports', '/api/reports'),
    read('/api/reports/{kind}/docx', '/api/reports/committee/docx?body=Stadtrat'),
    read('/api/reports/{kind}/csv', '/api/reports/resolutions/csv'),
    read('/api/reports/{kind}/xlsx', '/api/reports/openMotions/xlsx?body=Stadtrat'),
    read('/api/reports/{kind}/html', '/api/reports/year/html?year=2020'),
    read('/api/reports/{kind}/pdf', '/api/reports/faction/pdf'),
    read('/api/resolutions.csv', '/api/resolutions.csv'),
    read('/api/roadmap/pdf', '/api/roadmap/pdf'),
    read('/api/projects/{id}/fact-sheet/docx', '/api/projects/Q4/fact-sheet/docx'),
    read('/api/projects/{id}/fact-sheet/pdf', '/api/projects/Q4/fact-sheet/pdf'),
    read('/api/commitments', '/api/commitments'),
    read('/api/papers/{id}/promises', '/api/papers/ra-043-2020/promises'),
    write('post /api/commitments', promise),
    {
      ...write('put /api/commitments/{id}', promise, `/api/commitments/${promise.id}`),
      headers: { ...json, 'if-match': '"1"' },
    },
    read('/api/meetings', '/api/meetings'),
    read('/api/meetings/{id}', `/api/meetings/${stored.id}`),
    read('/api/delegations', '/api/delegations'),
    read('/api/organizations', '/api/organizations'),
    write('post /api/organizations', committee),
    {
      ...write('put /api/organizations/{id}', committee, `/api/organizations/${committee.id}`),
      headers: { ...json, 'if-match': '"1"' },
    },
    read('/api/resolutions', '/api/resolutions'),
    write('post /api/resolutions', newResolution),
    read('/api/resolutions/{id}', `/api/resolutions/${newResolution.id}`),
    {
      ...write(
        'put /api/resolutions/{id}',
        { ...newResolution, text: 'Der Stadtrat beschließt freies WLAN.' },
        `/api/resolutions/${newResolution.id}`,
      ),
      headers: { ...json, 'if-match': '"1"' },
    },
    {
      ...write(
        'post /api/resolutions/{id}/project',
        { template: 'portal', actionField: 'O' },
        `/api/resolutions/${newResolution.id}/project`,
      ),
      permission: 'writeProjects',
      headers: { ...json, 'if-match': '"2"' },
    },
    write('put /api/council-settings', settings),
    write('put /api/council-settings/letterhead', { name: 'Briefkopf.docx', file: letterhead, version: 1 }),
    read('/api/council-settings/letterhead.docx', '/api/council-settings/letterhead.docx'),
    // On an older version: the letterhead stays, and the file can be read by every role.
    { ...write('post /api/council-settings/letterhead/remove', { version: 1 }), status: 412, refused: true },
    write('post /api/meetings', newMeeting),
    {
      ...write('put /api/meetings/{id}', stored, `/api/meetings/${stored.id}`),
      headers: { ...json, 'if-match': '"1"' },
    },
    {
      ...write('delete /api/meetings/{id}', undefined, `/api/meetings/${cancelled.id}`),
      headers: { 'if-match': '"1"' },
    },
    {
      ...write('put /api/papers/{id}/basis', { basis: null }, '/api/papers/ba-090-2020/basis'),
      headers: { ...json, 'if-match': `"${motion.version}"` },
    },
    read('/api/papers/{id}/examination', '/api/papers/ba-036-2020/examination'),
    {
      ...write('put /api/papers/{id}/examination', decisions, '/api/papers/ba-036-2020/examination'),
      headers: { ...json, 'if-match': `"${examination.version}"` },
    },
    write(
      'post /api/papers/{id}/candidate',
      { template: 'app', actionField: 'O', taken: [] },
      '/api/papers/ba-036-2020/candidate',
    ),
    ...statementRequests(file.content.blocks),
    write('post /api/papers', newMotion),
    write('post /api/papers/read', { text: 'BA-501/2020\nGegenstand: Wege' }),
  ];
}

const PATH = '/api/papers/{id}/statement-work';
const at = (more: string): string => `/api/papers/ra-043-2020/statement-work${more}`;

async function beginStatement(client: Client): Promise<{ file: { content: { blocks: object[] } } }> {
  return (await client.send('POST', at(''))).json() as never;
}

/** Every step with a statement; those that cannot be done just now are refused by the record, not by the permission. */
function statementRequests(blocks: object[]): Sample[] {
  const write = (more: string, body: unknown, status = 200): Sample => ({
    key: `${more === '/text' ? 'put' : 'post'} ${PATH}${more}`,
    permission: 'writePapers',
    status,
    ...(status === 200 ? {} : { refused: true }),
    path: at(more),
    body,
    headers: { ...json, 'if-match': status === 412 ? '"9"' : '"1"' },
  });
  const sign = (more: string, body: unknown): Sample => ({ ...write(more, body, 412), permission: 'signStatement' });
  const release = (more: string, body: unknown): Sample => ({
    ...write(more, body, 412),
    permission: 'releaseStatement',
  });
  return [
    { key: `get ${PATH}`, permission: 'read', status: 200, path: at('') },
    { key: `post ${PATH}`, permission: 'writePapers', status: 200, path: at('') },
    write('/text', { blocks }),
    write('/take-over', { keys: ['x'] }, 412),
    write('/keep', { key: 'x', now: '', reason: 'x' }, 412),
    write('/arrange', { units: [], inOrder: false }, 412),
    write('/settle', { comment: 0 }, 412),
    write('/submit', {}, 412),
    write('/correct', {}, 412),
    sign('/comment', { block: 'verdict', text: 'x' }),
    sign('/answer', { comment: 0, text: 'x' }),
    sign('/sign', { unit: 'hauptamt', decision: 'sign' }),
    release('/release', {}),
    release('/withdraw', { edition: 1, reason: 'x' }),
  ];
}
