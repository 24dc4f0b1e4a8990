import type { Action } from '../../src/agenda/index.ts';
import { PATIENCE } from '../setup/patience.ts';
import { councilRequests } from './council-requests.ts';
import type { Client } from './harness.ts';
import { peopleRequests } from './people-requests.ts';
import { viewRequests } from './view-requests.ts';

/** A request that succeeds on the example city, and who may make it. `key` is method and path of the contract. */
export interface Sample {
  key: string;
  permission: Action;
  status: number;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** The sample client has no account: the route answers with this refusal, which is its right answer here. */
  refused?: true;
}

const json = { 'content-type': 'application/json' };

/** Waits until a job has ended and returns it. */
export async function waitForJob(
  client: Client,
  job: string,
): Promise<{ state: string; result: { planRun?: string } }> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    const found = await client.get<{ state: string; result: { planRun?: string } }>(`/api/jobs/${job}`);
    if (found.state !== 'queued' && found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`job ${job} does not end`);
}

/** Has a paper assessed and returns job and plan run. */
export async function assess(client: Client, paper: string): Promise<{ job: string; planRun: string }> {
  const started = (await (await client.post(`/api/papers/${paper}/assess`)).json()) as { job: string };
  const { state, result } = await waitForJob(client, started.job);
  if (state !== 'done' || result.planRun === undefined) throw new Error(`the assessment ended as ${state}`);
  return { job: started.job, planRun: result.planRun };
}

/** A proposal, a working plan, and two plans put forward: what the routes of plans need. */
async function preparePlans(client: Client): Promise<{ run: string; working: number; proposed: string[] }> {
  const send = async (path: string, body: unknown, headers = {}): Promise<Record<string, string>> => {
    const answer = await client.send('POST', path, { body: JSON.stringify(body), headers: { ...json, ...headers } });
    return (await answer.json()) as Record<string, string>;
  };
  const held = await send('/api/plans/hold', { pin: { project: 'V2', start: '2021-03-01' } });
  await waitForJob(client, held.job ?? '');
  const run = (await waitForJob(client, (await send('/api/plans/propose', undefined)).job ?? '')).result.planRun ?? '';
  const propose = async (name: string) =>
    (await send('/api/plans/working/propose', { name }, { 'if-match': '"1"' })).id ?? '';
  return { run, working: 1, proposed: [await propose('Eins'), await propose('Zwei')] };
}

/** One request for every route. A route of the contract without a row here fails the tests. */
export async function sampleRequests(client: Client): Promise<Sample[]> {
  const { job, planRun } = await assess(client, 'ra-043-2020');
  const { run, working, proposed } = await preparePlans(client);
  const project = await client.get<{ project: { id: string }; version: number }>('/api/projects/Q4');
  const q3 = await client.get<{ version: number }>('/api/projects/Q3');
  const paper = await client.get<{ paper: object; version: number }>('/api/papers/ba-113-2020');
  const agenda = await client.get('/api/agenda.json');
  const duty = (agenda.obligations as { id: string }[])[0]?.id ?? '';
  const read = (key: string, path: string): Sample => ({ key: `get ${key}`, permission: 'read', status: 200, path });
  const put = (key: string, permission: Action, path: string, body: unknown, version: number): Sample => ({
    key: `put ${key}`,
    permission,
    status: 200,
    path,
    body,
    headers: { ...json, 'if-match': `"${version}"` },
  });
  const post = (key: string, permission: Action, path: string, body: unknown, version?: number): Sample => ({
    key: `post ${key}`,
    permission,
    status: 200,
    path,
    body,
    headers: version === undefined ? json : { ...json, 'if-match': `"${version}"` },
  });
  const [first = '', second = ''] = proposed;
  return [
    read('/api/me', '/api/me'),
    read('/api/overview', '/api/overview'),
    read('/api/catalogue', '/api/catalogue'),
    read('/api/catalogue/search', '/api/catalogue/search?q=Führerschein'),
    read('/api/catalogue/{key}', '/api/catalogue/10559'),
    read('/api/preferences', '/api/preferences'),
    {
      key: 'put /api/preferences',
      permission: 'read',
      status: 200,
      path: '/api/preferences',
      headers: json,
      body: { shortcuts: false, digest: false },
    },
    read('/api/discussions/{kind}/{id}', '/api/discussions/project/Q4'),
    {
      ...post('/api/discussions/{kind}/{id}', 'comment', '/api/discussions/project/Q4', { text: 'Gut.', mentions: [] }),
      status: 201,
    },
    {
      key: 'put /api/discussions/{kind}/{id}/watch',
      permission: 'read',
      status: 200,
      path: '/api/discussions/paper/ra-043-2020/watch',
      headers: json,
      body: { watching: true },
    },
    {
      key: 'delete /api/comments/{comment}',
      permission: 'read',
      status: 200,
      path: '/api/comments/00000000-0000-4000-8000-000000000000',
    },
    { ...read('/api/colleagues', '/api/colleagues'), permission: 'comment' },
    read('/api/notifications', '/api/notifications'),
    read('/api/notifications/unread', '/api/notifications/unread'),
    post('/api/notifications/read', 'read', '/api/notifications/read', { ids: null }),
    { key: 'post /api/visit', permission: 'read', status: 200, path: '/api/visit' },
    read('/api/needs', '/api/needs'),
    read('/api/stages', '/api/stages'),
    read('/api/prerequisites', '/api/prerequisites'),
    read('/api/partners', '/api/partners'),
    read('/api/actuals', '/api/actuals'),
    post('/api/booking-list/preview', 'writeCapacity', '/api/booking-list/preview', { file: bookings }),
    post('/api/booking-list', 'writeCapacity', '/api/booking-list', { file: bookings }),
    read('/api/interview-guides', '/api/interview-guides'),
    read('/api/priorities', '/api/priorities'),
    read('/api/first-steps', '/api/first-steps'),
    post('/api/own-city/check', 'administer', '/api/own-city/check', agenda),
    // The file of the example itself: refused, so that the other samples stay in the only city there is.
    { ...post('/api/own-city', 'administer', '/api/own-city', { kind: 'file', agenda }), status: 409, refused: true },
    read('/api/roadmap', '/api/roadmap'),
    read('/api/load', '/api/load'),
    read('/api/load/{team}/{month}', '/api/load/PM/2021-03'),
    read('/api/obligations', '/api/obligations'),
    read('/api/coverage', '/api/coverage'),
    { ...read('/api/shipped-register', '/api/shipped-register'), permission: 'writeRegister' },
    post('/api/shipped-register', 'writeRegister', '/api/shipped-register', { ids: ['ozg-2017-1-1'] }),
    read('/api/obligations/{id}', `/api/obligations/${duty}`),
    read('/api/projects', '/api/projects'),
    read('/api/projects/{id}', '/api/projects/Q4'),
    read('/api/projects/{id}/why', '/api/projects/Q4/why'),
    read('/api/papers', '/api/papers'),
    read('/api/papers/{id}', '/api/papers/ra-043-2020'),
    read('/api/papers/{id}/statement', '/api/papers/ra-043-2020/statement'),
    read('/api/papers/{id}/statement.docx', '/api/papers/ra-043-2020/statement.docx'),
    read('/api/papers/{id}/statement.pdf', '/api/papers/ra-043-2020/statement.pdf'),
    read('/api/plan-runs/{id}', `/api/plan-runs/${planRun}`),
    read('/api/jobs/{id}', `/api/jobs/${job}`),
    read('/api/jobs/{id}/events', `/api/jobs/${job}/events`),
    read('/api/records/{kind}/{id}', '/api/records/team/PM'),
    read('/api/records/{kind}', '/api/records/team'),
    read('/api/choices', '/api/choices'),
    read('/api/search', '/api/search?q=Geodaten'),
    read('/api/agenda.json', '/api/agenda.json'),
    { key: 'post /api/jobs/{id}/cancel', permission: 'assess', status: 200, path: `/api/jobs/${job}/cancel` },
    { key: 'post /api/papers/{id}/assess', permission: 'assess', status: 202, path: '/api/papers/ra-327-2020/assess' },
    read('/api/plans', '/api/plans'),
    read('/api/plans/following', '/api/plans/following'),
    read('/api/plans/compare', `/api/plans/compare?before=genehmigt-2020&after=${run}`),
    post('/api/plans/{id}/approve', 'approvePlan', `/api/plans/${first}/approve`, {}, 1),
    post('/api/plans/{id}/reject', 'approvePlan', `/api/plans/${second}/reject`, { note: 'Zu spät' }, 1),
    post('/api/plans/working/propose', 'plan', '/api/plans/working/propose', { name: 'Drei' }, working),
    post('/api/plan-runs/{id}/take-over', 'plan', `/api/plan-runs/${run}/take-over`, { seen: working }),
    {
      key: 'put /api/status-date',
      permission: 'plan',
      status: 200,
      path: '/api/status-date',
      headers: json,
      body: { statusDate: '2020-08-31' },
    },
    read('/api/projects/{id}/help', '/api/projects/Q4/help'),
    { key: 'post /api/projects/{id}/help', permission: 'plan', status: 202, path: '/api/projects/Q4/help' },
    read('/api/projects/{id}/why-not', '/api/projects/Q4/why-not'),
    { key: 'post /api/projects/{id}/why-not', permission: 'plan', status: 202, path: '/api/projects/Q4/why-not' },
    read('/api/plans/worth', '/api/plans/worth'),
    { key: 'post /api/plans/worth', permission: 'plan', status: 202, path: '/api/plans/worth' },
    read('/api/plans/risk', '/api/plans/risk'),
    {
      ...post('/api/plans/risk', 'plan', '/api/plans/risk', { spread: { shortestPercent: 90, longestPercent: 150 } }),
      status: 202,
    },
    read('/api/papers/{id}/curve', '/api/papers/ba-090-2020/curve'),
    { key: 'post /api/papers/{id}/curve', permission: 'plan', status: 202, path: '/api/papers/ba-090-2020/curve' },
    read('/api/papers/{id}/answer-difference', '/api/papers/ba-090-2020/answer-difference'),
    read('/api/papers/{id}/alternatives', '/api/papers/ba-090-2020/alternatives'),
    {
      ...post('/api/papers/{id}/alternatives', 'plan', '/api/papers/ba-090-2020/alternatives', { choice: {} }),
      status: 202,
    },
    read('/api/scenarios/{id}/repair', '/api/scenarios/ohne-e-akte/repair'),
    {
      key: 'post /api/scenarios/{id}/repair',
      permission: 'plan',
      status: 202,
      path: '/api/scenarios/ohne-e-akte/repair',
    },
    read('/api/scenarios', '/api/scenarios'),
    read('/api/scenarios/{id}', '/api/scenarios/ohne-e-akte'),
    {
      key: 'post /api/scenarios/{id}/compute',
      permission: 'plan',
      status: 202,
      path: '/api/scenarios/ohne-e-akte/compute',
    },
    post('/api/scenarios/{id}/promote', 'plan', '/api/scenarios/ohne-e-akte/promote', undefined, 1),
    { ...post('/api/plans/hold', 'plan', '/api/plans/hold', { release: 'V2' }), status: 202 },
    { key: 'post /api/plans/propose', permission: 'plan', status: 202, path: '/api/plans/propose' },
    put('/api/projects/{id}', 'writeProjects', '/api/projects/Q4', project.project, project.version),
    ...(await viewRequests(client)),
    { ...listChange, body: { ...listChange.body, projects: [{ id: 'Q3', version: q3.version }] } },
    ...listSamples,
    ...(await editSamples(client)),
    put('/api/papers/{id}', 'writePapers', '/api/papers/ba-113-2020', paper.paper, paper.version),
    {
      key: 'post /api/agenda',
      permission: 'import',
      status: 200,
      path: '/api/agenda',
      headers: json,
      body: agenda,
    },
    ...(await councilRequests(client)),
    ...(await peopleRequests(client)),
    { key: 'post /api/session/end', permission: 'read', status: 204, path: '/api/session/end' },
  ];
}

const bookings = Buffer.from('Beleg;Datum;Betrag\n1;01.10.2020;10\n').toString('base64');

const projectList = Buffer.from('Nr;Projekt;Bereich\nX1;Neues Vorhaben;Querschnitt\n').toString('base64');

const listSamples = ['post /api/project-list/preview', 'post /api/project-list'].map((key): Sample => {
  const path = key.slice(5);
  return { key, permission: 'import', status: 200, path, headers: json, body: { file: projectList } };
});

const listChange = {
  key: 'post /api/projects/bulk',
  permission: 'writeProjects',
  status: 200,
  path: '/api/projects/bulk',
  headers: json,
  body: { projects: [], values: { status: 'planned' } },
} as const;

/** Changes of records, on sources made for them: each takes effect once. */
async function editSamples(client: Client): Promise<Sample[]> {
  const source = (id: string): object => ({ id, title: 'Probe' });
  const entries: number[] = [];
  for (const id of ['probe-1', 'probe-2', 'probe-3', 'probe-4']) {
    const added = await client.send('POST', '/api/records/source', { body: JSON.stringify(source(id)), headers: json });
    entries.push(((await added.json()) as { entry: number }).entry);
  }
  const edit = (key: string, path: string, more: Partial<Sample>): Sample => ({
    key,
    permission: 'writeRegister',
    status: 200,
    path,
    headers: json,
    ...more,
  });
  const match = { ...json, 'if-match': '"1"' };
  const change = { kind: 'source', id: 'probe-5', version: null, body: source('probe-5') };
  return [
    edit('get /api/records/{kind}/{id}/history', '/api/records/source/probe-1/history', {}),
    edit('get /api/changes/{entry}', `/api/changes/${entries[0]}`, {}),
    edit('post /api/records/{kind}', '/api/records/source', { status: 201, body: source('probe-6') }),
    edit('put /api/records/{kind}/{id}', '/api/records/source/probe-1', { headers: match, body: source('probe-1') }),
    edit('delete /api/records/{kind}/{id}', '/api/records/source/probe-2', { headers: match }),
    edit('post /api/changes', '/api/changes', { body: { changes: [change] } }),
    edit('post /api/changes/{entry}/restore', `/api/changes/${entries[2]}/restore`, { body: { version: 1 } }),
    edit('post /api/undo', '/api/undo', { body: { entries: [entries[3]] } }),
  ];
}

/** Sends a sample as this client. */
export function sendSample(client: Client, sample: Sample, headers: Record<string, string> = {}): Promise<Response> {
  const method = sample.key.split(' ')[0]?.toUpperCase() ?? '';
  const body = sample.body === undefined ? {} : { body: JSON.stringify(sample.body) };
  return client.send(method, sample.path, { ...body, headers: { ...sample.headers, ...headers } });
}
