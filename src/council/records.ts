import type { Agenda, Project, Team } from '../agenda/index.ts';
import type { Paper, PaperPoint, Relation } from './paper.ts';

/** Records by id, and the names under which texts speak of them. */

export function teamName(team: Team): string {
  return team.shortName ?? team.id;
}

/** `Programm- und Projektleitung (PM)`, or the name alone if it is short. */
export function teamFullName(team: Team): string {
  const short = teamName(team);
  return short === team.name ? short : `${team.name} (${short})`;
}

/** `Einwohner, Personenstand (O1)`: short, and clear in a list although names hold commas. */
export function projectName(project: Project): string {
  return `${project.shortName ?? project.name} (${project.id})`;
}

/** Projects by id, those of the paper included, in the order of the ids; unknown ids are left out. */
export function projectsOf(agenda: Agenda, paper: Paper, ids: readonly string[]): Project[] {
  return ids.flatMap((id) => {
    const found = agenda.projects.find((one) => one.id === id) ?? paper.candidates.find((one) => one.id === id);
    return found ? [found] : [];
  });
}

/** The state of the text that counts: the last version of the movers. */
export function currentVersion(paper: Paper): Paper['versions'][number] {
  return paper.versions.reduce((last, version) => (version.number > last.number ? version : last));
}

export function pointsOf(paper: Paper): readonly PaperPoint[] {
  return currentVersion(paper).points;
}

/** `RA-43/2020`, `RA 043/2020` and `ra043-2020` are the same paper: leading zeros and what stands between do not count. */
function referenceKey(reference: string): string {
  const parts = reference.toUpperCase().match(/\p{L}+|\d+/gu) ?? [reference];
  return parts.map((part) => part.replace(/^0+(?=\d)/, '')).join('/');
}

/** The paper that is meant by a number, whatever its spelling. */
export function paperByReference(papers: readonly Paper[], reference: string): Paper | undefined {
  const key = referenceKey(reference);
  return papers.find((paper) => [paper.reference, ...paper.spellings].some((one) => referenceKey(one) === key));
}

/** Papers linked to `paper`, with the relation; those that are not on record come with `paper: undefined`. */
export function relatedPapers(
  paper: Paper,
  others: readonly Paper[],
): {
  reference: string;
  relation: Paper['related'][number]['relation'];
  note?: string | undefined;
  paper: Paper | undefined;
}[] {
  return paper.related.map((one) => ({ ...one, paper: paperByReference(others, one.reference) }));
}

/** Title of a related record as lists show it: `O1 Einwohner- und Personenstandswesen`. */
export function titleOf(agenda: Agenda, others: readonly Paper[], relation: Relation): string {
  const { id } = relation;
  switch (relation.kind) {
    case 'project': {
      const project = agenda.projects.find((one) => one.id === id);
      return project ? `${id} ${project.name}` : id;
    }
    case 'need':
      return agenda.needs.find((one) => one.id === id)?.name ?? id;
    case 'obligation': {
      const obligation = agenda.obligations.find((one) => one.id === id);
      return obligation ? `${obligation.law} ${obligation.paragraph}: ${obligation.name}` : id;
    }
    case 'strategy':
      return agenda.strategies.find((one) => one.id === id)?.name ?? id;
    case 'commitment':
      return agenda.commitments.find((one) => one.id === id)?.text ?? id;
    case 'paper': {
      const paper = others.find((one) => one.id === id) ?? paperByReference(others, id);
      return paper ? `${paper.reference} ${paper.name}` : id;
    }
  }
}
