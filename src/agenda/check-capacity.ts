import type { Agenda } from './agenda.ts';
import type { Rule } from './check-index.ts';
import { englishDate, type FaultPath, fault, germanDate } from './fault.ts';
import { personDaysPerYear, type Team } from './organization.ts';
import { isEnded, type Phase, type Project } from './project.ts';

/** The day from which work of a project can fall due at the earliest. */
export function neededFrom(agenda: Agenda, project: Project): string {
  const days = [agenda.planStart, project.earliestStart ?? '', project.fixedStart ?? ''];
  return days.sort().at(-1) ?? agenda.planStart;
}

/** Phases that still need teams and money, with the day from which they do. */
export function* openPhases(agenda: Agenda): Iterable<{ path: FaultPath; owner: string; phase: Phase; from: string }> {
  for (const [i, project] of agenda.projects.entries()) {
    if (isEnded(project)) continue;
    const from = neededFrom(agenda, project);
    for (const [p, phase] of project.phases.entries()) {
      yield { path: ['projects', i, 'phases', p], owner: project.id, phase, from };
    }
  }
  for (const [i, template] of agenda.templates.entries()) {
    for (const [p, phase] of template.phases.entries()) {
      yield { path: ['templates', i, 'phases', p], owner: template.id, phase, from: agenda.planStart };
    }
  }
}

/** True when the team has any capacity on `from` or later: a period holds until the next one begins. */
function hasCapacityFrom(team: Team, from: string): boolean {
  const periods = team.capacity.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return periods.some((period, i) => {
    const until = periods[i + 1]?.from;
    return (until === undefined || until > from) && personDaysPerYear(team, period) > 0;
  });
}

export const teamsWithoutCapacity: Rule = function* (agenda, index) {
  for (const { path, owner, phase, from } of openPhases(agenda)) {
    for (const [mode, work] of Object.entries(phase.work)) {
      for (const [id, tenths] of Object.entries(work.effortTenths)) {
        const team = index.teams.get(id);
        if (!team || tenths === 0 || hasCapacityFrom(team, from)) continue;
        yield fault(
          'teamWithoutCapacity',
          [...path, 'work', mode, 'effortTenths', id],
          `Die Phase „${phase.id}“ von „${owner}“ braucht das Team „${id}“, das ab ${germanDate(from)} keine Kapazität hat; bitte unter „teams“ Kapazität eintragen oder den Aufwand einem anderen Team geben.`,
          `Phase “${phase.id}” of “${owner}” needs team “${id}”, which has no capacity from ${englishDate(from)} on; please enter capacity under “teams” or give the effort to another team.`,
        );
      }
    }
  }
};

/** Capacity is either posts or person-days a year; both would be two truths, neither is none. */
export const capacityKinds: Rule = function* (agenda) {
  for (const [t, team] of agenda.teams.entries()) {
    for (const [c, period] of team.capacity.entries()) {
      const both = period.fte !== undefined && period.personDaysPerYear !== undefined;
      const none = period.fte === undefined && period.personDaysPerYear === undefined;
      const path = ['teams', t, 'capacity', c];
      if (both || none) {
        yield fault(
          'capacityKind',
          path,
          `Die Kapazität des Teams „${team.id}“ ab ${germanDate(period.from)} nennt ${both ? 'Stellen und Personentage zugleich' : 'weder Stellen noch Personentage'}; bitte entweder „fte“ oder „personDaysPerYear“ angeben.`,
          `The capacity of team “${team.id}” from ${englishDate(period.from)} names ${both ? 'both posts and person-days' : 'neither posts nor person-days'}; please give either “fte” or “personDaysPerYear”.`,
        );
      } else if (period.fte === undefined && (period.projectSharePercent !== undefined || period.absencePercent > 0)) {
        yield fault(
          'capacityShare',
          path,
          `Projektanteil und Fehlzeit des Teams „${team.id}“ ab ${germanDate(period.from)} wirken nur auf Stellen; bitte „fte“ angeben oder die Anteile streichen, denn „personDaysPerYear“ zählt schon ohne sie.`,
          `Project share and absence of team “${team.id}” from ${englishDate(period.from)} apply to posts only; please give “fte” or remove the shares, as “personDaysPerYear” already counts without them.`,
        );
      }
    }
  }
};

/** Periods and dated names stand in order of time, each beginning later than the one before. */
export const periodOrder: Rule = function* (agenda) {
  for (const [t, team] of agenda.teams.entries()) {
    for (const [c, period] of team.capacity.entries()) {
      const before = team.capacity[c - 1];
      if (before === undefined || before.from < period.from) continue;
      yield fault(
        'periodOrder',
        ['teams', t, 'capacity', c, 'from'],
        `Die Kapazität des Teams „${team.id}“ ab ${germanDate(period.from)} steht hinter der ab ${germanDate(before.from)}; bitte nach Beginn ordnen, jeden Beginn nur einmal.`,
        `The capacity of team “${team.id}” from ${englishDate(period.from)} stands after that from ${englishDate(before.from)}; please order by begin, each begin only once.`,
      );
    }
  }
  for (const [u, unit] of agenda.units.entries()) {
    for (const [n, name] of unit.names.entries()) {
      const before = unit.names[n - 1];
      if (before === undefined || (name.from !== undefined && (before.from ?? '') < name.from)) continue;
      yield fault(
        'periodOrder',
        ['units', u, 'names', n, 'from'],
        `Der Name „${name.name}“ der Organisationseinheit „${unit.id}“ gilt nicht später als der Name davor; bitte „from“ angeben und nach Beginn ordnen.`,
        `The name “${name.name}” of unit “${unit.id}” does not hold later than the name before it; please give “from” and order by begin.`,
      );
    }
  }
};
