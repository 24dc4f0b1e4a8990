import {
  type Agenda,
  englishDate,
  germanDate,
  isEnded,
  type PlanPin,
  type PlanVersion,
  weekday,
} from '../../agenda/index.ts';
import type { FieldError } from '../http/problems.ts';

const fault = (pointer: string, de: string, en: string): FieldError => ({ pointer, detail: { de, en } });

type Pin = Pick<PlanPin, 'project' | 'start' | 'mode'>;

/** Frozen months are left by no project and entered by none: somebody has said that they stay. */
function frozenFault(present: Pick<PlanVersion, 'phases' | 'frozenUntil'>, pin: Pin): FieldError | undefined {
  const until = present.frozenUntil;
  if (until === undefined) return undefined;
  const start = present.phases.flatMap((one) => (one.project === pin.project ? one.start : [])).toSorted()[0];
  const frozen = start !== undefined && start < until;
  if (frozen ? start === pin.start : pin.start >= until) return undefined;
  return fault(
    '/pin/start',
    `Der Plan ist bis ${germanDate(until)} eingefroren. ${frozen ? 'Was vorher beginnt, bleibt, wo es ist' : 'Dorthin wird nichts mehr gelegt'}; zum Ändern bitte unter „Pläne“ erst auftauen.`,
    `The plan is frozen until ${englishDate(until)}. ${frozen ? 'What starts before stays where it is' : 'Nothing is put there any more'}; to change it, please thaw it under “Plans” first.`,
  );
}

/** Why no plan can honour a pin, whatever else lies where; undefined if one may. */
export function pinFault(
  agenda: Agenda,
  present: Pick<PlanVersion, 'phases' | 'frozenUntil'>,
  pin: Pin,
): FieldError | undefined {
  const project = agenda.projects.find(({ id }) => id === pin.project);
  if (project === undefined || isEnded(project) || project.phases.length === 0) {
    return fault(
      '/pin/project',
      `Das Projekt „${pin.project}“ gibt es nicht, oder an ihm ist nichts mehr zu planen.`,
      `Project “${pin.project}” does not exist, or nothing of it is left to plan.`,
    );
  }
  if (project.fixedStart !== undefined) {
    return fault(
      '/pin/project',
      'Der Beginn dieses Projekts steht in seinem Steckbrief fest; bitte dort ändern.',
      'The start of this project is fixed in its fact sheet; please change it there.',
    );
  }
  if (weekday(pin.start) !== 1) {
    return fault('/pin/start', 'Ein Projekt beginnt an einem Montag.', 'A project starts on a Monday.');
  }
  if (pin.start < agenda.planStart) {
    return fault(
      '/pin/start',
      'Der Tag liegt vor dem Beginn der Planung.',
      'The day lies before the start of planning.',
    );
  }
  if (pin.mode !== undefined && !project.modes.some(({ id }) => id === pin.mode)) {
    return fault('/pin/mode', 'Diesen Umsetzungsweg hat das Projekt nicht.', 'The project has no such delivery mode.');
  }
  return frozenFault(present, pin);
}
