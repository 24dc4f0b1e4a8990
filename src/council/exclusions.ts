import { type Agenda, isEnded, isHeld, type Project } from '../agenda/index.ts';
import type { Paper } from './paper.ts';

/**
 * The agenda with what the paper's new projects exclude, as if it were in the agenda already: a plan then carries out the new project
 * or the others. What a resolution has brought into the agenda stands there and is not added again.
 */
export function withExclusions(agenda: Agenda, { alternatives = [] }: Pick<Paper, 'alternatives'>): Agenda {
  const known = new Set(agenda.alternatives.map(({ id }) => id));
  const added = alternatives.filter(({ id }) => !known.has(id));
  return added.length === 0 ? agenda : { ...agenda, alternatives: [...agenda.alternatives, ...added] };
}

/** What enters the agenda with a new project of the paper: its exclusions, as far as all projects that they name are in the agenda then. */
export function exclusionsOf(agenda: Agenda, { alternatives = [] }: Pick<Paper, 'alternatives'>, candidate: string) {
  const known = new Set([candidate, ...agenda.projects.map(({ id }) => id)]);
  const taken = new Set(agenda.alternatives.map(({ id }) => id));
  return alternatives.filter(
    ({ id, projects }) => projects.includes(candidate) && !taken.has(id) && projects.every((one) => known.has(one)),
  );
}

/** Projects that a new one can exclude: still open, no duty, and not up to another choice already. */
export function excludable({ projects, alternatives }: Agenda): Project[] {
  const chosen = new Set(alternatives.flatMap((one) => one.projects));
  return projects.filter(
    (one) => !isEnded(one) && !isHeld(one) && one.commitmentClass !== 'mandatory' && !chosen.has(one.id),
  );
}
