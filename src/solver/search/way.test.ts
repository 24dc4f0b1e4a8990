import { expect, test } from 'vitest';
import { screen } from '../bounds/infeasible.ts';
import { compile } from '../compiled/compile.ts';
import { makeProblem } from '../model/make-problem.ts';
import { OUT, PLACED, Schedule } from '../schedule/schedule.ts';
import { Rng } from './rng.ts';
import { Way } from './way.ts';

/** Four activities of two periods for one person; the second and the last one cost money, of which there is enough for one a year. */
function example() {
  const free = { duration: 2, demands: [{ resource: 0, amount: 1 }] };
  const paid = { ...free, costs: [{ budget: 0, amount: 10, spread: 'start' as const }] };
  const c = compile(
    makeProblem({
      horizon: 20,
      resources: [{ capacity: new Array<number>(20).fill(1) }],
      budgets: [{ bucketEnds: [10, 20], inflow: [10, 10], carryOverPermille: 0 }],
      activities: [free, paid, free, paid].map((mode) => ({ modes: [mode] })),
      levels: [{ kind: 'makespan' }],
    }),
  );
  const screening = screen(c);
  if ('reason' in screening) throw new Error('the example has plans');
  const schedule = new Schedule(c, screening.loose);
  const movable = Int32Array.of(0, 1, 2, 3);
  const way = new Way(schedule, movable, [movable], new Rng(1), (a) => schedule.take(a));
  for (const [a, start] of [0, 2, 4, 12].entries()) schedule.put(a, start);
  return { schedule, way };
}

test('who works in the way goes out, and nobody else', () => {
  const { schedule, way } = example();
  schedule.take(2);
  way.clear(schedule.slot(2), 1);
  expect(schedule.table.fits(schedule.slot(2), 1)).toBe(true);
  expect([...schedule.status]).toEqual([OUT, OUT, OUT, PLACED]);
});

test('who spends the money of that year goes out too', () => {
  const { schedule, way } = example();
  schedule.take(3);
  way.clear(schedule.slot(3), 7);
  expect(schedule.table.fits(schedule.slot(3), 7)).toBe(true);
  expect([...schedule.status]).toEqual([PLACED, OUT, PLACED, OUT]);
});
