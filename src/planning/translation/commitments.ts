import { type Agenda, firstWeekFrom, type PlanWeeks } from '../../agenda/index.ts';
import type { Cost, ProblemInput } from '../../solver/index.ts';
import type { PlannedBlock } from './planned.ts';
import { type FiscalBucket, fiscalBuckets, fiscalYearOfWeek } from './supply.ts';
import { spreadCents } from './work-profile.ts';

type BudgetInput = NonNullable<ProblemInput['budgets']>[number];

/**
 * Number of the engine's budget that counts the commitments of a line, for lines in which some year has an authorisation. These budgets
 * stand behind those of the money itself.
 */
export function commitmentIndexOf({ budgetLines }: Agenda): ReadonlyMap<string, number> {
  const limited = budgetLines.filter(({ years }) =>
    years.some(({ commitmentsCents }) => commitmentsCents !== undefined),
  );
  return new Map(limited.map(({ id }, i) => [id, budgetLines.length + i]));
}

/** Fiscal years of all the engine's budgets: first the money of each line, then the authorisations. */
export function bucketsOf(agenda: Agenda, weeks: PlanWeeks, horizon: number, unlimitedCents: number): FiscalBucket[][] {
  const money = agenda.budgetLines.map((line) => fiscalBuckets(line, weeks, horizon, unlimitedCents));
  const limited = commitmentIndexOf(agenda);
  const authorised = agenda.budgetLines.flatMap((line, i) => {
    if (!limited.has(line.id)) return [];
    const allowed = new Map(line.years.map(({ year, commitmentsCents }) => [year, commitmentsCents]));
    const buckets = money[i] ?? [];
    return [buckets.map((bucket) => ({ ...bucket, inflowCents: allowed.get(bucket.year ?? -1) ?? unlimitedCents }))];
  });
  return [...money, ...authorised];
}

/** The engine's budgets over these fiscal years. An authorisation (SächsGemO § 81) is taken to lapse with its year, so nothing of it is carried over. */
export function budgetsOf({ budgetLines }: Agenda, buckets: readonly (readonly FiscalBucket[])[]): BudgetInput[] {
  return buckets.map((row, i) => {
    const line = budgetLines[i];
    const years = { bucketEnds: row.map(({ end }) => end), inflow: row.map(({ inflowCents }) => inflowCents) };
    return line
      ? { ...years, carryOverPermille: line.carryOverPercent * 10 }
      : { ...years, carryOverPermille: 0, counts: 'commitments' as const };
  });
}

/**
 * What the phases of a block take from the authorisations in one delivery mode: each phase binds its money in the week in which it begins.
 * A phase that began in a fiscal year before the plan was bound then.
 */
export function commitmentsOf(
  { project, block, profiles }: PlannedBlock,
  mode: number,
  weeks: PlanWeeks,
  index: ReadonlyMap<string, number>,
): Cost[] {
  if (index.size === 0) return [];
  const length = profiles[mode]?.weeks ?? 0;
  return block.phases.flatMap((phase, i) => {
    const work = phase.work[project.modes[mode]?.id ?? ''];
    const offset = block.offsets[mode]?.[i];
    if (!work || offset === null || offset === undefined || isHistory(project.fixedStart, offset, weeks)) return [];
    return work.costs.flatMap((cost): Cost[] => {
      const budget = index.get(cost.budgetLine);
      if (budget === undefined || cost.cents <= 0 || cost.spread === 'start') return [];
      const profile = new Array<number>(length).fill(0);
      profile.splice(offset, work.weeks, ...spreadCents(cost.cents, work.weeks, cost.spread));
      return [{ budget, profile, boundAt: offset }];
    });
  });
}

function isHistory(fixedStart: string | undefined, offset: number, weeks: PlanWeeks): boolean {
  if (fixedStart === undefined) return false;
  const week = firstWeekFrom(weeks, fixedStart) + offset;
  return week < 0 && fiscalYearOfWeek(weeks, week) < fiscalYearOfWeek(weeks, 0);
}
