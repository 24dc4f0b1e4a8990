import { weekday } from './calendar.ts';
import type { Rule } from './check-index.ts';
import { englishDate, fault, germanDate } from './fault.ts';
import { isFrozen } from './plan.ts';

/** In a kept plan every phase lies once, from a Monday to a Friday. */
export const plannedPhases: Rule = function* (agenda) {
  for (const [i, plan] of agenda.plans.entries()) {
    const seen = new Set<string>();
    for (const [p, phase] of plan.phases.entries()) {
      const path = ['plans', i, 'phases', p];
      const key = `${phase.project} ${phase.phase}`;
      if (seen.has(key)) {
        yield fault(
          'planPhaseTwice',
          path,
          `Der Plan „${plan.id}“ enthält die Phase „${phase.phase}“ des Projekts „${phase.project}“ zweimal; bitte einen Eintrag streichen.`,
          `Plan “${plan.id}” holds phase “${phase.phase}” of project “${phase.project}” twice; please remove one entry.`,
        );
      }
      seen.add(key);
      if (weekday(phase.start) === 1 && weekday(phase.finish) === 5 && phase.start < phase.finish) continue;
      yield fault(
        'planPhaseDates',
        path,
        `Im Plan „${plan.id}“ reicht die Phase „${phase.phase}“ des Projekts „${phase.project}“ vom ${germanDate(phase.start)} bis ${germanDate(phase.finish)}; bitte einen Montag als Beginn und einen späteren Freitag als Ende eintragen.`,
        `In plan “${plan.id}” phase “${phase.phase}” of project “${phase.project}” reaches from ${englishDate(phase.start)} to ${englishDate(phase.finish)}; please enter a Monday as start and a later Friday as finish.`,
      );
    }
  }
};

/** A project is delivered in one mode, and only phases with work in it are planned. */
export const plannedModes: Rule = function* (agenda, index) {
  const known = new Set<string>();
  const worked = new Map<string, Set<string>>();
  for (const project of index.projects.values()) {
    for (const mode of project.modes) known.add(`${project.id} ${mode.id}`);
    for (const phase of project.phases) worked.set(`${project.id} ${phase.id}`, new Set(Object.keys(phase.work)));
  }
  for (const [i, plan] of agenda.plans.entries()) {
    if (isFrozen(plan)) continue;
    const chosen = new Map<string, string>();
    for (const [p, scheduled] of plan.phases.entries()) {
      const { project } = scheduled;
      if (!known.has(`${project} ${scheduled.mode}`)) continue;
      const first = chosen.get(project) ?? scheduled.mode;
      chosen.set(project, first);
      const skipped = worked.get(`${project} ${scheduled.phase}`)?.has(scheduled.mode) === false;
      if (first === scheduled.mode && !skipped) continue;
      const de = skipped ? `in dem die Phase „${scheduled.phase}“ entfällt` : `nach „${first}“ in früheren Phasen`;
      const en = skipped ? `in which phase “${scheduled.phase}” is skipped` : `after “${first}” in earlier phases`;
      yield fault(
        'planModes',
        ['plans', i, 'phases', p, 'mode'],
        `Der Plan „${plan.id}“ sieht für das Projekt „${project}“ den Umsetzungsweg „${scheduled.mode}“ vor, ${de}; bitte für alle Phasen einen Weg wählen, auf dem sie Arbeit haben.`,
        `Plan “${plan.id}” has delivery mode “${scheduled.mode}” for project “${project}”, ${en}; please choose for all phases one mode in which they have work.`,
      );
    }
  }
};
