import {
  addDays,
  civil,
  isoDate,
  mondayOfWeek,
  type Project,
  type ScenarioChange,
  type Team,
} from '../../agenda/index.ts';
import type { Measure } from '../answer.ts';
import { changedSetting, type Setting } from './candidate.ts';
import { applyChanges } from './changes.ts';
import type { Variant } from './variant.ts';

/** A measure before it is computed. */
export interface MeasurePlan {
  kind: Measure['kind'];
  team: Team | null;
  fte: number;
  from: string | null;
  /** Whether the candidate's money comes on top of the budget. */
  withMoney: boolean;
}

/**
 * What could be tried: posts for the bottleneck from the next two half-years, in sizes a council decides on, with and
 * without the candidate's money; the money alone; and, for comparison, posts for the second fullest team.
 */
export function measurePlans(setting: Setting, bottleneck: Team, second: Team | null): MeasurePlan[] {
  const [first, next] = halfYearsAfter(setting.agenda.planStart);
  const posts = (fte: number, from: string, withMoney = true): MeasurePlan => ({
    kind: withMoney ? 'posts' : 'postsWithoutMoney',
    team: bottleneck,
    fte,
    from,
    withMoney,
  });
  const list: MeasurePlan[] = [posts(1, first), posts(1.5, next), posts(1, next), posts(0.5, first)];
  const costs = candidateMoney(setting.candidate).some(({ cents }) => cents > 0);
  if (costs) {
    list.push(posts(1.5, next, false));
    list.push({ kind: 'money', team: null, fte: 0, from: null, withMoney: true });
  }
  if (second) list.push({ kind: 'otherPosts', team: second, fte: 2, from: first, withMoney: true });
  return list;
}

/** First days of the two half-years after a date. */
export function halfYearsAfter(date: string): [string, string] {
  const { year, month } = civil(addDays(date, 1));
  return month <= 6
    ? [isoDate(year, 7, 1), isoDate(year + 1, 1, 1)]
    : [isoDate(year + 1, 1, 1), isoDate(year + 1, 7, 1)];
}

/** Money of a project by budget line, over all phases of its first delivery mode. */
export function candidateMoney(project: Project): { budgetLine: string; cents: number }[] {
  const sums = new Map<string, number>();
  const mode = project.modes[0]?.id ?? '';
  for (const phase of project.phases) {
    for (const cost of phase.work[mode]?.costs ?? []) {
      sums.set(cost.budgetLine, (sums.get(cost.budgetLine) ?? 0) + cost.cents);
    }
  }
  return [...sums].map(([budgetLine, cents]) => ({ budgetLine, cents }));
}

/**
 * The setting under a measure. Extra money is granted in the amount and year in which the candidate spends it, so its
 * costs are taken out of the calculation.
 */
export function measureSetting(setting: Setting, plan: MeasurePlan): Setting {
  const candidate = plan.withMoney ? withoutCosts(setting.candidate) : setting.candidate;
  return changedSetting(setting, applyChanges(setting.agenda, postsOf(plan)), candidate);
}

/** A measure and what it gains. The money that is reported names line, first year and amount. */
export function measureOf(plan: MeasurePlan, base: Variant, { setting, kept }: Variant): Measure {
  const start = kept ? mondayOfWeek(setting.translation.weeks, kept.span.start) : null;
  return {
    kind: plan.kind,
    changes: [...postsOf(plan), ...(plan.withMoney ? moneyChanges(base.setting, start) : [])],
    team: plan.team?.id ?? null,
    fte: plan.fte,
    from: plan.from,
    costCentsPerYear: Math.round((plan.team?.costPerFteCents ?? 0) * plan.fte),
    start,
    gainWeeks: kept && base.kept ? base.kept.span.start - kept.span.start : 0,
    quality: kept?.proven ? 'proven' : 'bestFound',
  };
}

function postsOf({ team, from, fte }: MeasurePlan): ScenarioChange[] {
  return team && from ? [{ kind: 'posts', team: team.id, fte, from }] : [];
}

function withoutCosts(project: Project): Project {
  const phases = project.phases.map((phase) => ({
    ...phase,
    work: Object.fromEntries(Object.entries(phase.work).map(([mode, work]) => [mode, { ...work, costs: [] }])),
  }));
  return { ...project, phases };
}

function moneyChanges(setting: Setting, start: string | null): ScenarioChange[] {
  const year = civil(start ?? setting.agenda.planStart).year;
  return candidateMoney(setting.candidate).map(({ budgetLine, cents }) => ({ kind: 'money', budgetLine, year, cents }));
}
