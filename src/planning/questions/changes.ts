import {
  type Agenda,
  addDays,
  type CapacityPeriod,
  type Project,
  type ScenarioChange,
  type Team,
} from '../../agenda/index.ts';

/**
 * Applies the changes of a scenario to an agenda and returns a new one; the given agenda stays as it is. Questions
 * about "what if" are questions about this changed agenda, so that they use the same logic as the plan itself.
 */
export function applyChanges(agenda: Agenda, changes: readonly ScenarioChange[]): Agenda {
  return changes.reduce(applyChange, agenda);
}

function applyChange(agenda: Agenda, change: ScenarioChange): Agenda {
  switch (change.kind) {
    case 'posts':
      return {
        ...agenda,
        teams: agenda.teams.map((team) => (team.id === change.team ? withPosts(team, change.fte, change.from) : team)),
      };
    case 'money':
      return { ...agenda, budgetLines: agenda.budgetLines.map((line) => withMoney(line, change)) };
    case 'dropProject':
      return {
        ...agenda,
        projects: agenda.projects
          .filter((project) => project.id !== change.project)
          .map((project) => withoutWaitingFor(project, change.project)),
      };
    case 'delayProject':
      return {
        ...agenda,
        projects: agenda.projects.map((project) =>
          project.id === change.project ? { ...project, earliestStart: change.earliestStart } : project,
        ),
      };
    case 'addProject':
      return {
        ...agenda,
        projects: [...agenda.projects.filter(({ id }) => id !== change.project.id), change.project],
      };
    case 'partnerLate':
      return withLatePartner(agenda, change.partner, 7 * change.weeks);
  }
}

function withoutWaitingFor(project: Project, id: string): Project {
  const dependencies = project.dependencies.filter(({ predecessor }) => predecessor !== id);
  return dependencies.length === project.dependencies.length ? project : { ...project, dependencies };
}

/** Offers that are not there yet, and prerequisites that the partner still has to meet, come later. */
function withLatePartner(agenda: Agenda, partner: string, days: number): Agenda {
  const later = (day: string | undefined) => addDays(day ?? agenda.planStart, days);
  return {
    ...agenda,
    partners: agenda.partners.map((one) =>
      one.id === partner
        ? { ...one, offers: one.offers.map((offer) => ({ ...offer, availableFrom: later(offer.availableFrom) })) }
        : one,
    ),
    prerequisites: agenda.prerequisites.map((one) =>
      one.partner === partner && one.metOn === undefined && one.expectedOn !== undefined
        ? { ...one, expectedOn: addDays(one.expectedOn, days) }
        : one,
    ),
  };
}

/** Adds posts from a day on; posts bring the team's days per full post, less its share of line work. */
function withPosts(team: Team, fte: number, from: string): Team {
  const periods = team.capacity.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const current = periods.filter((period) => period.from <= from).at(-1);
  const split = current && current.from !== from ? [...periods, { ...current, from }] : periods;
  return {
    ...team,
    capacity: split
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map((period) => (period.from >= from ? grown(team, period, fte) : period)),
  };
}

function grown(team: Team, period: CapacityPeriod, fte: number): CapacityPeriod {
  if (period.personDaysPerYear !== undefined) {
    return { ...period, personDaysPerYear: Math.max(0, period.personDaysPerYear + fte * team.daysPerFte) };
  }
  return { ...period, fte: Math.max(0, (period.fte ?? 0) + fte) };
}

function withMoney(
  line: Agenda['budgetLines'][number],
  change: Extract<ScenarioChange, { kind: 'money' }>,
): Agenda['budgetLines'][number] {
  if (line.id !== change.budgetLine) return line;
  return {
    ...line,
    years: line.years.map((entry) =>
      entry.year === change.year ? { ...entry, amountCents: Math.max(0, entry.amountCents + change.cents) } : entry,
    ),
  };
}
