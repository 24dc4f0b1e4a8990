import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planAgenda } from '../plan-agenda.ts';
import { approved, type QuickProject, quickAgenda, quickProject } from '../testing.ts';
import { settingFor } from './candidate.ts';
import { extraCapacity } from './extra-capacity.ts';
import { withLeast } from './least-extra.ts';

const options = { seed: 1, limit: { iterations: 30 } };

function extraFor(projects: readonly QuickProject[], candidate: QuickProject, keptEnd: number | null = null) {
  const agenda = quickAgenda(projects);
  const setting = settingFor(approved(agenda, planAgenda(agenda, options).plan), quickProject(candidate), options);
  const extra = extraCapacity(setting.translation, setting.base, setting.planned, setting.askedWeek);
  if (!extra) throw new Error('the candidate is longer than the horizon');
  return withLeast(setting, extra, { keptEnd });
}

const wanted: QuickProject = { id: 'X', weeks: 4, days: { PM: 40 }, euro: 60_000 };

test('what must be done in the same weeks is missing in every plan, within a hundredth', () => {
  const extra = extraFor([{ id: 'A', weeks: 4, days: { PM: 40 }, by: '2021-01-29' }], wanted);
  expect(extra.teams).toEqual([expect.objectContaining({ team: 'PM', tenths: 400 })]);
  expect(extra.teams[0]?.atLeastTenths).toBeGreaterThan(395);
  expect(extra.teams[0]?.atLeastTenths).toBeLessThanOrEqual(400);
});

test('what can make room by moving is not missing', () => {
  const extra = extraFor([{ id: 'A', weeks: 4, days: { PM: 40 } }], wanted);
  expect(extra.teams).toEqual([expect.objectContaining({ team: 'PM', tenths: 400, atLeastTenths: 0 })]);
});

test('a known plan that finishes as early without it proves that nothing is missing, one that finishes later does not', () => {
  const known = (end: number) => extraFor([{ id: 'A', weeks: 4, days: { PM: 40 }, by: '2021-01-29' }], wanted, end);
  expect(known(4)).toMatchObject({ avoidable: true, atLeastTenths: 0, money: [{ atLeastCents: 0 }] });
  expect(known(5).avoidable).toBeUndefined();
  expect(known(5).atLeastTenths).toBeGreaterThan(395);
});

test('money of its first year is missing whoever moves', () => {
  const extra = extraFor([], wanted);
  expect(extra.money).toEqual([expect.objectContaining({ cents: 800_000, atLeastCents: 800_000 })]);
});

test('the least is never more than what suffices', () => {
  const project = fc.record({
    weeks: fc.integer({ min: 1, max: 6 }),
    pm: fc.integer({ min: 0, max: 9 }),
    it: fc.integer({ min: 0, max: 5 }),
    euro: fc.integer({ min: 0, max: 30_000 }),
    by: fc.option(fc.constantFrom('2021-02-26', '2021-04-30')),
  });
  fc.assert(
    fc.property(fc.array(project, { minLength: 1, maxLength: 4 }), project, (list, own) => {
      const quick = ({ weeks, pm, it, euro, by }: typeof own, id: string): QuickProject => ({
        id,
        weeks,
        days: { PM: pm * weeks, IT: it * weeks },
        euro,
        ...(by ? { by } : {}),
      });
      const extra = extraFor(
        list.map((one, i) => quick(one, `P${i}`)),
        quick({ ...own, by: null }, 'X'),
      );
      for (const { tenths, atLeastTenths } of extra.teams) expect(atLeastTenths).toBeLessThanOrEqual(tenths);
      for (const { cents, atLeastCents } of extra.money) expect(atLeastCents).toBeLessThanOrEqual(cents);
      const enough = extra.teams.reduce((sum, { tenths }) => sum + tenths, 0);
      expect(extra.atLeastTenths ?? 0).toBeLessThanOrEqual(enough);
    }),
    { seed: 4, numRuns: 40 },
  );
});
