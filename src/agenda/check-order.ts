import { addDays, firstWeekFrom, mondayOfWeek, type PlanWeeks } from './calendar.ts';
import { addTo, circles } from './check-cycles.ts';
import type { AgendaIndex, Rule } from './check-index.ts';
import { pinned } from './check-pins.ts';
import { longestWeeks, shortestWeeks } from './duration.ts';
import { englishDate, type Fault, type FaultPath, fault, germanDate } from './fault.ts';
import { type Dependency, isEnded, type Project } from './project.ts';

/** Earliest start and finish in weeks of the plan (finish exclusive), by release days and links alone. */
interface Earliest {
  start: number;
  finish: number;
}

/**
 * The forward pass of the critical path method, without regard to capacity: a pinned project that its links push
 * later than its pin is contradictory. Later projects are then computed from the pin, so that one slip is one fault.
 */
export const pinnedOrder: Rule = function* (agenda, index) {
  const predecessors = new Map(
    [...index.projects].map(([id, project]) => [id, project.dependencies.map((link) => link.predecessor)]),
  );
  if (circles(predecessors).length > 0) return;
  const weeks = { start: agenda.planStart };
  const place = new Map(agenda.projects.map((project, i) => [project.id, i]));
  const known = new Map<string, Earliest>();
  for (const project of inOrder(index, predecessors)) {
    const earliest = released(project, weeks);
    for (const [d, link] of project.dependencies.entries()) {
      const before = known.get(link.predecessor);
      if (before === undefined || isEnded(project)) continue;
      const start = startAfter(project, link, before);
      if (!pinned(project)) moveTo(earliest, start);
      else if (start > earliest.start) {
        const path = ['projects', place.get(project.id) ?? 0, 'dependencies', d];
        yield againstDependency(path, project, link, mondayOfWeek(weeks, start));
      }
      if (link.type.endsWith('Finish')) earliest.finish = Math.max(earliest.finish, event(link, before));
    }
    known.set(project.id, earliest);
  }
};

/** Earliest dates of a project by itself. */
function released(project: Project, weeks: PlanWeeks): Earliest {
  if (isEnded(project)) {
    const past = Number.NEGATIVE_INFINITY;
    const { finishedOn } = project;
    return { start: past, finish: finishedOn === undefined ? past : firstWeekFrom(weeks, addDays(finishedOn, 1)) };
  }
  const start = project.fixedStart ?? project.earliestStart ?? weeks.start;
  const week = pinned(project) ? firstWeekFrom(weeks, start) : Math.max(0, firstWeekFrom(weeks, start));
  return { start: week, finish: week + shortestWeeks(project) };
}

/** Week of the predecessor's event that a link waits for, lag included. */
function event(link: Dependency, before: Earliest): number {
  return (link.type.startsWith('start') ? before.start : before.finish) + link.lagWeeks;
}

/** Earliest start that one link leaves. A link to the finish binds the start only where nothing may wait in between. */
function startAfter(project: Project, link: Dependency, before: Earliest): number {
  const week = event(link, before);
  return link.type.endsWith('Start') ? week : week - longestWeeks(project);
}

function moveTo(earliest: Earliest, start: number): void {
  const weeks = Math.max(0, start - earliest.start);
  earliest.start += weeks;
  earliest.finish += weeks;
}

function againstDependency(path: FaultPath, project: Project, link: Dependency, day: string): Fault {
  const fixed = project.fixedStart ?? '';
  return fault(
    'fixedStartAgainstDependency',
    path,
    `Das Projekt „${project.id}“ beginnt fest am ${germanDate(fixed)}, wartet aber auf „${link.predecessor}“ und kann deshalb frühestens am ${germanDate(day)} beginnen; bitte den festen Beginn oder die Abhängigkeit ändern.`,
    `Project “${project.id}” has the fixed start ${englishDate(fixed)} but waits for “${link.predecessor}” and so can begin on ${englishDate(day)} at the earliest; please change the fixed start or the dependency.`,
  );
}

/** Projects in an order in which each comes after its predecessors; the graph has no circle. */
function* inOrder(index: AgendaIndex, predecessors: ReadonlyMap<string, readonly string[]>): Iterable<Project> {
  const waiting = new Map<string, number>();
  const successors = new Map<string, string[]>();
  for (const [id, before] of predecessors) {
    const known = new Set(before.filter((one) => index.projects.has(one)));
    waiting.set(id, known.size);
    for (const one of known) addTo(successors, one, id);
  }
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const project = index.projects.get(id);
    if (project) yield project;
    for (const next of successors.get(id) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
}
