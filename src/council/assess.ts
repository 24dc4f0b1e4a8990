import type { Agenda, Project } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import type { Assessment, PointResult } from './assessment.ts';
import { assumptionsOf, qualityOf } from './assumptions.ts';
import { candidatesOf, onBasis } from './basis.ts';
import { checkPaper } from './checks.ts';
import { type Context, createContext } from './context.ts';
import { dimensionsOf } from './dimensions.ts';
import { measureText } from './measures.ts';
import type { Paper } from './paper.ts';
import { reasonText } from './reasons.ts';
import { pointsOf } from './records.ts';
import { createSuggest } from './suggest.ts';
import { tradeOffText } from './trade-offs.ts';
import { headline, summary, verdictLabel } from './verdict-texts.ts';

export interface AssessOptions {
  /** The planner's answer for the paper's new project; null if it needs none or none was computed. */
  answer: Answer | null;
  /** Day of the examination; the plan's first Monday unless named. */
  asOf?: string;
}

/**
 * Answers a council paper from the agenda's records and the planner's figures. Pure: the same records give the same
 * answer, word for word. Persons' decisions come from the paper; what nobody decided is shown as open.
 */
export function assessPaper(
  agenda: Agenda,
  paper: Paper,
  otherPapers: readonly Paper[],
  options: AssessOptions,
): Assessment {
  const context = createContext(
    agenda,
    paper,
    otherPapers,
    options.answer,
    options.asOf ?? agenda.statusDate ?? agenda.planStart,
  );
  const { decision, candidate, figures, ledger } = context;
  const answer = figures?.answer ?? null;
  const { text, evidence } = ledger.settle({
    verdict: {
      value: decision.value,
      lookAgainOn: decision.lookAgainOn,
      label: verdictLabel(context),
      headline: headline(context),
      summary: summary(context),
      dimensions: dimensionsOf(context),
    },
    reasons: (answer?.reasons ?? []).map((reason, index) => reasonText(context, reason, index)),
    tradeOffTexts: (answer?.tradeOffs ?? []).map((one, index) => tradeOffText(context, one, index)),
    measureTexts: (answer?.measures ?? []).map((one, index) => measureText(context, one, index)),
    assumptions: assumptionsOf(context),
  });
  const neededCents = figures?.money?.cents.needed ?? null;
  return {
    format: 'fahrplan-answer',
    version: 1,
    paper: {
      id: paper.id,
      reference: paper.reference,
      kind: paper.kind,
      name: paper.name,
      originators: paper.originators,
    },
    city: { id: agenda.city.id, name: agenda.city.name },
    asOf: context.asOf,
    ...text,
    checks: checkPaper({ paper, others: otherPapers, city: agenda.city, asOf: context.asOf, neededCents }),
    points: pointResults(context),
    candidate: candidate ? { id: candidate.id, name: candidate.name } : null,
    answer,
    quality: qualityOf(context),
    evidence,
  };
}

function pointResults({ agenda, paper, others }: Context): PointResult[] {
  const suggest = createSuggest(agenda, paper, others);
  return pointsOf(paper).map((point) => {
    const decision = paper.pointDecisions.find((one) => one.point === point.number);
    return {
      number: point.number,
      text: point.text,
      scope: decision?.scope ?? null,
      belongsTo: decision?.belongsTo ?? null,
      relations: decision?.relations ?? [],
      candidate: decision?.candidate ?? null,
      decidedBy: decision?.by ?? null,
      suggestions: suggest(point),
    };
  });
}

/** The planner, as far as an assessment needs it. */
export type Ask = (agenda: Agenda, candidate: Project) => Answer;

/**
 * Asks the planner for each new project of the paper and assesses the paper with the answer that comes latest: all
 * of the paper's projects must be possible.
 */
export function assess(
  agenda: Agenda,
  paper: Paper,
  otherPapers: readonly Paper[],
  options: { ask: Ask; asOf?: string },
): Assessment {
  const basis = onBasis(agenda, paper);
  const answers = candidatesOf(basis.paper).map((candidate) => options.ask(basis.agenda, candidate));
  const answer = answers.reduce<Answer | null>((last, one) => (last === null || isLater(one, last) ? one : last), null);
  return assessPaper(agenda, paper, otherPapers, { ...options, answer });
}

/** A project without any start is later than each that has one. */
function isLater(one: Answer, other: Answer): boolean {
  if (one.kept === null) return other.kept !== null;
  return other.kept !== null && one.kept.start > other.kept.start;
}
