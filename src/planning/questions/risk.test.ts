import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Agenda, PlanVersion } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { quickAgenda } from '../testing.ts';
import { simulateRisk } from './risk.ts';
import { drawDuration } from './risk-draw.ts';

const planned = (agenda: Agenda): PlanVersion => {
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 50 } });
  if (!plan) throw new Error('no plan was found');
  return plan;
};

const agenda = quickAgenda([
  { id: 'a', weeks: 20, days: { PM: 200 }, by: '2021-12-31', statutory: true },
  { id: 'b', weeks: 10, days: { PM: 100 }, after: ['a'], by: '2021-07-30', statutory: true },
  { id: 'free', weeks: 10, by: '2021-03-19' },
]);
const plan = planned(agenda);

test('without uncertainty the plan happens as it is', () => {
  const risk = simulateRisk(agenda, plan, { seed: 1, runs: 5, spread: { shortestPercent: 100, longestPercent: 100 } });
  expect(risk.allStatutoryMetPermille).toBe(1000);
  for (const row of risk.projects) expect([row.finish10, row.finish90]).toEqual([row.plannedFinish, row.plannedFinish]);
});

test('a delay goes on to what waits, a loose deadline stays safe, a tight one does not', () => {
  const risk = simulateRisk(agenda, plan, { seed: 1, runs: 400 });
  const row = (id: string) => risk.projects.find(({ project }) => project === id);
  expect(row('a')?.deadlines[0]?.metPermille).toBe(1000);
  expect(row('b')?.deadlines[0]?.metPermille).toBeLessThan(300);
  const free = row('free')?.deadlines[0]?.metPermille ?? 0;
  // Of the triangle 90/100/150 a third to two thirds lie at ten weeks or below, once rounded to whole weeks.
  expect(free).toBeGreaterThan(300);
  expect(free).toBeLessThan(700);
  expect((row('b')?.finish90 ?? '') > (row('b')?.finish50 ?? '')).toBe(true);
  expect(risk.allStatutoryMetPermille).toBe(row('b')?.deadlines[0]?.metPermille);
});

test('same seed, same bytes; the luck of a phase does not depend on the rest of the agenda', () => {
  expect(simulateRisk(agenda, plan, { seed: 7, runs: 50 })).toEqual(simulateRisk(agenda, plan, { seed: 7, runs: 50 }));
  const alone = { ...agenda, projects: agenda.projects.filter(({ id }) => id === 'free') };
  const row = (given: Agenda) =>
    simulateRisk(given, plan, { seed: 7, runs: 50 }).projects.find((one) => one.project === 'free');
  expect(row(alone)).toEqual(row(agenda));
});

test('law: draws stay within the triangle and reach both sides', () => {
  const spread = { shortestPercent: 50, longestPercent: 200 };
  const seen = new Set<number>();
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (seed, course) => {
      const weeks = drawDuration(20, spread, seed, course, 'p/x');
      seen.add(Math.sign(weeks - 20));
      expect(weeks).toBeGreaterThanOrEqual(10);
      expect(weeks).toBeLessThanOrEqual(40);
    }),
    { seed: 2, numRuns: 300 },
  );
  expect([...seen].toSorted((a, b) => a - b)).toEqual([-1, 0, 1]);
});
