import { z } from 'zod';
import { type Agenda, idSchema, isEnded, isoDateSchema, type PlanVersion, type Scenario } from '../../agenda/index.ts';
import type { InfeasibleReason } from '../../solver/index.ts';
import { qualitySchema } from '../answer.ts';
import { planAgenda, type SearchOptions } from '../plan-agenda.ts';
import { applyChanges } from '../questions/changes.ts';
import { fiscalYearOfWeek, weeksOf } from '../translation/supply.ts';
import { dutiesWithDeadline } from '../views/obligation-view.ts';
import { planContext, planQuality } from '../views/plan-context.ts';
import { comparePlans, lastFinish, lateWeeks } from './compare-plans.ts';
import { type PlanDifference, planDifferenceSchema } from './difference.ts';
import { planFigures } from './figures.ts';
import type { Holds } from './holds.ts';

/** What a plan comes to, in figures that can stand beside those of another one. Money in cents. */
export const outcomeFiguresSchema = z.strictObject({
  quality: qualitySchema,
  /** Weeks after deadlines in sum over all projects. */
  statutoryLateWeeks: z.int(),
  promisedLateWeeks: z.int(),
  /** Duties whose project ends after the deadline. */
  dutiesMissed: z.array(
    z.strictObject({ obligation: idSchema, name: z.string(), project: idSchema, marginDays: z.int() }),
  ),
  /** Open projects that the plan dates. */
  planned: z.int(),
  /** Projects that the plan leaves out. */
  dropped: z.array(idSchema).default([]),
  finish: isoDateSchema.nullable(),
  /** Weighted finish weeks: smaller = what matters is done earlier; duties count eightfold, decided ones threefold. */
  value: z.int().nullable(),
  /** Spending of the projects by fiscal year, all budget lines together. */
  years: z.array(z.strictObject({ year: z.int(), cents: z.int() })),
});
export type OutcomeFigures = z.infer<typeof outcomeFiguresSchema>;

export const scenarioOutcomeSchema = z.strictObject({
  /** The agenda as it is, planned with the same search. */
  base: outcomeFiguresSchema,
  /** The agenda with the changes; null if no plan was found. */
  changed: outcomeFiguresSchema.nullable(),
  /** Yearly cost of the posts that are granted or cut, by the cost per post of their team. */
  postsCentsPerYear: z.int(),
  difference: planDifferenceSchema.nullable(),
});
export type ScenarioOutcome = z.infer<typeof scenarioOutcomeSchema>;

export interface ScenarioPlan {
  outcome: ScenarioOutcome;
  plan: PlanVersion | null;
  infeasible: InfeasibleReason | null;
}

/**
 * What if: the agenda as it is and the agenda with the changes, both planned anew with the same search and seed, so
 * that what differs is the effect of the changes. The second search starts from the plan of the first: where the
 * changes only give more room, it is never worse. Pins and frozen months of the present plan hold in both.
 *
 * @param asOf day from which past and future are told apart
 */
export function planScenario(
  agenda: Agenda,
  { changes }: Pick<Scenario, 'changes'>,
  present: Holds | undefined,
  asOf: string,
  options: SearchOptions,
): ScenarioPlan {
  const holds = (phases: Holds['phases']): Holds => ({ ...present, phases });
  const base = planAgenda(agenda, { ...options, ...(present ? { present } : {}) }).plan;
  if (base === null) throw new RangeError('planScenario: the agenda itself has no plan');
  const changed = applyChanges(agenda, changes);
  const { plan, infeasible } = planAgenda(changed, { ...options, present: holds(base.phases) });
  return {
    plan,
    infeasible,
    outcome: {
      base: outcomeFigures(agenda, base, asOf),
      changed: plan && outcomeFigures(changed, plan, asOf),
      postsCentsPerYear: postsCents(agenda, changes),
      difference: plan && differenceOf(agenda, base, changed, plan, asOf),
    },
  };
}

function differenceOf(
  agenda: Agenda,
  base: PlanVersion,
  changed: Agenda,
  plan: PlanVersion,
  asOf: string,
): PlanDifference {
  return comparePlans(agenda, { ...base, id: 'ausgangslage' }, { ...plan, id: 'szenario' }, asOf, changed);
}

export function outcomeFigures(agenda: Agenda, plan: PlanVersion, asOf: string): OutcomeFigures {
  const figures = plan.figures ?? planFigures(agenda, plan);
  const first = fiscalYearOfWeek(weeksOf(agenda), 0);
  const years = new Map<number, number>();
  for (const { year, cents } of figures.money) years.set(year, (years.get(year) ?? 0) + cents);
  const open = new Set(agenda.projects.filter((project) => !isEnded(project)).map(({ id }) => id));
  return {
    quality: planQuality(plan),
    statutoryLateWeeks: lateWeeks(agenda, plan, 'statutory'),
    promisedLateWeeks: lateWeeks(agenda, plan, 'promised'),
    dutiesMissed: dutiesWithDeadline(planContext(agenda, plan, asOf)).flatMap((row) => {
      const [project] = row.projects;
      if (row.marginDays === null || row.marginDays >= 0 || !project || !open.has(project.id)) return [];
      return [{ obligation: row.id, name: row.name, project: project.id, marginDays: row.marginDays }];
    }),
    planned: new Set(plan.phases.map(({ project }) => project)).size,
    dropped: (plan.dropped ?? []).map(({ project }) => project),
    finish: lastFinish(plan),
    value: plan.quality?.aims.find(({ kind }) => kind === 'early')?.value ?? null,
    years: [...years].toSorted(([a], [b]) => a - b).flatMap(([year, cents]) => (year >= first ? { year, cents } : [])),
  };
}

/** Yearly cost of posts by the cost that their teams name; teams without one cost nothing here. */
function postsCents(agenda: Agenda, changes: Scenario['changes']): number {
  return changes.reduce((sum, change) => {
    if (change.kind !== 'posts') return sum;
    const team = agenda.teams.find(({ id }) => id === change.team);
    return sum + Math.round(change.fte * (team?.costPerFteCents ?? 0));
  }, 0);
}
