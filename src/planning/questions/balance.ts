import { type CommitmentClass, fridayBeforeWeek } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import type { MoneyBalance, TeamBalance } from '../answer.ts';
import type { PlannedBlock, PlannedProject } from '../translation/planned.ts';
import type { Translation } from '../translation/translate.ts';
import { tenthsOfUnits } from '../translation/units.ts';
import { demandAt } from './residual.ts';

/** Last statutory due week of the open projects, else the plan's second year: the span in which capacity is compared. */
export function balanceWeek(translation: Translation): number {
  const statutory = translation.projects.flatMap(({ dueWeeks }) => dueWeeks.filter((due) => due.statutory));
  const last = Math.max(0, ...statutory.map((due) => due.week));
  return Math.min(translation.horizon, last > 0 ? last : 104);
}

/** Need of a candidate against what the plan leaves free, per team, up to `until` (exclusive week). */
export function teamBalances(
  translation: Translation,
  plan: Plan,
  candidate: PlannedProject,
  until: number,
): TeamBalance[] {
  const load = plannedUnits(translation, plan, candidate, until);
  return [...translation.teamIndex].map(([team, resource]) => {
    let available = 0;
    for (let week = 0; week < until; week++) available += translation.capacity[resource]?.[week] ?? 0;
    const duty = load.duty[resource] ?? 0;
    const decided = load.decided[resource] ?? 0;
    return {
      team,
      until: fridayBeforeWeek(translation.weeks, until),
      availableTenths: tenthsOfUnits(available),
      plannedTenths: tenthsOfUnits(duty + decided),
      dutyTenths: tenthsOfUnits(duty),
      decidedTenths: tenthsOfUnits(decided),
      freeTenths: tenthsOfUnits(available - duty - decided),
      neededTenths: effortTenths(candidate, team),
    };
  });
}

/** Engine units that everything but the candidate works before `until`, by number of the resource. */
function plannedUnits({ blocks, input, teamIndex }: Translation, plan: Plan, candidate: PlannedProject, until: number) {
  const load = { duty: new Float64Array(teamIndex.size), decided: new Float64Array(teamIndex.size) };
  for (const { activity, project } of blocks) {
    const start = plan.start[activity] ?? -1;
    const mode = input.activities[activity]?.modes[plan.mode[activity] ?? 0];
    if (project === candidate.project || start < 0 || !mode) continue;
    const units = load[groupOf(project.commitmentClass)];
    const weeks = Math.min(mode.duration, until - start);
    for (const demand of mode.demands ?? [])
      for (let week = 0; week < weeks; week++)
        units[demand.resource] = (units[demand.resource] ?? 0) + demandAt(demand, week);
  }
  return load;
}

function groupOf(commitmentClass: CommitmentClass): 'duty' | 'decided' {
  return commitmentClass === 'mandatory' || commitmentClass === 'prerequisite' ? 'duty' : 'decided';
}

/** Effort of a project for one team in its first delivery mode. */
export function effortTenths({ project }: PlannedProject, team: string): number {
  const mode = project.modes[0]?.id ?? '';
  return project.phases.reduce((sum, phase) => sum + (phase.work[mode]?.effortTenths[team] ?? 0), 0);
}

/** Money of the budget lines up to the end of the last fiscal year that begins before `until`. */
export function moneyBalances(
  translation: Translation,
  plan: Plan,
  candidate: PlannedProject,
  until: number,
  lines: readonly { id: string; years: readonly { year: number; amountCents: number; runningCents: number }[] }[],
): MoneyBalance[] {
  return lines.map((line) => {
    const budget = translation.budgetIndex.get(line.id) ?? 0;
    const buckets = (translation.buckets[budget] ?? []).filter((bucket, i, all) => {
      const begins = i === 0 ? 0 : (all[i - 1]?.end ?? 0);
      return bucket.year !== null && begins < until;
    });
    const end = buckets.at(-1)?.end ?? 0;
    const years = line.years.filter(({ year }) => buckets.some((bucket) => bucket.year === year));
    const availableCents = years.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const runningCents = years.reduce((sum, entry) => sum + entry.runningCents, 0);
    let plannedCents = 0;
    for (const block of translation.blocks) {
      if (block.project !== candidate.project) plannedCents += centsBefore(translation, block, plan, budget, end);
    }
    return {
      budgetLine: line.id,
      until: fridayBeforeWeek(translation.weeks, end),
      availableCents,
      runningCents,
      plannedCents,
      freeCents: availableCents - runningCents - plannedCents,
      neededCents: costCents(candidate, line.id),
    };
  });
}

function centsBefore(
  translation: Translation,
  { activity }: PlannedBlock,
  plan: Plan,
  budget: number,
  end: number,
): number {
  const start = plan.start[activity] ?? -1;
  if (start < 0) return 0;
  const costs = translation.input.activities[activity]?.modes[plan.mode[activity] ?? 0]?.costs ?? [];
  return costs.reduce((sum, cost) => {
    if (cost.budget !== budget || !('profile' in cost)) return sum;
    return cost.profile.reduce((inner, cents, week) => (start + week < end ? inner + cents : inner), sum);
  }, 0);
}

/** Money of a project from one budget line in its first delivery mode. */
export function costCents({ project }: PlannedProject, line: string): number {
  const mode = project.modes[0]?.id ?? '';
  return project.phases.reduce((sum, phase) => {
    const costs = phase.work[mode]?.costs.filter((cost) => cost.budgetLine === line) ?? [];
    return costs.reduce((inner, cost) => inner + cost.cents, sum);
  }, 0);
}
