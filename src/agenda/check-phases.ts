import type { Agenda } from './agenda.ts';
import type { Rule } from './check-index.ts';
import { type Fault, type FaultPath, fault } from './fault.ts';
import type { DeliveryMode, Phase } from './project.ts';

interface Owner {
  id: string;
  modes: readonly DeliveryMode[];
  phases: readonly Phase[];
}

function* owners(agenda: Agenda): Iterable<{ path: FaultPath; owner: Owner }> {
  for (const [i, owner] of agenda.projects.entries()) yield { path: ['projects', i], owner };
  for (const [i, owner] of agenda.templates.entries()) yield { path: ['templates', i], owner };
}

/** What is planned needs at least one phase; a suggestion may still be without. */
export const missingPhases: Rule = function* (agenda) {
  for (const [i, project] of agenda.projects.entries()) {
    if (project.phases.length > 0 || !['planned', 'waiting', 'inProgress'].includes(project.status)) continue;
    yield fault(
      'phasesMissing',
      ['projects', i, 'phases'],
      `Das Projekt „${project.id}“ soll geplant werden, hat aber keine Phase und damit keine Dauer; bitte mindestens eine Phase mit Wochen und Aufwand eintragen.`,
      `Project “${project.id}” is to be planned but has no phase and so no duration; please enter at least one phase with weeks and effort.`,
    );
  }
};

export const phasesWithoutWork: Rule = function* (agenda) {
  for (const { path, owner } of owners(agenda)) {
    for (const [p, phase] of owner.phases.entries()) {
      if (Object.keys(phase.work).length > 0) continue;
      yield fault(
        'phaseWithoutWork',
        [...path, 'phases', p, 'work'],
        `Die Phase „${phase.id}“ von „${owner.id}“ hat auf keinem Umsetzungsweg eine Dauer; bitte unter „work“ Wochen und Aufwand eintragen oder die Phase streichen.`,
        `Phase “${phase.id}” of “${owner.id}” has no duration in any delivery mode; please enter weeks and effort under “work” or remove the phase.`,
      );
    }
  }
};

/** A delivery mode that skips every phase would finish the project in no time. */
export const modesWithoutWork: Rule = function* (agenda) {
  for (const { path, owner } of owners(agenda)) {
    if (owner.phases.length === 0) continue;
    const used = new Set(owner.phases.flatMap((phase) => Object.keys(phase.work)));
    for (const [m, mode] of owner.modes.entries()) {
      if (used.has(mode.id)) continue;
      yield fault(
        'modeWithoutWork',
        [...path, 'modes', m],
        `Der Umsetzungsweg „${mode.id}“ von „${owner.id}“ kommt in keiner Phase vor; bitte seine Arbeit eintragen oder ihn streichen.`,
        `Delivery mode “${mode.id}” of “${owner.id}” occurs in no phase; please enter its work or remove it.`,
      );
    }
  }
};

/** Offsets tie phases to the start of the project: all of them or none, and one must lie at the start. */
export const phaseOffsets: Rule = function* (agenda) {
  for (const { path, owner } of owners(agenda)) {
    const offsets = owner.phases.map((phase) => phase.offsetWeeks);
    const given = offsets.filter((offset) => offset !== undefined);
    if (given.length === 0) continue;
    if (given.length < offsets.length) yield mixedOffsets(path, owner, offsets.indexOf(undefined));
    else if (Math.min(...given) > 0) {
      yield fault(
        'offsetsWithoutStart',
        [...path, 'phases', 0, 'offsetWeeks'],
        `In „${owner.id}“ beginnt keine Phase mit dem Projekt (kleinster „offsetWeeks“ ist ${Math.min(...given)}); bitte von der ersten Phase an zählen, sie hat 0.`,
        `In “${owner.id}” no phase begins with the project (smallest “offsetWeeks” is ${Math.min(...given)}); please count from the first phase, which has 0.`,
      );
    }
  }
};

function mixedOffsets(path: FaultPath, owner: Owner, p: number): Fault {
  return fault(
    'mixedOffsets',
    [...path, 'phases', p, 'offsetWeeks'],
    `In „${owner.id}“ haben nur einige Phasen einen „offsetWeeks“, die Phase „${owner.phases[p]?.id}“ nicht; bitte bei allen Phasen angeben oder bei keiner.`,
    `In “${owner.id}” only some phases have an “offsetWeeks”, phase “${owner.phases[p]?.id}” does not; please give it for all phases or for none.`,
  );
}
