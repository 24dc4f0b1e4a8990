import type { Agenda, Project } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import { type AnswerFigures, answerFigures } from './answer-figures.ts';
import { candidatesOf, onBasis } from './basis.ts';
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
  /** The first new project as it is asked for, where a person has chosen a smaller one or another way. */
  asked: Project | null;
  /** Other new projects that the paper needs and that are not part of the figures. */
  otherCandidates: readonly Project[];
  figures: AnswerFigures | null;
  /** Projects of the plan in whose place the candidate comes. */
  replaced: readonly Project[];
  points: readonly PointState[];
  decision: VerdictDecision;
  ledger: Ledger;
}

export function createContext(
  agendaNow: Agenda,
  asked: Paper,
  others: readonly Paper[],
  answer: Answer | null,
  asOf: string,
): Context {
  const { agenda, paper } = onBasis(agendaNow, asked);
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
    asked: candidatesOf(asked)[0] ?? null,
    otherCandidates: candidates.filter((one) => one !== candidate),
    replaced: agenda.projects.filter(({ id }) => candidate !== null && answer?.replaced?.includes(id)),
    figures: candidate && answer ? answerFigures(agenda, candidate, answer, asOf) : null,
    points,
    decision,
    ledger: createLedger(),
  };
}
