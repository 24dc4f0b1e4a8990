import { expect, test } from 'vitest';
import { generateAgenda } from '../agenda/index.ts';
import { planAgenda } from './plan-agenda.ts';
import { type QuickProject, quickAgenda } from './testing.ts';
import { datesByProject } from './translation/schedule.ts';

const options = { seed: 1, limit: { iterations: 200 } };

function datesOf(projects: readonly QuickProject[], overrides = {}) {
  const result = planAgenda(quickAgenda(projects, overrides), options);
  return { result, dates: datesByProject(result.plan?.phases ?? []) };
}

test('two projects that fill the same team follow one another', () => {
  const { dates } = datesOf([
    { id: 'A', weeks: 4, days: { PM: 40 } },
    { id: 'B', weeks: 4, days: { PM: 40 } },
  ]);
  expect([...dates.values()].map(({ start }) => start).toSorted()).toEqual(['2021-01-04', '2021-02-01']);
});

test('a phase ends on the Friday of its last week', () => {
  const { dates } = datesOf([{ id: 'A', weeks: 2, days: { PM: 5 } }]);
  expect(dates.get('A')).toEqual({ start: '2021-01-04', finish: '2021-01-15' });
});

test('a statutory deadline outranks a promised one', () => {
  const { dates, result } = datesOf([
    { id: 'promised', weeks: 4, days: { PM: 40 }, by: '2021-01-29' },
    { id: 'duty', weeks: 4, days: { PM: 40 }, by: '2021-01-29', statutory: true, commitmentClass: 'mandatory' },
  ]);
  expect(dates.get('duty')?.finish).toBe('2021-01-29');
  expect(result.values.slice(0, 2)).toEqual([0, 4]);
});

test('a predecessor, an earliest day and a fixed start are kept', () => {
  const { dates } = datesOf([
    { id: 'A', weeks: 3, days: { PM: 3 } },
    { id: 'B', weeks: 1, days: { PM: 1 }, after: ['A'] },
    { id: 'C', weeks: 1, days: { PM: 1 }, earliest: '2021-03-03' },
    { id: 'D', weeks: 1, days: { PM: 1 }, fixed: '2021-05-03' },
  ]);
  expect(dates.get('B')?.start).toBe('2021-01-25');
  expect(dates.get('C')?.start).toBe('2021-03-08');
  expect(dates.get('D')?.start).toBe('2021-05-03');
});

test('money that the year does not hold moves the project into the next year', () => {
  const { dates } = datesOf([{ id: 'A', weeks: 4, days: { PM: 1 }, euro: 60_000 }]);
  // 60,000 in four even parts: three may fall in 2021 (45,000 of 52,000), the fourth needs 2022.
  expect(dates.get('A')?.start).toBe('2021-12-13');
});

test('a project that waits for an undated prerequisite is named and not planned, and so are its successors', () => {
  const agenda = quickAgenda(
    [
      { id: 'A', weeks: 1, days: { PM: 1 } },
      { id: 'B', weeks: 1, days: { PM: 1 }, after: ['A'] },
      { id: 'C', weeks: 1, days: { PM: 1 } },
    ],
    { prerequisites: [{ id: 'decision', name: 'Ratsbeschluss', kind: 'councilDecision' }] },
  );
  const waiting = {
    ...agenda,
    projects: agenda.projects.map((p) => (p.id === 'A' ? { ...p, prerequisites: ['decision'] } : p)),
  };
  const result = planAgenda(waiting, options);
  expect(result.undated).toEqual(['A', 'B']);
  expect(result.plan?.phases.map(({ project }) => project)).toEqual(['C']);
});

test('the delivery mode with a partner waits until the offer is available; the other one is chosen while it is faster', () => {
  const agenda = quickAgenda([{ id: 'A', weeks: 2, days: { PM: 2 } }], {
    partners: [
      {
        id: 'provider',
        name: 'IT-Dienstleister',
        level: 'vendor',
        offers: [{ id: 'service', deliverable: 'Dienst', availableFrom: '2021-03-01', leadTimeWeeks: 2 }],
      },
    ],
  });
  const project = agenda.projects[0];
  if (!project) throw new Error('the agenda has one project');
  const mode = { id: 'bought', name: 'eingekauft', kind: 'vendor' as const, partner: 'provider', offer: 'service' };
  const only = {
    ...project,
    modes: [mode],
    phases: project.phases.map((p) => ({ ...p, work: { bought: { weeks: 1, effortTenths: {}, costs: [] } } })),
  };
  expect(planAgenda({ ...agenda, projects: [only] }, options).plan?.phases[0]?.start).toBe('2021-03-15');
  const both = {
    ...project,
    modes: [...project.modes, mode],
    phases: project.phases.map((p) => ({
      ...p,
      work: { ...p.work, bought: { weeks: 1, effortTenths: {}, costs: [] } },
    })),
  };
  expect(planAgenda({ ...agenda, projects: [both] }, options).plan?.phases[0]?.mode).toBe('own');
});

test('the same seed gives the same plan to the byte', () => {
  const projects = Array.from({ length: 12 }, (_, i) => ({
    id: `P${i}`,
    weeks: 3 + (i % 4),
    days: { PM: 12 + i, IT: 5 },
    by: '2021-06-30',
  }));
  const [first, second] = [planAgenda(quickAgenda(projects), options), planAgenda(quickAgenda(projects), options)];
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
});

test('the order of keys in a record changes nothing', () => {
  const projects = Array.from({ length: 12 }, (_, i) => ({ id: `P${i}`, weeks: 3 + (i % 4), by: '2021-06-30' }));
  const one = quickAgenda(projects.map((project, i) => ({ ...project, days: { PM: 12 + i, IT: 5 + i } })));
  const other = quickAgenda(projects.map((project, i) => ({ ...project, days: { IT: 5 + i, PM: 12 + i } })));
  expect(JSON.stringify(planAgenda(one, options))).toBe(JSON.stringify(planAgenda(other, options)));
});

test('a time limit leaves twice as much time for the way back as the translation took', () => {
  let asked = 0;
  // The clock shows 0 before the translation, 100 after it, and one more whenever it is asked.
  const now = () => (asked++ === 0 ? 0 : 99 + asked);
  const agenda = generateAgenda({ projects: 12, seed: 1 });
  const { plan, complete } = planAgenda(agenda, { seed: 1, limit: { milliseconds: 400 }, now });
  expect(plan).not.toBeNull();
  expect(complete).toBe(false);
  // Two hundred of the four are left: the search ended when the clock showed two hundred, or one question to it before.
  const end = now();
  expect(end).toBeGreaterThanOrEqual(200);
  expect(end).toBeLessThan(215);
});

test('who ends the proof after the search has the whole plan, said to be ended early', () => {
  const agenda = generateAgenda({ projects: 40, seed: 1 });
  let questions = 0;
  const searched = planAgenda(agenda, { ...options, cancelled: () => ++questions < 0 });
  let left = questions;
  const ended = planAgenda(agenda, { ...options, prove: true, cancelled: () => --left < 0 });
  expect(searched.complete).toBe(true);
  expect(ended.plan?.phases).toEqual(searched.plan?.phases);
  expect(ended.complete).toBe(false);
});
