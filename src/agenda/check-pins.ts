import { fridayBeforeWeek, weekday } from './calendar.ts';
import type { Rule } from './check-index.ts';
import { shortestWeeks } from './duration.ts';
import { englishDate, fault, germanDate } from './fault.ts';
import { isEnded, type Project } from './project.ts';

/** True when a project that is still to be done has a start that nothing may move. */
export function pinned(project: Project): project is Project & { fixedStart: string } {
  return project.fixedStart !== undefined && !isEnded(project);
}

/** A pinned start must be a Monday of the plan, and not earlier than the project itself allows. */
export const pinnedStarts: Rule = function* (agenda) {
  for (const [i, project] of agenda.projects.entries()) {
    if (!pinned(project)) continue;
    const { id, fixedStart, earliestStart } = project;
    const path = ['projects', i, 'fixedStart'];
    const day = germanDate(fixedStart);
    if (weekday(fixedStart) !== 1) {
      yield fault(
        'fixedStartNotMonday',
        path,
        `Der feste Beginn ${day} des Projekts „${id}“ ist kein Montag; bitte den Montag der Woche eintragen.`,
        `The fixed start ${englishDate(fixedStart)} of project “${id}” is not a Monday; please enter the Monday of that week.`,
      );
    }
    if (fixedStart < agenda.planStart) {
      yield fault(
        'fixedStartInPast',
        path,
        `Der feste Beginn ${day} des Projekts „${id}“ liegt vor dem Planbeginn ${germanDate(agenda.planStart)}; bitte nur die Restarbeit eintragen und sie am Planbeginn anfangen lassen.`,
        `The fixed start ${englishDate(fixedStart)} of project “${id}” lies before the plan's start ${englishDate(agenda.planStart)}; please enter only the remaining work and let it begin at the plan's start.`,
      );
    }
    if (earliestStart !== undefined && fixedStart < earliestStart) {
      yield fault(
        'fixedStartTooEarly',
        path,
        `Der feste Beginn ${day} des Projekts „${id}“ liegt vor seinem frühesten Beginn ${germanDate(earliestStart)}; bitte einen der beiden Tage ändern.`,
        `The fixed start ${englishDate(fixedStart)} of project “${id}” lies before its earliest start ${englishDate(earliestStart)}; please change one of the two days.`,
      );
    }
  }
};

/** Pinned so late that even without any waiting a deadline is missed: one of the two is wrong. */
export const pinnedDeadlines: Rule = function* (agenda) {
  for (const [i, project] of agenda.projects.entries()) {
    if (!pinned(project) || project.phases.length === 0) continue;
    const finish = fridayBeforeWeek({ start: project.fixedStart }, shortestWeeks(project));
    for (const [d, deadline] of project.deadlines.entries()) {
      if (deadline.on < agenda.planStart || finish <= deadline.on) continue;
      yield fault(
        'fixedStartMissesDeadline',
        ['projects', i, 'deadlines', d, 'on'],
        `Das Projekt „${project.id}“ beginnt fest am ${germanDate(project.fixedStart)} und endet frühestens am ${germanDate(finish)}, nach seiner Frist ${germanDate(deadline.on)}; bitte Beginn, Dauer oder Frist ändern.`,
        `Project “${project.id}” has the fixed start ${englishDate(project.fixedStart)} and ends on ${englishDate(finish)} at the earliest, after its deadline ${englishDate(deadline.on)}; please change start, duration or deadline.`,
      );
    }
  }
};

/** A pinned project cannot wait for a prerequisite that comes later, or on no known day. */
export const pinnedPrerequisites: Rule = function* (agenda, index) {
  for (const [i, project] of agenda.projects.entries()) {
    if (!pinned(project)) continue;
    for (const [p, id] of project.prerequisites.entries()) {
      const prerequisite = index.prerequisites.get(id);
      const day = prerequisite?.metOn ?? prerequisite?.expectedOn;
      if (!prerequisite || (day !== undefined && day <= project.fixedStart)) continue;
      yield fault(
        'fixedStartAgainstPrerequisite',
        ['projects', i, 'prerequisites', p],
        `Das Projekt „${project.id}“ beginnt fest am ${germanDate(project.fixedStart)}, seine Voraussetzung „${id}“ ist aber ${day ? `erst am ${germanDate(day)}` : 'zu keinem bekannten Tag'} erfüllt; bitte Beginn oder Voraussetzung ändern.`,
        `Project “${project.id}” has the fixed start ${englishDate(project.fixedStart)}, but its prerequisite “${id}” is met ${day ? `only on ${englishDate(day)}` : 'on no known day'}; please change the start or the prerequisite.`,
      );
    }
  }
};
