import type { Agenda, Project } from '../../agenda/index.ts';
import type { Reason } from '../answer.ts';

/** A fact that may bind a date, and the agenda in which it does not hold. */
export interface Relaxation {
  kind: Reason['kind'];
  team: string | null;
  budgetLine: string | null;
  projects: readonly string[];
  relax: (agenda: Agenda, candidate: Project) => { agenda: Agenda; candidate: Project };
}

type BudgetYear = Agenda['budgetLines'][number]['years'][number];

/** Factor by which a relaxed team grows: more than any plan of the agenda could use. */
const PLENTY = 1000;

function relaxation(kind: Reason['kind'], part: Partial<Relaxation> & Pick<Relaxation, 'relax'>): Relaxation {
  return { kind, team: null, budgetLine: null, projects: [], ...part };
}

/** Every team, budget line and commitment authorisation that the project uses, each as unlimited. */
export function resourceRelaxations(agenda: Agenda, project: Project): Relaxation[] {
  const works = project.phases.flatMap((phase) => Object.values(phase.work));
  const teams = agenda.teams.filter((team) => works.some((work) => (work.effortTenths[team.id] ?? 0) > 0));
  const lines = agenda.budgetLines.filter((line) =>
    works.some((work) => work.costs.some((cost) => cost.budgetLine === line.id && cost.cents > 0)),
  );
  return [
    ...teams.map((team) =>
      relaxation('teamCapacity', {
        team: team.id,
        relax: (given, candidate) => ({ agenda: withPlenty(given, team.id), candidate }),
      }),
    ),
    ...lines.map((line) =>
      relaxation('budget', {
        budgetLine: line.id,
        relax: (given, candidate) => ({ agenda: withMoney(given, line.id), candidate }),
      }),
    ),
    ...lines
      .filter(({ years }) => years.some(({ commitmentsCents }) => commitmentsCents !== undefined))
      .map((line) =>
        relaxation('commitments', {
          budgetLine: line.id,
          relax: (given, candidate) => ({ agenda: withAuthorisation(given, line.id), candidate }),
        }),
      ),
  ];
}

/** The project's own conditions: its earliest day, its prerequisites, each of its predecessors. */
export function ownRelaxations(project: Project): Relaxation[] {
  const own: Relaxation[] = project.dependencies.map((dependency) =>
    relaxation('dependency', {
      projects: [dependency.predecessor],
      relax: (agenda, candidate) => ({
        agenda,
        candidate: {
          ...candidate,
          dependencies: candidate.dependencies.filter((other) => other.predecessor !== dependency.predecessor),
        },
      }),
    }),
  );
  if (project.earliestStart) {
    own.push(
      relaxation('earliestStart', {
        relax: (agenda, { earliestStart: _, ...candidate }) => ({ agenda, candidate }),
      }),
    );
  }
  if (project.prerequisites.length > 0) {
    own.push(
      relaxation('prerequisite', {
        relax: (agenda, candidate) => ({ agenda, candidate: { ...candidate, prerequisites: [] } }),
      }),
    );
  }
  return own;
}

/** The promises of the others, as two facts: deadlines by law, and what was promised beyond them. */
export function deadlineRelaxations(agenda: Agenda, candidate: Project): Relaxation[] {
  return (['statutory', 'promised'] as const).flatMap((kind) => {
    const bound = agenda.projects.filter(
      (project) => project.id !== candidate.id && project.deadlines.some((deadline) => deadline.kind === kind),
    );
    if (bound.length === 0) return [];
    return relaxation('deadlines', {
      projects: bound.map(({ id }) => id),
      relax: (given, same) => ({
        agenda: {
          ...given,
          projects: given.projects.map((project) => ({
            ...project,
            deadlines: project.deadlines.filter((deadline) => deadline.kind !== kind),
          })),
        },
        candidate: same,
      }),
    });
  });
}

function withPlenty(agenda: Agenda, id: string): Agenda {
  const teams = agenda.teams.map((team) =>
    team.id === id
      ? {
          ...team,
          capacity: team.capacity.map((period) => ({
            ...period,
            ...(period.fte === undefined ? {} : { fte: (period.fte + 1) * PLENTY }),
            ...(period.personDaysPerYear === undefined
              ? {}
              : { personDaysPerYear: (period.personDaysPerYear + 1) * PLENTY }),
          })),
        }
      : team,
  );
  return { ...agenda, teams };
}

function withMoney(agenda: Agenda, id: string): Agenda {
  const cents = plentyOf(agenda, id);
  return withYears(agenda, id, (year) => ({ ...year, amountCents: year.amountCents + cents }));
}

function withAuthorisation(agenda: Agenda, id: string): Agenda {
  const commitmentsCents = plentyOf(agenda, id);
  return withYears(agenda, id, (year) => ({ ...year, commitmentsCents }));
}

function withYears(agenda: Agenda, id: string, change: (year: BudgetYear) => BudgetYear): Agenda {
  const budgetLines = agenda.budgetLines.map((line) =>
    line.id === id ? { ...line, years: line.years.map(change) } : line,
  );
  return { ...agenda, budgetLines };
}

/** Cents that are more than all projects can take from a line. */
function plentyOf(agenda: Agenda, line: string): number {
  return agenda.projects.reduce((sum, project) => sum + moneyOf(project, line), 100_000_000);
}

function moneyOf(project: Project, line: string): number {
  const costs = project.phases.flatMap((phase) => Object.values(phase.work).flatMap((work) => work.costs));
  return costs.reduce((sum, cost) => (cost.budgetLine === line ? sum + cost.cents : sum), 0);
}
