import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agenda, mondayOfWeek, type Project } from '../../agenda/index.ts';
import { makeProblem, validatePlan } from '../../solver/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { approved, type QuickProject, quickAgenda, quickProject } from '../testing.ts';
import { settingFor } from './candidate.ts';
import { applyChanges } from './changes.ts';
import { extraCapacity } from './extra-capacity.ts';
import { insertFrozen } from './insertion.ts';

const options = { seed: 1, limit: { iterations: 30 } };

function planned(projects: readonly QuickProject[]): Agenda {
  const agenda = quickAgenda(projects);
  return approved(agenda, planAgenda(agenda, options).plan);
}

function insertionOf(agenda: Agenda, candidate: Project) {
  const setting = settingFor(agenda, candidate, options);
  return { setting, found: insertFrozen(setting.translation, setting.base, setting.planned) };
}

test('the candidate takes the first gap that is wide enough', () => {
  const agenda = planned([
    { id: 'A', weeks: 4, days: { PM: 40 }, fixed: '2021-01-04' },
    { id: 'B', weeks: 4, days: { PM: 40 }, fixed: '2021-02-15' },
  ]);
  const two = insertionOf(agenda, quickProject({ id: 'X', weeks: 2, days: { PM: 20 } }));
  expect(two.found && mondayOfWeek(two.setting.translation.weeks, two.found.start)).toBe('2021-02-01');
  const three = insertionOf(agenda, quickProject({ id: 'X', weeks: 3, days: { PM: 30 } }));
  expect(three.found && mondayOfWeek(three.setting.translation.weeks, three.found.start)).toBe('2021-03-15');
});

test('money binds like staff does', () => {
  const agenda = planned([{ id: 'A', weeks: 10, days: { PM: 1 }, euro: 50_000, fixed: '2021-01-04' }]);
  const { found, setting } = insertionOf(agenda, quickProject({ id: 'X', weeks: 1, days: { PM: 1 }, euro: 10_000 }));
  expect(found && mondayOfWeek(setting.translation.weeks, found.start)).toBe('2022-01-03');
});

const projectArbitrary = fc
  .array(
    fc.record({
      weeks: fc.integer({ min: 1, max: 9 }),
      pm: fc.integer({ min: 0, max: 60 }),
      it: fc.integer({ min: 0, max: 30 }),
      euro: fc.integer({ min: 0, max: 9000 }),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((list) => list.map(toQuick));

function toQuick(raw: { weeks: number; pm: number; it: number; euro: number }, i: number): QuickProject {
  const days = { PM: Math.min(raw.pm, raw.weeks * 10), IT: Math.min(raw.it, raw.weeks * 5) };
  return { id: `P${i}`, weeks: raw.weeks, days, euro: raw.euro };
}

const candidateArbitrary = fc
  .record({
    weeks: fc.integer({ min: 1, max: 12 }),
    pm: fc.integer({ min: 1, max: 80 }),
    it: fc.integer({ min: 0, max: 40 }),
    euro: fc.integer({ min: 0, max: 20_000 }),
  })
  .map((raw) => quickProject({ ...toQuick(raw, 0), id: 'X' }));

test('law: an inserted candidate gives a plan that the independent validator accepts, and one week earlier does not fit', () => {
  fc.assert(
    fc.property(projectArbitrary, candidateArbitrary, (projects, candidate) => {
      const { setting, found } = insertionOf(planned(projects), candidate);
      if (!found) return;
      const problem = makeProblem({ ...setting.translation.input, levels: [{ kind: 'makespan' }] });
      const activity = setting.planned.blocks[0]?.activity ?? 0;
      const at = (start: number) => {
        const plan = { start: Int32Array.from(setting.base.start), mode: Int32Array.from(setting.base.mode) };
        plan.start[activity] = start;
        return validatePlan(problem, plan);
      };
      expect(at(found.start)).toEqual([]);
      if (found.start > setting.askedWeek) expect(at(found.start - 1)).not.toEqual([]);
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('law: the extra capacity that is named makes the candidate fit at the asked start, with the plan frozen', () => {
  fc.assert(
    fc.property(projectArbitrary, candidateArbitrary, (projects, candidate) => {
      const setting = settingFor(planned(projects), candidate, options);
      const extra = extraCapacity(setting.translation, setting.base, setting.planned, setting.askedWeek);
      if (!extra) return;
      const grown = withExtra(setting.translation, extra);
      expect(insertFrozen(grown, setting.base, setting.planned)?.start).toBe(setting.askedWeek);
    }),
    { seed: 8, numRuns: 150 },
  );
});

/** Adds an extra capacity to the resources of a translation, evenly over the weeks of each month. */
function withExtra(
  translation: ReturnType<typeof settingFor>['translation'],
  extra: NonNullable<ReturnType<typeof extraCapacity>>,
) {
  const resources = (translation.input.resources ?? []).map(({ capacity }) => ({
    capacity: Int32Array.from(capacity),
  }));
  for (const { team, months } of extra.teams) {
    const series = resources[translation.teamIndex.get(team) ?? 0]?.capacity;
    for (const { month, tenths } of months) {
      const weeks = Array.from({ length: translation.horizon }, (_, week) => week).filter((week) =>
        mondayOfWeek(translation.weeks, week).startsWith(month),
      );
      for (const week of weeks)
        if (series) series[week] = (series[week] ?? 0) + Math.floor((tenths * 100) / weeks.length);
    }
  }
  const buckets = translation.buckets.map((row, budget) =>
    row.map((bucket) => {
      const line = extra.money.find(({ budgetLine }) => translation.budgetIndex.get(budgetLine) === budget);
      const cents = line?.years.find(({ year }) => year === bucket.year)?.cents ?? 0;
      return { ...bucket, inflowCents: bucket.inflowCents + cents };
    }),
  );
  return { ...translation, buckets, input: { ...translation.input, resources } };
}

test('law: more capacity never makes the untouched answer later', () => {
  fc.assert(
    fc.property(projectArbitrary, candidateArbitrary, fc.integer({ min: 1, max: 8 }), (projects, candidate, fte) => {
      const agenda = planned(projects);
      const more = applyChanges(agenda, [
        { kind: 'posts', team: 'PM', fte, from: '2021-02-01' },
        { kind: 'money', budgetLine: 'money', year: 2021, cents: 100_000 * fte },
      ]);
      const before = insertionOf(agenda, candidate).found;
      const after = insertionOf(more, candidate).found;
      if (before) expect(after?.end).toBeLessThanOrEqual(before.end);
    }),
    { seed: 9, numRuns: 150 },
  );
});
