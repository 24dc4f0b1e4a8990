import { isOpenOn, type Paper } from '../../council/index.ts';
import type { ReportFacts } from './facts.ts';

/**
 * The facts as they stood on the day that the report states. A register goes on: what came in, was resolved or settled
 * later has not happened in a report of that day.
 */
export function asOfToday(facts: ReportFacts): ReportFacts {
  const { today } = facts;
  return {
    ...facts,
    papers: facts.papers.filter((one) => !isLater(one.receivedOn, today)).map((one) => paperOn(one, today)),
    resolutions: facts.resolutions.filter((one) => one.on <= today),
  };
}

const isLater = (on: string | undefined, today: string): boolean => on !== undefined && on > today;

function paperOn(paper: Paper, today: string): Paper {
  const { outcome, ...rest } = paper;
  const consultations = paper.consultations.map((one) => {
    const { result: _, resultNote: __, ...planned } = one;
    return isLater(one.on, today) ? planned : one;
  });
  const settled = outcome !== undefined && !(outcome.result !== 'open' && isOpenOn(paper, today));
  return { ...rest, consultations, ...(settled ? { outcome } : {}) };
}
