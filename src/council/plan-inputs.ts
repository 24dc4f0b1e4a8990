import { type Agenda, isEnded, type Project } from '../agenda/index.ts';
import type { RecordRef } from './assessment.ts';
import { type Figure, figure } from './evidence.ts';
import { date } from './figures.ts';

/** What figures of a plan rest on. */

/** Field of a project that holds length, effort and cost. */
export const PHASES = 'phases';

/** True when some phase takes days of the team. */
export function hasEffort(project: Project, team: string): boolean {
  return project.phases.some((phase) => Object.values(phase.work).some((work) => (work.effortTenths[team] ?? 0) > 0));
}

/** Projects that are still planned. */
export function openProjects(agenda: Agenda): Project[] {
  return agenda.projects.filter((project) => !isEnded(project));
}

export function projectRefs(projects: readonly Project[]): RecordRef[] {
  return projects.map((project) => ({ kind: 'project', id: project.id, field: PHASES }));
}

/** End of the period in which need and capacity are compared. */
export function untilFigure(until: string, run: RecordRef): Figure {
  return figure({
    key: `until:${until}`,
    value: date(until),
    derivation: {
      de: 'Ende des Zeitraums, für den Bedarf und Kapazität verglichen werden',
      en: 'end of the period in which need and capacity are compared',
    },
    refs: [run],
  });
}
