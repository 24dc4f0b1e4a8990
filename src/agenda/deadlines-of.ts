import type { Agenda } from './agenda.ts';
import { isDuty } from './law.ts';
import type { Deadline, Project } from './project.ts';

/**
 * All days by which a project must be finished: its own, and for a mandatory project the day that the register names for
 * each duty it has to meet, a day that several norms share once. A day that the city set for itself does not make the
 * legal one go away.
 */
export function deadlinesOf({ obligations }: Agenda, project: Project, asOf: string): Deadline[] {
  if (project.commitmentClass !== 'mandatory') return project.deadlines;
  const named = new Set(project.deadlines.filter(({ kind }) => kind === 'statutory').map(({ on }) => on));
  const legal = obligations.flatMap((duty): Deadline[] => {
    const { id, deadline: on } = duty;
    if (on === undefined || named.has(on) || !project.obligations.includes(id) || !isDuty(duty, asOf)) return [];
    named.add(on);
    return [{ on, kind: 'statutory', obligation: id }];
  });
  return [...project.deadlines, ...legal];
}
