import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planAgenda } from '../plan-agenda.ts';
import { approved, quickAgenda, quickProject } from '../testing.ts';
import { translate } from '../translation/translate.ts';
import { settingFor } from './candidate.ts';
import { capacityCurve } from './curve.ts';
import { demandAt, residualOf } from './residual.ts';

const options = { seed: 1, limit: { iterations: 50 } };

const settled = (days: number, second = 0) => {
  const agenda = quickAgenda([
    { id: 'a', weeks: 10, days: { PM: days * 10 }, by: '2021-04-30' },
    ...(second > 0 ? [{ id: 'b', weeks: 6, days: { PM: second * 6 }, earliest: '2021-03-15' }] : []),
  ]);
  return approved(agenda, planAgenda(agenda, options).plan);
};

test('the earlier the end, the more is missing; at the untouched date nothing is', () => {
  const agenda = settled(8);
  const candidate = quickProject({ id: 'new', weeks: 5, days: { PM: 25 } });
  const { points, untouched } = capacityCurve(agenda, candidate, options);
  expect(untouched?.start).toBe('2021-03-15');
  expect(points[0]).toMatchObject({ start: '2021-01-04', finish: '2021-02-05', cents: 0 });
  // Five days a week are asked, two are free: fifteen person-days are missing, January and February filled evenly.
  expect(points[0]?.teams.map(({ team }) => team)).toEqual(['PM']);
  expect(points[0]?.tenths).toBeGreaterThanOrEqual(150);
  expect(points.at(-1)).toMatchObject({ tenths: 0, cents: 0, finish: untouched?.finish });
  for (let i = 1; i < points.length; i++) expect(points[i]?.tenths).toBeLessThan(points[i - 1]?.tenths ?? 0);
});

test('money that is missing is named by year', () => {
  const agenda = settled(1);
  const candidate = quickProject({ id: 'new', weeks: 5, euro: 60_000 });
  const { points } = capacityCurve(agenda, candidate, options);
  expect(points[0]?.money).toEqual([{ budgetLine: 'money', cents: 800_000, years: [{ year: 2021, cents: 800_000 }] }]);
});

test('law: no dates of two phases need less work by that week than the curve says', () => {
  const days = fc.integer({ min: 1, max: 10 });
  fc.assert(
    fc.property(
      days,
      days,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      (load, second, one, two) => {
        const agenda = settled(load, second);
        const single = quickProject({ id: 'new', weeks: one, days: { PM: 7 * one } });
        const phase = quickProject({ id: 'x', weeks: two, days: { PM: 4 * two } }).phases[0];
        if (!phase) throw new Error('a quick project has a phase');
        const candidate = { ...single, phases: [...single.phases, { ...phase, id: 'second' }] };
        const { points } = capacityCurve(agenda, candidate, options);
        const setting = settingFor(agenda, candidate, options);
        const translation = translate(agenda, [candidate]);
        const { free } = residualOf(translation, setting.base);
        const missing = (block: number, start: number): number => {
          const work = translation.input.activities[setting.planned.blocks[block]?.activity ?? 0]?.modes[0];
          let sum = 0;
          for (const demand of work?.demands ?? []) {
            for (let week = 0; week < (work?.duration ?? 0); week++)
              sum += Math.max(0, demandAt(demand, week) - (free[demand.resource]?.[start + week] ?? 0));
          }
          return sum;
        };
        const first = points[0];
        // By the earliest end both phases follow one another at once; every later end is tried in full.
        let least = Number.POSITIVE_INFINITY;
        const zero = points.find(({ tenths }) => tenths === 0);
        const end = zero ? weekOf(zero.finish) : one + two;
        for (let a = 0; a + one + two <= end; a++)
          for (let b = a + one; b + two <= end; b++) least = Math.min(least, missing(0, a) + missing(1, b));
        expect(first?.start).toBe('2021-01-04');
        if (zero) expect(least).toBe(0);
        if (zero && end > one + two) expect(exhaustive(missing, one, two, end - 1)).toBeGreaterThan(0);
      },
    ),
    { seed: 4, numRuns: 40 },
  );
});

function exhaustive(missing: (block: number, start: number) => number, one: number, two: number, end: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a + one + two <= end; a++)
    for (let b = a + one; b + two <= end; b++) least = Math.min(least, missing(0, a) + missing(1, b));
  return least;
}

/** Exclusive end week of a Friday, counted from 2021-01-04. */
function weekOf(friday: string): number {
  return (Date.parse(friday) - Date.parse('2021-01-01')) / (7 * 86_400_000);
}
