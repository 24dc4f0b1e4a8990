import { beforeAll, expect, test } from 'vitest';
import type { Curve, Repaired, Risk, WhyNot, Worth } from '../../src/planning/index.ts';
import { type Client, serverForFile, signIn } from './harness.ts';
import { waitForJob } from './requests.ts';

const app = serverForFile();
let team: Client;
let approver: Client;

beforeAll(async () => {
  team = await signIn(app(), 'programme');
  approver = await signIn(app(), 'approver');
});

interface Plans {
  plans: {
    id: string;
    status: string;
    version: number;
    pins: { project: string }[];
    faults: object[];
    aims: object[];
  }[];
  proposals: { id: string }[];
}
interface Comparison {
  difference: { projects: { project: string; startWeeks: number; pinned: boolean }[]; unchanged: number };
  working: number;
}

const plans = (): Promise<Plans> => team.get<Plans>('/api/plans');
const compare = (before: string, after: string): Promise<Comparison> =>
  team.get<Comparison>(`/api/plans/compare?before=${before}&after=${after}`);
const json = { 'content-type': 'application/json' };
const post = (client: Client, path: string, body: unknown, version?: number): Promise<Response> =>
  client.send('POST', path, {
    body: JSON.stringify(body),
    headers: version === undefined ? json : { ...json, 'if-match': `"${version}"` },
  });
const hold = async (
  body: unknown,
): Promise<{ state: string; message?: { de: string }; result: { planRun?: string } }> => {
  const answer = await post(team, '/api/plans/hold', body);
  expect(answer.status, await answer.clone().text()).toBe(202);
  return waitForJob(team, ((await answer.json()) as { job: string }).job);
};

test('a pin moves a project into the working plan, and everything else as little as possible', async () => {
  expect(await hold({ pin: { project: 'V2', start: '2021-03-01', reason: 'Wunsch des Hauptamts' } })).toMatchObject({
    state: 'done',
  });
  const working = (await plans()).plans.find(({ id }) => id === 'working');
  expect(working).toMatchObject({ pins: [{ project: 'V2', by: 'test-programme' }], faults: [] });
  expect(working?.aims.length).toBe(4);
  const { difference } = await compare('genehmigt-2020', 'working');
  const moved = difference.projects.find(({ project }) => project === 'V2');
  expect(moved).toMatchObject({ pinned: true });
  expect(difference.unchanged).toBeGreaterThan(25);
});

test('whoever changes a record is told when the working plan has followed, and which version it then has', async () => {
  type Following = { job: string | null; version: number };
  const following = (): Promise<Following> => team.get<Following>('/api/plans/following');
  const before = await following();
  expect(before).toEqual({ job: null, version: expect.any(Number) });
  type Stored = { version: number; project: { phases: { work: { own: { weeks: number } } }[] } };
  const { project, version } = await team.get<Stored>('/api/projects/V3');
  const longer = { ...project, phases: project.phases.map((one) => structuredClone(one)) };
  for (const { work } of longer.phases) work.own.weeks += 6;
  const saved = await team.put('/api/projects/V3', longer, { 'if-match': `"${version}"` });
  expect(saved.status, await saved.clone().text()).toBe(200);
  await expect.poll(following).toEqual({ job: null, version: before.version + 1 });
});

test('a pin that cannot hold fails with a sentence and changes nothing', async () => {
  const before = (await plans()).plans;
  const ended = await hold({ pin: { project: 'V3', start: '2020-08-31' } });
  expect(ended.state).toBe('failed');
  expect(ended.message?.de).toMatch(/frühestens am .* beginnen/);
  expect((await plans()).plans).toEqual(before);
  for (const [pin, pointer] of [
    [{ project: 'V2', start: '2021-03-02' }, '/pin/start'],
    [{ project: 'V2', start: '2020-08-03' }, '/pin/start'],
    [{ project: 'nichts', start: '2021-03-01' }, '/pin/project'],
    [{ project: 'V2', start: '2021-03-01', mode: 'nichts' }, '/pin/mode'],
  ] as const) {
    const answer = await post(team, '/api/plans/hold', { pin });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer }] });
  }
});

test('the last change of the working plan is taken back, against the version that was seen', async () => {
  const before = (await plans()).plans.find(({ id }) => id === 'working');
  const { result } = await hold({ pin: { project: 'Q8', start: '2021-06-07' } });
  const after = (await plans()).plans.find(({ id }) => id === 'working');
  expect(after?.pins.map(({ project }) => project)).toEqual(['V2', 'Q8']);
  const undo = `/api/plan-runs/${result.planRun}/take-over`;
  expect((await post(team, undo, { seen: before?.version })).status).toBe(412);
  expect((await post(team, undo, { seen: after?.version })).status).toBe(200);
  expect((await plans()).plans.find(({ id }) => id === 'working')?.pins).toEqual(before?.pins);
});

test('the status date is a setting: pages show the day that is set, and without one the real day', async () => {
  const set = (statusDate: string | null): Promise<Response> =>
    team.put('/api/status-date', { statusDate }, { origin: app().server.address });
  const shown = async (): Promise<string> => (await team.get<{ today: string }>('/api/roadmap')).today;
  expect(await shown()).toBe('2020-08-31');
  expect((await set('2021-04-01')).status).toBe(200);
  expect(await shown()).toBe('2021-04-01');
  expect((await set('2020-08-01')).status).toBe(400);
  expect((await set(null)).status).toBe(200);
  expect((await shown()) > '2026').toBe(true);
  expect((await set('2020-08-31')).status).toBe(200);
});

test('planned anew is a proposal: compared, and taken over only against the plan that was seen', async () => {
  const { job } = (await (await team.post('/api/plans/propose')).json()) as { job: string };
  const { state, result } = await waitForJob(team, job);
  expect(state).toBe('done');
  const run = result.planRun ?? '';
  expect((await plans()).proposals.map(({ id }) => id)).toContain(run);
  const { working } = await compare('working', run);
  expect((await post(team, `/api/plan-runs/${run}/take-over`, { seen: working + 1 })).status).toBe(412);
  // A pin set meanwhile makes the proposal stale: what was seen is no longer there.
  await hold({ release: 'V2' });
  expect((await post(team, `/api/plan-runs/${run}/take-over`, { seen: working })).status).toBe(412);
  const now = (await compare('working', run)).working;
  const answer = await post(team, `/api/plan-runs/${run}/take-over`, { seen: now });
  expect(answer.status, await answer.clone().text()).toBe(200);
  expect((await compare('working', run)).difference.projects).toEqual([]);
});

test('a plan is approved by a second person, and the former one is superseded', async () => {
  const { version = 0 } = (await plans()).plans.find(({ id }) => id === 'working') ?? {};
  expect((await post(team, '/api/plans/working/propose', { name: 'Zu früh' }, version + 1)).status).toBe(412);
  const answer = await post(team, '/api/plans/working/propose', { name: 'Fortschreibung' }, version);
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { id } = (await answer.json()) as { id: string };
  expect((await post(team, `/api/plans/${id}/approve`, {}, 1)).status).toBe(403);
  expect((await post(approver, '/api/plans/genehmigt-2020/approve', {}, 1)).status).toBe(409);
  const approved = await post(approver, `/api/plans/${id}/approve`, { note: 'Lenkungsgremium vom Montag' }, 1);
  expect(approved.status, await approved.clone().text()).toBe(200);
  expect((await plans()).plans.map((one) => [one.id, one.status])).toEqual([
    [id, 'approved'],
    ['working', 'working'],
    ['genehmigt-2020', 'superseded'],
  ]);
  expect((await post(approver, `/api/plans/${id}/approve`, {}, 2)).status).toBe(409);
});

test('who has proposed a plan cannot approve it, with whatever roles; a rejected one is kept with the reason', async () => {
  const { version = 0 } = (await plans()).plans.find(({ id }) => id === 'working') ?? {};
  const { id } = (await (await post(team, '/api/plans/working/propose', { name: 'Zweite' }, version)).json()) as {
    id: string;
  };
  const both = await signIn(app(), 'approver', 'chemnitz', [], 'test-programme');
  const answer = await post(both, `/api/plans/${id}/approve`, {}, 1);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('Vier-Augen') });
  expect((await post(approver, `/api/plans/${id}/reject`, { note: 'Zu spät' }, 1)).status).toBe(200);
  expect((await plans()).plans[0]).toMatchObject({ id, status: 'rejected', note: 'Zu spät' });
});

test('what would help a late project: searched on request, out of date once the plan has moved', async () => {
  await hold({ pin: { project: 'V2', start: '2022-06-06' } });
  interface Help {
    asked: { outdated: boolean; answer: { kept: { finish: string } | null; reasons: object[] } } | null;
  }
  const help = async (): Promise<Help['asked']> => (await team.get<Help>('/api/projects/V2/help')).asked;
  const row = async (): Promise<{ finish: string; marginDays: number }> =>
    (await team.get<{ row: { finish: string; marginDays: number } }>('/api/projects/V2')).row;
  const { finish, marginDays } = await row();
  expect(marginDays).toBeLessThan(0);
  expect(await help()).toBeNull();
  const { job } = (await (await team.post('/api/projects/V2/help')).json()) as { job: string };
  expect(await waitForJob(team, job)).toMatchObject({ state: 'done' });
  const found = await help();
  expect(found).toMatchObject({ outdated: false });
  expect((found?.answer.kept?.finish ?? finish) < finish).toBe(true);
  await hold({ release: 'V2' });
  expect(await help()).toMatchObject({ outdated: true });
});

interface Asked<T> {
  asked: { outdated: boolean; answer: T } | null;
}

/** Asks a question about the plan, waits for the job, and reads the answer. */
async function ask<T>(path: string, body?: object): Promise<NonNullable<Asked<T>['asked']>> {
  const answer = await (body ? post(team, path, body) : team.post(path));
  expect(answer.status, await answer.clone().text()).toBe(202);
  const { job } = (await answer.json()) as { job: string };
  expect(await waitForJob(team, job)).toMatchObject({ state: 'done' });
  const { asked } = await team.get<Asked<T>>(path);
  if (asked === null) throw new Error('it was asked');
  return asked;
}

test('how sure the dates are: longer phases keep fewer deadlines, and a moved plan makes the answer old', async () => {
  const risk = (longestPercent: number): Promise<Asked<Risk>['asked']> =>
    ask<Risk>('/api/plans/risk', { spread: { shortestPercent: 100, longestPercent } });
  const met = (asked: Asked<Risk>['asked']): number =>
    asked?.answer.projects.flatMap(({ deadlines }) => deadlines).reduce((sum, one) => sum + one.metPermille, 0) ?? 0;
  const sure = await risk(100);
  const unsure = await risk(150);
  expect(sure?.answer.spread.longestPercent).toBe(100);
  expect(met(unsure)).toBeLessThan(met(sure));
  expect(unsure).toMatchObject({ outdated: false, answer: { spread: { longestPercent: 150 } } });
  expect((await post(team, '/api/plans/risk', { spread: { shortestPercent: 120, longestPercent: 90 } })).status).toBe(
    400,
  );
  await hold({ pin: { project: 'V2', start: '2022-06-06' } });
  expect((await team.get<Asked<Risk>>('/api/plans/risk')).asked).toMatchObject({ outdated: true });
});

test('what an earlier end takes, and what a scenario moves: computed from the plan as it stands', async () => {
  const { answer: curve } = await ask<Curve>('/api/papers/ba-090-2020/curve');
  expect(curve.points.length).toBeGreaterThan(5);
  expect(curve.points.every((one, i) => i === 0 || one.finish > (curve.points[i - 1]?.finish ?? ''))).toBe(true);
  expect((await team.send('GET', '/api/papers/ra-043-2020/curve')).status).toBe(404);
  const { answer: why } = await ask<WhyNot>('/api/projects/V2/why-not');
  expect(why.missed.map(({ project }) => project).includes('V2')).toBe(why.project === 'V2');
  const scenario = {
    id: 'v2-spaeter',
    name: 'V2 später',
    changes: [{ kind: 'delayProject', project: 'V2', earliestStart: '2022-09-05' }],
  };
  expect((await post(team, '/api/records/scenario', scenario)).status).toBe(201);
  const { answer: repaired } = await ask<Repaired>('/api/scenarios/v2-spaeter/repair');
  expect(repaired.moved.map(({ project }) => project)).toContain('V2');
});

test('what a post costs is seen only by those who may see costs', async () => {
  const { job } = (await (await team.post('/api/plans/worth')).json()) as { job: string };
  expect(await waitForJob(team, job)).toMatchObject({ state: 'done' });
  const costs = async (client: Client): Promise<(number | null)[]> =>
    ((await client.get<Asked<Worth>>('/api/plans/worth')).asked?.answer.rows ?? []).flatMap((row) =>
      row.kind === 'post' ? [row.costCentsPerYear] : [],
    );
  expect(await costs(team)).toContain(7_700_000);
  const seen = await costs(await signIn(app(), 'reader'));
  expect(seen.length).toBeGreaterThan(3);
  expect(new Set(seen)).toEqual(new Set([null]));
});
