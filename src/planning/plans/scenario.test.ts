import { expect, test } from 'vitest';
import type { ScenarioChange } from '../../agenda/index.ts';
import { type QuickProject, quickAgenda, quickProject } from '../testing.ts';
import { planScenario, scenarioOutcomeSchema } from './scenario.ts';

const options = { seed: 1, limit: { iterations: 400 } };
const projects: QuickProject[] = [
  { id: 'duty', weeks: 4, days: { PM: 40 }, by: '2021-03-26', statutory: true, commitmentClass: 'mandatory' },
  { id: 'wish', weeks: 4, days: { PM: 40 }, euro: 20_000, by: '2021-03-26' },
  { id: 'late', weeks: 2, days: { IT: 4 } },
];
const agenda = quickAgenda(projects, {
  partners: [{ id: 'provider', name: 'IT-Dienstleister', level: 'vendor', offers: [] }],
  prerequisites: [
    { id: 'release', name: 'Freigabe', kind: 'partnerRelease', expectedOn: '2021-02-01', partner: 'provider' },
  ],
});
const waiting = {
  ...agenda,
  teams: agenda.teams.map((team) => ({ ...team, costPerFteCents: 7_000_000 })),
  projects: agenda.projects.map((one) => (one.id === 'late' ? { ...one, prerequisites: ['release'] } : one)),
};
const outcome = (...changes: ScenarioChange[]) =>
  scenarioOutcomeSchema.parse(planScenario(waiting, { changes }, undefined, '2021-01-04', options).outcome);

test('fewer posts delay what may slip and cost less; the duty is protected', () => {
  // 520 person-days a year are cut by one post of 200.
  const { base, changed, postsCentsPerYear, difference } = outcome({
    kind: 'posts',
    team: 'PM',
    fte: -1,
    from: '2021-01-01',
  });
  expect([base.statutoryLateWeeks, base.promisedLateWeeks]).toEqual([0, 0]);
  expect(changed).toBeNull(); // a phase of 10 days a week never fits a team of 6
  expect([postsCentsPerYear, difference]).toEqual([-7_000_000, null]);
  const smaller = outcome({ kind: 'posts', team: 'PM', fte: 1, from: '2021-01-01' });
  expect(smaller.postsCentsPerYear).toBe(7_000_000);
  expect(smaller.changed?.promisedLateWeeks).toBe(0);
});

test('more money than is needed changes no date: the effect of the change, and nothing else', () => {
  const { difference, base, changed } = outcome({ kind: 'money', budgetLine: 'money', year: 2021, cents: 5_000_000 });
  expect(difference?.projects).toEqual([]);
  expect(changed).toEqual(base);
});

test('a dropped, a delayed and an added project; a partner that comes late', () => {
  const dropped = outcome({ kind: 'dropProject', project: 'wish' });
  expect(dropped.difference?.projects).toMatchObject([{ project: 'wish', kind: 'removed' }]);
  expect(dropped.changed?.years).toEqual([]);
  const delayed = outcome({ kind: 'delayProject', project: 'wish', earliestStart: '2021-05-03' });
  expect(delayed.changed?.promisedLateWeeks).toBe(9);
  const added = outcome({ kind: 'addProject', project: quickProject({ id: 'new', weeks: 2, days: { IT: 2 } }) });
  expect(added.difference?.projects).toMatchObject([{ project: 'new', kind: 'new' }]);
  const late = outcome({ kind: 'partnerLate', partner: 'provider', weeks: 8 });
  expect(late.difference?.projects).toMatchObject([{ project: 'late', startWeeks: 8 }]);
});
