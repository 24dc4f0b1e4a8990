import type { Agenda, Project, Text } from '../agenda/index.ts';
import { applyChanges, inMode, smallerProject } from '../planning/index.ts';
import { withExclusions } from './exclusions.ts';
import type { Paper } from './paper.ts';

/** New projects that the paper's points were given, in the order of the points. */
export function candidatesOf(paper: Paper): Project[] {
  const ids = new Set(paper.pointDecisions.flatMap((decision) => (decision.candidate ? [decision.candidate] : [])));
  return [...ids].flatMap((id) => paper.candidates.find((candidate) => candidate.id === id) ?? []);
}

/**
 * What a paper's answer and statement are computed from when a person has chosen another way than the one asked for: the
 * new project with less in it or in one delivery mode, or the agenda with posts that are not granted yet. Without a
 * choice everything stays as it is.
 */
export function onBasis(agendaAlone: Agenda, paper: Paper): { agenda: Agenda; paper: Paper } {
  const agenda = withExclusions(agendaAlone, paper);
  const { basis } = paper;
  const [first] = candidatesOf(paper);
  if (!basis || !first) return { agenda, paper };
  if (basis.kind === 'posts') {
    const { posts } = basis.choice;
    return { agenda: posts ? applyChanges(agenda, [{ kind: 'posts', ...posts }]) : agenda, paper };
  }
  const changed = basis.kind === 'smaller' ? smallerProject(first, basis.choice) : inMode(first, basis.mode);
  const candidates = paper.candidates.map((one) => (one.id === first.id ? changed : one));
  return { agenda, paper: { ...paper, candidates } };
}

/** Whether the choice still fits the project: it names phases, modes and teams that are there, and leaves something to do. */
export function basisFault(agenda: Agenda, paper: Paper): Text | null {
  const { basis } = paper;
  const [project] = candidatesOf(paper);
  if (!basis) return null;
  if (!project) {
    return {
      de: 'Das Papier braucht kein neues Vorhaben; es gibt nichts zu wählen.',
      en: 'The paper needs no new project; there is nothing to choose.',
    };
  }
  const known = isKnown(agenda, project, basis);
  return known
    ? null
    : {
        de: 'Diese Alternative passt nicht mehr zum Vorhaben. Bitte die Alternativen neu berechnen.',
        en: 'This alternative no longer fits the project. Please have the alternatives computed again.',
      };
}

function isKnown(agenda: Agenda, project: Project, { kind, mode, choice }: NonNullable<Paper['basis']>): boolean {
  switch (kind) {
    case 'smaller':
      return smallerProject(project, choice).phases.length > 0;
    case 'partner':
      return project.modes.some((one) => one.id === mode);
    case 'posts':
      return agenda.teams.some((team) => team.id === choice.posts?.team);
  }
}
