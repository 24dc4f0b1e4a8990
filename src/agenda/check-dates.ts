import type { Agenda } from './agenda.ts';
import { weekday } from './calendar.ts';
import type { Rule } from './check-index.ts';
import { englishDate, type FaultPath, fault, germanDate } from './fault.ts';
import { isEnded } from './project.ts';

/** Weeks are counted from `planStart`; they begin on Mondays. */
export const planStartMonday: Rule = function* ({ planStart }) {
  if (weekday(planStart) === 1) return;
  yield fault(
    'planStartNotMonday',
    ['planStart'],
    `Der Planbeginn ${germanDate(planStart)} ist kein Montag; bitte den Montag der ersten Planwoche eintragen.`,
    `The plan's start ${englishDate(planStart)} is not a Monday; please enter the Monday of the first week of the plan.`,
  );
};

/** A deadline that has passed before the plan begins cannot be planned for; the overdue duty stays with the obligation. */
export const pastDeadlines: Rule = function* (agenda, index) {
  for (const [i, project] of agenda.projects.entries()) {
    if (isEnded(project)) continue;
    const stage = index.stages.get(index.actionFields.get(project.actionField)?.stage ?? '');
    for (const [d, deadline] of project.deadlines.entries()) {
      const path = ['projects', i, 'deadlines', d, 'on'];
      const day = germanDate(deadline.on);
      if (deadline.on < agenda.planStart) {
        yield fault(
          'deadlineBeforePlanStart',
          path,
          `Die Frist ${day} des Projekts „${project.id}“ liegt vor dem Planbeginn ${germanDate(agenda.planStart)}; bitte den Tag eintragen, bis zu dem es jetzt fertig werden soll.`,
          `The deadline ${englishDate(deadline.on)} of project “${project.id}” lies before the plan's start ${englishDate(agenda.planStart)}; please enter the day by which it is to be finished now.`,
        );
      } else if (stage?.from !== undefined && deadline.on < stage.from) {
        yield fault(
          'deadlineBeforeStage',
          path,
          `Die Frist ${day} des Projekts „${project.id}“ liegt vor dem Beginn seiner Stufe „${stage.id}“ am ${germanDate(stage.from)}; bitte die Frist oder die Stufe ändern.`,
          `The deadline ${englishDate(deadline.on)} of project “${project.id}” lies before the begin of its stage “${stage.id}” on ${englishDate(stage.from)}; please change the deadline or the stage.`,
        );
      } else if (project.earliestStart !== undefined && deadline.on < project.earliestStart) {
        yield fault(
          'deadlineBeforeStart',
          path,
          `Die Frist ${day} des Projekts „${project.id}“ liegt vor seinem frühesten Beginn ${germanDate(project.earliestStart)}; bitte einen der beiden Tage ändern.`,
          `The deadline ${englishDate(deadline.on)} of project “${project.id}” lies before its earliest start ${englishDate(project.earliestStart)}; please change one of the two days.`,
        );
      }
    }
  }
};

/** Stages follow one another in list order, so their first days do too. */
export const stageOrder: Rule = function* (agenda) {
  let before: { id: string; from: string } | undefined;
  for (const [i, { id, from }] of agenda.stages.entries()) {
    if (from === undefined) continue;
    if (before !== undefined && from <= before.from) {
      yield fault(
        'stageOrder',
        ['stages', i, 'from'],
        `Die Stufe „${id}“ beginnt am ${germanDate(from)} und damit nicht nach der Stufe „${before.id}“ davor (${germanDate(before.from)}); bitte Reihenfolge oder Beginn ändern.`,
        `Stage “${id}” begins on ${englishDate(from)} and so not after stage “${before.id}” before it (${englishDate(before.from)}); please change the order or a begin.`,
      );
    }
    before = { id, from };
  }
};

/** What counts as finished has a day where others wait for it, and only ended projects have one. */
export const finishDays: Rule = function* (agenda) {
  const awaited = new Set(
    agenda.projects.filter((one) => !isEnded(one)).flatMap((one) => one.dependencies.map((link) => link.predecessor)),
  );
  for (const [i, project] of agenda.projects.entries()) {
    const path = ['projects', i, 'finishedOn'];
    if (project.status === 'succeeded' && project.finishedOn === undefined && awaited.has(project.id)) {
      yield fault(
        'finishMissing',
        path,
        `Das Projekt „${project.id}“ ist abgeschlossen und andere warten darauf, aber der Tag fehlt; bitte „finishedOn“ eintragen.`,
        `Project “${project.id}” is finished and others wait for it, but the day is missing; please enter “finishedOn”.`,
      );
    }
    if (project.finishedOn === undefined) continue;
    if (!isEnded(project)) {
      yield fault(
        'finishContradiction',
        path,
        `Das Projekt „${project.id}“ hat mit „finishedOn“ ein Ende, sein Status ist aber „${project.status}“; bitte den Status ändern oder den Tag streichen.`,
        `Project “${project.id}” has an end in “finishedOn”, but its status is “${project.status}”; please change the status or remove the day.`,
      );
    } else if (project.fixedStart !== undefined && project.finishedOn < project.fixedStart) {
      yield fault(
        'finishContradiction',
        path,
        `Das Projekt „${project.id}“ endet am ${germanDate(project.finishedOn)} vor seinem Beginn ${germanDate(project.fixedStart)}; bitte einen der beiden Tage ändern.`,
        `Project “${project.id}” ends on ${englishDate(project.finishedOn)} before its start ${englishDate(project.fixedStart)}; please change one of the two days.`,
      );
    }
  }
};

/** Waiting for a project that was given up would last for ever; the same link twice is a slip. */
export const dependencyTargets: Rule = function* (agenda, index) {
  for (const [i, project] of agenda.projects.entries()) {
    const seen = new Set<string>();
    for (const [d, link] of project.dependencies.entries()) {
      const path = ['projects', i, 'dependencies', d];
      const key = `${link.type} ${link.predecessor}`;
      if (seen.has(key)) {
        yield fault(
          'duplicateDependency',
          path,
          `Das Projekt „${project.id}“ nennt die Abhängigkeit von „${link.predecessor}“ (${link.type}) zweimal; bitte eine davon streichen.`,
          `Project “${project.id}” names the dependency on “${link.predecessor}” (${link.type}) twice; please remove one of them.`,
        );
      }
      seen.add(key);
      const predecessor = index.projects.get(link.predecessor);
      if (isEnded(project) || !predecessor || !['failed', 'rejected', 'stopped'].includes(predecessor.status)) continue;
      yield fault(
        'dependencyOnAbandoned',
        [...path, 'predecessor'],
        `Das Projekt „${project.id}“ wartet auf „${predecessor.id}“, das mit Status „${predecessor.status}“ nie fertig wird; bitte die Abhängigkeit streichen oder ersetzen.`,
        `Project “${project.id}” waits for “${predecessor.id}”, which with status “${predecessor.status}” will never be finished; please remove or replace the dependency.`,
      );
    }
  }
};

/** A plan looks ahead one working life; a day beyond is a slip (2919 for 2019), and would make every chart endless. */
const HORIZON_YEARS = 30;

/** Days from which or until which is planned lie within the horizon. */
export const horizon: Rule = function* (agenda) {
  const last = `${Number(agenda.planStart.slice(0, 4)) + HORIZON_YEARS}${agenda.planStart.slice(4)}`;
  for (const { path, on } of plannedDays(agenda)) {
    if (on === undefined || on <= last) continue;
    yield fault(
      'dateBeyondHorizon',
      path,
      `Der Tag ${germanDate(on)} liegt mehr als ${HORIZON_YEARS} Jahre nach dem Planbeginn ${germanDate(agenda.planStart)}; bitte das Jahr prüfen.`,
      `The day ${englishDate(on)} lies more than ${HORIZON_YEARS} years after the plan's start ${englishDate(agenda.planStart)}; please check the year.`,
    );
  }
};

function* plannedDays(agenda: Agenda): Iterable<{ path: FaultPath; on: string | undefined }> {
  for (const [i, { earliestStart, fixedStart, droppable, deadlines }] of agenda.projects.entries()) {
    yield { path: ['projects', i, 'earliestStart'], on: earliestStart };
    yield { path: ['projects', i, 'fixedStart'], on: fixedStart };
    yield { path: ['projects', i, 'droppable', 'latestFinish'], on: droppable?.latestFinish };
    for (const [d, { on }] of deadlines.entries()) yield { path: ['projects', i, 'deadlines', d, 'on'], on };
  }
  for (const [i, { expectedOn }] of agenda.prerequisites.entries()) {
    yield { path: ['prerequisites', i, 'expectedOn'], on: expectedOn };
  }
  for (const [i, { from }] of agenda.stages.entries()) yield { path: ['stages', i, 'from'], on: from };
}
