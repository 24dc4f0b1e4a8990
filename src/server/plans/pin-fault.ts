import { type Agenda, isEnded, type PlanPin, weekday } from '../../agenda/index.ts';
import type { FieldError } from '../http/problems.ts';

const fault = (pointer: string, de: string, en: string): FieldError => ({ pointer, detail: { de, en } });

/** Why no plan can honour a pin, whatever else lies where; undefined if one may. */
export function pinFault(agenda: Agenda, pin: Pick<PlanPin, 'project' | 'start' | 'mode'>): FieldError | undefined {
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
  return undefined;
}
