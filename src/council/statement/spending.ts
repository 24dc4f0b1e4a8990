import { addDays, civil, type Project } from '../../agenda/index.ts';
import type { Placement } from '../../planning/index.ts';

/** Money of one calendar year, in cents. */
export interface YearSpending {
  year: number;
  cents: number;
}

/**
 * What a project spends in each year when it runs without a break: the years of the Mondays of its weeks. Empty if
 * the placement has breaks, because then only the plan itself knows the weeks.
 */
export function spendingByYear(project: Project, { start, weeks, mode }: Placement): YearSpending[] {
  const phases = project.phases.flatMap((phase) => {
    const work = phase.work[mode];
    return work ? [{ work, offset: phase.offsetWeeks }] : [];
  });
  const length = phases.reduce((sum, { work }) => sum + work.weeks, 0);
  const fixed = phases.every(({ offset }) => offset !== undefined);
  if (phases.length === 0 || (!fixed && length !== weeks)) return [];
  const years = new Map<number, number>();
  let next = 0;
  for (const { work, offset } of phases) {
    const first = offset ?? next;
    next = first + work.weeks;
    for (const { cents, spread } of work.costs) {
      const due = spread === 'start' ? [first] : spread === 'end' ? [next - 1] : range(first, next);
      due.forEach((week, index) => {
        const { year } = civil(addDays(start, 7 * week));
        // Whole cents that add up to the sum, whatever the number of weeks.
        const share = Math.floor((cents * (index + 1)) / due.length) - Math.floor((cents * index) / due.length);
        years.set(year, (years.get(year) ?? 0) + share);
      });
    }
  }
  return [...years].filter(([, cents]) => cents > 0).map(([year, cents]) => ({ year, cents }));
}

const range = (from: number, until: number): number[] => Array.from({ length: until - from }, (_, at) => from + at);
