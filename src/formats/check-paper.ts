import {
  type Agenda,
  type AgendaCollection,
  checkAgenda,
  englishDate,
  type Fault,
  type FaultPath,
  fault,
  germanDate,
  recordWords,
  unknownId,
} from '../agenda/index.ts';
import { type Paper, type Relation, withExclusions } from '../council/index.ts';

/** Wrong ids for which the one that was probably meant is looked for. */
const MOST_GUESSES = 20;

/** What is wrong within a paper itself: points and decisions that do not fit together. */
export function paperFaults(paper: Paper): Fault[] {
  return [...points(paper), ...consultations(paper), ...decisions(paper)];
}

function* points(paper: Paper): Iterable<Fault> {
  const versions = new Set<number>();
  for (const [v, version] of paper.versions.entries()) {
    const seen = new Set<string>();
    for (const [p, { number }] of version.points.entries()) {
      if (seen.has(number)) {
        yield fault(
          'pointTwice',
          ['versions', v, 'points', p, 'number'],
          `Fassung ${version.number} hat den Punkt „${number}“ zweimal; bitte die Punkte verschieden nummerieren.`,
          `Version ${version.number} has point “${number}” twice; please number the points differently.`,
        );
      }
      seen.add(number);
    }
    if (versions.has(version.number)) {
      yield fault(
        'pointTwice',
        ['versions', v, 'number'],
        `Die Fassung ${version.number} kommt zweimal vor; bitte die Fassungen verschieden nummerieren.`,
        `Version ${version.number} comes twice; please number the versions differently.`,
      );
    }
    versions.add(version.number);
  }
}

/** No body can deal with a paper before it has come in. */
function* consultations(paper: Paper): Iterable<Fault> {
  for (const [c, { body, on }] of paper.consultations.entries()) {
    if (on === undefined || paper.receivedOn === undefined || on >= paper.receivedOn) continue;
    yield fault(
      'consultationBeforeReceipt',
      ['consultations', c, 'on'],
      `Die Beratung am ${germanDate(on)} (${body}) liegt vor dem Eingang am ${germanDate(paper.receivedOn)}; bitte einen der beiden Tage berichtigen.`,
      `The consultation on ${englishDate(on)} (${body}) lies before the receipt on ${englishDate(paper.receivedOn)}; please correct one of the two days.`,
    );
  }
}

function* decisions(paper: Paper): Iterable<Fault> {
  const numbers = new Set(paper.versions.flatMap((version) => version.points.map((point) => point.number)));
  const candidates = new Set(paper.candidates.map((candidate) => candidate.id));
  const decided = new Set<string>();
  for (const [d, decision] of paper.pointDecisions.entries()) {
    const path = ['pointDecisions', d];
    if (!numbers.has(decision.point)) {
      yield fault(
        'unknownPoint',
        [...path, 'point'],
        `Entschieden ist über den Punkt „${decision.point}“, den keine Fassung der Vorlage hat; bitte die Nummer berichtigen.`,
        `There is a decision on point “${decision.point}”, which no version of the paper has; please correct the number.`,
      );
    }
    if (decided.has(decision.point)) {
      yield decidedTwice([...path, 'point'], `den Punkt „${decision.point}“`, `point “${decision.point}”`);
    }
    decided.add(decision.point);
    if (decision.candidate !== undefined && !candidates.has(decision.candidate)) {
      const word = { de: 'neues Projekt der Vorlage', en: "the paper's new project" };
      const guesses = d < MOST_GUESSES ? candidates : [];
      yield unknownId([...path, 'candidate'], decision.candidate, 'candidates', word, guesses);
    }
  }
  const checks = new Set<string>();
  for (const [c, { check }] of paper.checks.entries()) {
    if (checks.has(check)) yield decidedTwice(['checks', c, 'check'], `die Prüfung „${check}“`, `check “${check}”`);
    checks.add(check);
  }
}

function decidedTwice(path: FaultPath, de: string, en: string): Fault {
  return fault(
    'decidedTwice',
    path,
    `Über ${de} ist zweimal entschieden; bitte nur die geltende Entscheidung stehen lassen.`,
    `There are two decisions on ${en}; please keep only the one that holds.`,
  );
}

/** Where the id of a relation is looked up; papers refer to one another by number, known or not. */
const relationTargets: Record<Exclude<Relation['kind'], 'paper'>, AgendaCollection> = {
  project: 'projects',
  need: 'needs',
  obligation: 'obligations',
  strategy: 'strategies',
  commitment: 'commitments',
};

/**
 * What is wrong with a paper beside an agenda that is itself sound: ids that the agenda does not have, and new
 * projects that break its rules.
 */
export function paperFaultsBeside(agenda: Agenda, paper: Paper): Fault[] {
  return [...unknownRecords(agenda, paper), ...candidateFaults(agenda, paper)];
}

function* unknownRecords(agenda: Agenda, paper: Paper): Iterable<Fault> {
  const known = new Map<AgendaCollection, Set<string>>();
  let guesses = 0;
  for (const { path, id, target } of references(paper)) {
    const ids = known.get(target) ?? new Set(agenda[target].map((record): string => record.id));
    known.set(target, ids);
    if (id === undefined || ids.has(id)) continue;
    yield unknownId(path, id, target, recordWords[target], guesses++ < MOST_GUESSES ? ids : []);
  }
}

interface Reference {
  path: FaultPath;
  id: string | undefined;
  target: AgendaCollection;
}

/** Every id of an agenda's record that a paper names. */
function* references(paper: Paper): Iterable<Reference> {
  yield { path: ['responsible'], id: paper.responsible, target: 'units' };
  for (const [d, decision] of paper.pointDecisions.entries()) {
    yield { path: ['pointDecisions', d, 'belongsTo'], id: decision.belongsTo, target: 'strategies' };
    for (const [r, { kind, id }] of decision.relations.entries()) {
      if (kind === 'paper') continue;
      yield { path: ['pointDecisions', d, 'relations', r, 'id'], id, target: relationTargets[kind] };
    }
  }
  for (const { path, id } of sources(paper)) yield { path, id, target: 'sources' };
}

function* sources(paper: Paper): Iterable<{ path: FaultPath; id: string | undefined }> {
  for (const list of ['originators', 'consultations'] as const) {
    for (const [i, { source }] of paper[list].entries()) yield { path: [list, i, 'source'], id: source };
  }
  for (const part of ['answer', 'signatory', 'outcome'] as const) {
    yield { path: [part, 'source'], id: paper[part]?.source };
  }
  for (const [field, provenance] of Object.entries(paper.provenance ?? {})) {
    if (provenance.kind === 'sourced') yield { path: ['provenance', field, 'source'], id: provenance.source };
  }
}

/** The rules of the agenda, run with the paper's new projects in it. */
function candidateFaults(agenda: Agenda, paper: Paper): Fault[] {
  const added = withExclusions(agenda, paper);
  return checkAgenda({ ...added, projects: [...agenda.projects, ...paper.candidates] }).map((one) => {
    const [collection, position, ...rest] = one.path;
    if (typeof position !== 'number') return one;
    if (collection === 'alternatives') {
      const own = paper.alternatives?.findIndex(({ id }) => id === added.alternatives[position]?.id) ?? -1;
      return own < 0 ? one : { ...one, path: ['alternatives', own, ...rest] };
    }
    const own = position - agenda.projects.length;
    return collection !== 'projects' || own < 0 ? one : { ...one, path: ['candidates', own, ...rest] };
  });
}
