import { beforeAll, expect, test } from 'vitest';
import type { Scenario, ScenarioChange } from '../../src/agenda/index.ts';
import type { ScenarioOutcome } from '../../src/planning/index.ts';
import { type Client, serverForFile, signIn } from './harness.ts';
import { waitForJob } from './requests.ts';

/** Questions that councils have asked (domain knowledge: Stuttgart 5072/2023, Düsseldorf 02/2021, München 2020). */
const app = serverForFile();
let team: Client;
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  team = await signIn(app(), 'programme');
});

interface Row {
  scenario: Scenario;
  version: number;
  result: { outdated: boolean; outcome: ScenarioOutcome; reason: { de: string } | null } | null;
}

async function outcomeOf(id: string, name: string, changes: ScenarioChange[]): Promise<NonNullable<Row['result']>> {
  const body = JSON.stringify({ id, name, changes });
  const added = await team.send('POST', '/api/records/scenario', { body, headers: json });
  expect(added.status, await added.clone().text()).toBe(201);
  const { job } = (await (await team.post(`/api/scenarios/${id}/compute`)).json()) as { job: string };
  expect(await waitForJob(team, job)).toMatchObject({ state: 'done' });
  const { result } = await team.get<Row>(`/api/scenarios/${id}`);
  if (result === null) throw new Error('the scenario was computed');
  return result;
}

test('Stuttgart: which delays, costs and legal risks if only some of the posts come?', async () => {
  const { outcome } = await outcomeOf('drei-von-vier', 'Drei von vier Stellen Projektleitung', [
    { kind: 'posts', team: 'PM', fte: -1, from: '2021-01-01' },
  ]);
  const { base, changed, difference, postsCentsPerYear } = outcome;
  expect(postsCentsPerYear).toBe(-7_700_000);
  // Three duties were overdue before planning began; no other is missed.
  expect([base.statutoryLateWeeks, base.dutiesMissed.length]).toEqual([0, 3]);
  const later = difference?.projects.filter(({ finishWeeks }) => finishWeeks > 0) ?? [];
  expect(later.length).toBeGreaterThan(10);
  expect((changed?.statutoryLateWeeks ?? 0) + (changed?.promisedLateWeeks ?? 0)).toBeGreaterThan(0);
  // Legal risk by name, and money by year.
  expect(changed?.dutiesMissed.length).toBeGreaterThanOrEqual(3);
  expect(changed?.years.map(({ year }) => year)).toContain(2022);
});

test('Düsseldorf: does more money make it faster? Not while a team binds', async () => {
  const { outcome } = await outcomeOf('mehr-geld', 'Eine halbe Million mehr im Jahr 2021', [
    { kind: 'money', budgetLine: 'digital', year: 2021, cents: 50_000_000 },
  ]);
  const { base, changed } = outcome;
  expect(changed?.statutoryLateWeeks).toBe(base.statutoryLateWeeks);
  expect(changed?.value ?? 0).toBeLessThanOrEqual(base.value ?? 0);
  expect(base.value ?? 0).toBeLessThan(1.02 * (changed?.value ?? 0));
});

test('München: options side by side, the ones of the example among them', async () => {
  const { outcome } = await outcomeOf('spaeter', 'Die E-Akte beginnt ein Jahr später', [
    { kind: 'delayProject', project: 'V2', earliestStart: '2022-01-03' },
  ]);
  expect(outcome.difference?.projects.find(({ project }) => project === 'V2')?.startWeeks).toBeGreaterThan(40);
  const { scenarios } = await team.get<{ scenarios: Row[] }>('/api/scenarios');
  expect(scenarios.length).toBeGreaterThan(5);
  const computed = scenarios.filter(({ result }) => result !== null);
  expect(computed.map(({ scenario }) => scenario.id)).toEqual(['drei-von-vier', 'mehr-geld', 'spaeter']);
  expect(computed.every(({ result }) => result?.outdated === false)).toBe(true);
});

test('a scenario that is made real changes the records, the working plan follows, and its outcome is out of date', async () => {
  const { version } = await team.get<Row>('/api/scenarios/spaeter');
  const promote = (seen: number): Promise<Response> =>
    team.send('POST', '/api/scenarios/spaeter/promote', { headers: { 'if-match': `"${seen}"` } });
  expect((await promote(version + 1)).status).toBe(412);
  const answer = await promote(version);
  expect(answer.status, await answer.clone().text()).toBe(200);
  expect(await answer.json()).toEqual({ entries: [expect.any(Number)] });
  const project = await team.get<{ project: { earliestStart?: string } }>('/api/projects/V2');
  expect(project.project.earliestStart).toBe('2022-01-03');
  await expect
    .poll(async () => (await team.get<{ row: { start: string } }>('/api/projects/V2')).row.start)
    .toMatch(/^2022|^2023/);
  expect((await team.get<Row>('/api/scenarios/mehr-geld')).result?.outdated).toBe(true);
  const reader = await signIn(app(), 'reader');
  expect((await reader.post('/api/scenarios/spaeter/promote', { 'if-match': `"${version}"` })).status).toBe(403);
});
