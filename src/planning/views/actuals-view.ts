import {
  type Agenda,
  approvedPlan,
  type Booking,
  type BudgetLine,
  isIllustrative,
  type PlanVersion,
  presentPlan,
} from '../../agenda/index.ts';
import { datesByProject } from '../translation/schedule.ts';
import type { ActualsView, ActualYear } from './actuals-schema.ts';
import { plannedByYear } from './budget-view.ts';

type Year = BudgetLine['years'][number];
type Phases = PlanVersion['phases'];

const sum = (bookings: readonly Booking[], kind: Booking['kind']): number =>
  bookings.reduce((total, one) => total + (one.kind === kind ? one.cents : 0), 0);

/**
 * Budget, plan and what was really spent or ordered, per budget line and fiscal year. The plan is the approved one: it
 * is what the money was promised for.
 */
export function actualsView(agenda: Agenda, asOf: string): ActualsView {
  const plan = approvedPlan(agenda) ?? presentPlan(agenda);
  const phases = plan?.phases ?? [];
  const status = plan?.status === 'approved' ? 'approved' : 'working';
  return {
    asOf,
    plan: plan ? { status, on: plan.on } : null,
    lines: agenda.budgetLines.map((line) => ({
      id: line.id,
      name: line.name,
      years: yearsOf(agenda, line, phases, Number(asOf.slice(0, 4))),
      projects: projectsOf(agenda, line.id, phases),
    })),
  };
}

function yearsOf(agenda: Agenda, line: BudgetLine, phases: Phases, present: number): ActualYear[] {
  const planned = plannedByYear(agenda, { phases }, line.id);
  const followUp = followUpOf(agenda, line.id, phases);
  const bookings = Map.groupBy(
    agenda.bookings.filter(({ budgetLine }) => budgetLine === line.id),
    ({ year }) => year,
  );
  let carriedInCents = 0;
  return line.years
    .toSorted((a, b) => a.year - b.year)
    .map((entry) => {
      const own = bookings.get(entry.year) ?? [];
      const row = {
        ...yearOf(entry, own, entry.runningCents + (planned.get(entry.year) ?? 0), carriedInCents),
        followUpCents: followUp(entry.year),
        illustrative: isIllustrative(line, 'years'),
      };
      const used = usedBy(row, own.length > 0 && entry.year < present);
      const left = Math.max(0, row.amountCents + carriedInCents - used);
      const carriedOutCents = Math.floor((left * line.carryOverPercent) / 100);
      carriedInCents = carriedOutCents;
      return { ...row, carriedOutCents };
    });
}

type YearRow = Omit<ActualYear, 'carriedOutCents' | 'followUpCents' | 'illustrative'>;

function yearOf(entry: Year, own: readonly Booking[], plannedCents: number, carriedInCents: number): YearRow {
  const spentCents = sum(own, 'spent');
  const committedCents = sum(own, 'committed');
  const used = spentCents + committedCents;
  const remainderCents = entry.amountCents + carriedInCents - used;
  return {
    year: entry.year,
    status: entry.status,
    amountCents: entry.amountCents,
    carriedInCents,
    plannedCents,
    spentCents,
    committedCents,
    remainderCents,
    state: own.length === 0 ? 'none' : remainderCents < 0 ? 'over' : used > plannedCents ? 'abovePlan' : 'withinPlan',
    lastOn: own.reduce<string | null>((last, { on }) => (last === null || on > last ? on : last), null),
  };
}

/** A year that is over counts as it was; until then the plan counts, or what is used already if that is more. */
function usedBy({ spentCents, committedCents, plannedCents }: YearRow, isOver: boolean): number {
  const used = spentCents + committedCents;
  return isOver ? used : Math.max(used, plannedCents);
}

/** Follow-up costs of a year: a project counts from the year after its end, on the line that pays most of it. */
function followUpOf(agenda: Agenda, line: string, phases: Phases): (year: number) => number {
  const dates = datesByProject(phases);
  const due = agenda.projects.flatMap((project) => {
    const cents = project.followUpCostCentsPerYear ?? 0;
    const finish = project.finishedOn ?? dates.get(project.id)?.finish;
    if (cents === 0 || finish === undefined || mainLine(project) !== line) return [];
    return [{ cents, from: Number(finish.slice(0, 4)) + 1 }];
  });
  return (year) => due.reduce((total, { cents, from }) => total + (from <= year ? cents : 0), 0);
}

function mainLine({ phases }: Agenda['projects'][number]): string | undefined {
  const paid = new Map<string, number>();
  for (const { work } of phases) {
    for (const { costs } of Object.values(work)) {
      for (const { budgetLine, cents } of costs) paid.set(budgetLine, (paid.get(budgetLine) ?? 0) + cents);
    }
  }
  return [...paid].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function projectsOf(agenda: Agenda, line: string, phases: Phases): ActualsView['lines'][number]['projects'] {
  const booked = Map.groupBy(
    agenda.bookings.filter(({ budgetLine, project }) => budgetLine === line && project !== undefined),
    ({ project }) => project,
  );
  return agenda.projects.flatMap(({ id, name, shortName }) => {
    const own = booked.get(id);
    if (own === undefined) return [];
    const planned = plannedByYear(agenda, { phases }, line, id);
    return [
      {
        id,
        name: shortName ?? name,
        plannedCents: [...planned.values()].reduce((total, cents) => total + cents, 0),
        spentCents: sum(own, 'spent'),
        committedCents: sum(own, 'committed'),
      },
    ];
  });
}
