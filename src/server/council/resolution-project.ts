import type { Agenda, Project } from '../../agenda/index.ts';
import { candidateFrom, type Paper, type Resolution } from '../../council/index.ts';
import { Problem } from '../http/problems.ts';

/** What a person chose to make a project of: the candidate of the paper, or a template of the agenda. */
export type ProjectChoice = { candidate: string } | { template: string; actionField: string };

/**
 * The project that carries a resolution out, as it enters the agenda: decided by the council, planned, and with the
 * resolution's deadline as a promised one. Throws {@link Problem} if the choice names nothing.
 */
export function projectOfResolution(
  agenda: Agenda,
  resolution: Resolution,
  paper: Paper | undefined,
  choice: ProjectChoice,
): Project {
  const project = chosen(agenda, resolution, paper, choice);
  const { dueOn, reference } = resolution;
  const deadline = dueOn ? [{ on: dueOn, kind: 'promised' as const, paper: reference }] : [];
  return {
    ...project,
    commitmentClass: 'decided',
    status: 'planned',
    papers: [...new Set([...project.papers, reference])],
    deadlines: [...project.deadlines, ...deadline],
    ...(resolution.responsible ? { leadUnit: resolution.responsible } : {}),
  };
}

function chosen(agenda: Agenda, resolution: Resolution, paper: Paper | undefined, choice: ProjectChoice): Project {
  if ('candidate' in choice) {
    const candidate = paper?.candidates.find((one) => one.id === choice.candidate);
    if (candidate === undefined) refuse('/candidate');
    return candidate;
  }
  const template = agenda.templates.find((one) => one.id === choice.template);
  if (template === undefined) refuse('/template');
  const takenIds = agenda.projects.map((one) => one.id);
  return candidateFrom(template, resolution, { actionField: choice.actionField, takenIds });
}

function refuse(pointer: string): never {
  const detail = { de: 'Diesen Eintrag gibt es nicht (mehr).', en: 'There is no such entry (any more).' };
  throw new Problem('invalid-request', { errors: [{ pointer, detail }] });
}
