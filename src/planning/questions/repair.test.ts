import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agenda, generateAgenda, type PlanVersion, type ScenarioChange } from '../../agenda/index.ts';
import { makeProblem, validatePlan } from '../../solver/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { quickAgenda } from '../testing.ts';
import { toPlan } from '../translation/schedule.ts';
import { translate } from '../translation/translate.ts';
import { applyChanges } from './changes.ts';
import { prepareRepair, repairPlan } from './repair.ts';

const options = { seed: 1 };

function planOf(agenda: Agenda): PlanVersion {
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 300 } });
  if (!plan) throw new Error('no plan was found');
  return plan;
}

/** Whether the repaired plan keeps capacity, money, links and releases of the changed agenda. */
function fits(agenda: Agenda, changes: readonly ScenarioChange[], version: PlanVersion): boolean {
  const translation = translate(applyChanges(agenda, changes));
  return validatePlan(makeProblem({ ...translation.input, levels: [] }), toPlan(translation, version)).length === 0;
}

const agenda = quickAgenda([
  { id: 'a', weeks: 10, days: { PM: 60 }, by: '2021-03-12', statutory: true },
  { id: 'b', weeks: 10, days: { PM: 60 }, by: '2021-12-31' },
  { id: 'next', weeks: 5, days: { IT: 5 }, after: ['b'], by: '2021-12-31' },
  { id: 'apart', weeks: 5, days: { IT: 5 } },
]);
const plan = planOf(agenda);

test('a delay that touches nobody moves the delayed project alone', () => {
  const changes = [{ kind: 'delayProject' as const, project: 'apart', earliestStart: '2021-06-07' }];
  const repair = repairPlan(agenda, plan, changes, options);
  expect(repair).toMatchObject({ kept: 'all', lateWeeks: 0 });
  expect(repair?.moved.map(({ project }) => project)).toEqual(['apart']);
  expect(repair?.plan.phases.find(({ project }) => project === 'apart')?.start).toBe('2021-06-07');
});

test('what waits for a late project moves with it, the rest stays', () => {
  const changes = [{ kind: 'delayProject' as const, project: 'b', earliestStart: '2021-05-03' }];
  const repair = repairPlan(agenda, plan, changes, options);
  expect(repair?.moved.map(({ project }) => project).toSorted()).toEqual(['b', 'next']);
  expect(repair?.kept).toBe('all');
});

test('a promise that cannot be kept is named, those of the others hold', () => {
  const changes = [{ kind: 'delayProject' as const, project: 'a', earliestStart: '2021-02-01' }];
  const repair = repairPlan(agenda, plan, changes, options);
  expect(repair?.kept).toBe('allOfOthers');
  expect(repair?.moved[0]).toMatchObject({ project: 'a', lateWeeks: 4, statutoryMissed: true });
});

test('a vacant post spreads the work, and nothing moves when nothing is needed', () => {
  const vacant: ScenarioChange[] = [{ kind: 'posts', team: 'PM', fte: -1, from: '2021-01-01' }];
  const repair = repairPlan(agenda, plan, vacant, options);
  expect(repair && fits(agenda, vacant, repair.plan)).toBe(true);
  const more: ScenarioChange[] = [{ kind: 'posts', team: 'PM', fte: 1, from: '2021-01-01' }];
  expect(repairPlan(agenda, plan, more, options)).toMatchObject({ moved: [], movedWeeks: 0, kept: 'all' });
});

test('law: the repaired plan fits the changed agenda, whatever changed, and twice gives the same bytes', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(20), fc.nat(2), (seed, pick, kind) => {
      const given = generateAgenda({ projects: 12, seed });
      const base = planOf(given);
      const id = base.phases[pick % base.phases.length]?.project ?? '';
      const team = given.teams[pick % given.teams.length]?.id ?? '';
      const line = given.budgetLines[0];
      const changes: ScenarioChange[] = [
        { kind: 'delayProject', project: id, earliestStart: '2022-03-07' },
        { kind: 'posts', team, fte: -0.3, from: '2021-06-01' },
        { kind: 'money', budgetLine: line?.id ?? '', year: line?.years[1]?.year ?? 0, cents: -2_000_000 },
      ].slice(kind, kind + 1) as ScenarioChange[];
      const repair = repairPlan(given, base, changes, { seed });
      if (!repair) return;
      found++;
      expect(fits(given, changes, repair.plan)).toBe(true);
      expect(repairPlan(given, base, changes, { seed })).toEqual(repair);
      if (repair.kept === 'all')
        expect(repair.moved.filter((one) => one.statutoryMissed).length).toBeLessThanOrEqual(lateBefore(given, base));
    }),
    { seed: 6, numRuns: 25 },
  );
  expect(found).toBeGreaterThan(15);
});

/** Projects that miss a statutory deadline in the plan already. */
function lateBefore(given: Agenda, version: PlanVersion): number {
  return given.projects.filter(({ id, deadlines }) =>
    deadlines.some(
      ({ kind, on }) =>
        kind === 'statutory' && version.phases.some((phase) => phase.project === id && phase.finish > on),
    ),
  ).length;
}

test('one preparation serves many changes, and none of them leaves a trace', () => {
  const repair = prepareRepair(agenda, plan);
  const late: ScenarioChange[] = [{ kind: 'delayProject', project: 'b', earliestStart: '2021-05-03' }];
  const poor: ScenarioChange[] = [{ kind: 'posts', team: 'PM', fte: -1, from: '2021-01-01' }];
  const dropped: ScenarioChange[] = [{ kind: 'dropProject', project: 'a' }];
  for (const changes of [late, poor, dropped, [], late]) {
    expect(repair(changes, options)).toEqual(repairPlan(agenda, plan, changes, options));
  }
  expect(repair([], options)?.moved).toEqual([]);
  expect(repair(dropped, options)?.plan.phases.some(({ project }) => project === 'a')).toBe(false);
});
