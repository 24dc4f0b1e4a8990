import type { Agenda, Project } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import { type AnswerFigures, answerFigures } from './answer-figures.ts';
import { createLedger, type Ledger } from './evidence.ts';
import type { Paper } from './paper.ts';
import { pointsOf } from './records.ts';
import { decideVerdict, type PointState, pointState, type VerdictDecision } from './verdict.ts';

/** Everything a sentence about a paper may draw on. */
export interface Context {
  agenda: Agenda;
  paper: Paper;
  others: readonly Paper[];
  /** Day of the examination; nothing later is known. */
  asOf: string;
  candidate: Project | null;
  /** Other new projects that the paper needs and that are not part of the figures. */
  otherCandidates: readonly Project[];
  figures: AnswerFigures | null;
  /** Projects of the plan in whose place the candidate comes. */
  replaced: readonly Project[];
  points: readonly PointState[];
  decision: VerdictDecision;
  ledger: Ledger;
}

/** New projects that the paper's points were given, in the order of the points. */
export function candidatesOf(paper: Paper): Project[] {
  const ids = new Set(paper.pointDecisions.flatMap((decision) => (decision.candidate ? [decision.candidate] : [])));
  return [...ids].flatMap((id) => paper.candidates.find((candidate) => candidate.id === id) ?? []);
}

export function createContext(
  agenda: Agenda,
  paper: Paper,
  others: readonly Paper[],
  answer: Answer | null,
  asOf: string,
): Context {
  const candidates = candidatesOf(paper);
  const candidate = candidates.find((one) => one.id === answer?.candidate) ?? candidates[0] ?? null;
  const points = pointsOf(paper).map((point) =>
    pointState(
      paper.pointDecisions.find((decision) => decision.point === point.number),
      agenda.projects,
    ),
  );
  const decision = decideVerdict({
    kind: paper.kind,
    checks: paper.checks,
    points,
    answered: paper.kind === 'councilInquiry' && paper.answer !== undefined,
    needsProject: candidate !== null,
    answer: candidate ? answer : null,
  });
  return {
    agenda,
    paper,
    others,
    asOf,
    candidate,
    otherCandidates: candidates.filter((one) => one !== candidate),
    replaced: agenda.projects.filter(({ id }) => candidate !== null && answer?.replaced?.includes(id)),
    figures: candidate && answer ? answerFigures(agenda, candidate, answer, asOf) : null,
    points,
    decision,
    ledger: createLedger(),
  };
}
