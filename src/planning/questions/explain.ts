import type { Agenda, Project } from '../../agenda/index.ts';
import type { Reason } from '../answer.ts';
import type { Relaxation } from './relaxations.ts';

/** At most so many facts are shown. */
export const MOST_REASONS = 5;

export interface Explanation {
  reasons: Reason[];
  /** Tested alone and without effect. */
  notBinding: Reason[];
}

/** The agenda and candidate in which none of these facts holds. */
export function relaxAll(
  agenda: Agenda,
  candidate: Project,
  facts: readonly Relaxation[],
): { agenda: Agenda; candidate: Project } {
  return facts.reduce((given, fact) => fact.relax(given.agenda, given.candidate), { agenda, candidate });
}

/**
 * Which facts bind a date. Each fact is relaxed alone; if the date then moves, the fact binds and the gain says how
 * far. If no fact moves it alone, all are relaxed, and the set is shrunk by deletion to facts of which none can be
 * left out (Junker, QUICKXPLAIN, AAAI 2004, in its plain deletion form).
 *
 * @param start start week as it stands
 * @param alone start week with each fact relaxed alone, in the order of `facts`; null if there is none
 * @param startOf start week with a set of facts relaxed
 */
export function explainDate(
  facts: readonly Relaxation[],
  start: number,
  alone: readonly (number | null)[],
  startOf: (facts: readonly Relaxation[]) => number | null,
): Explanation {
  const gain = (week: number | null | undefined): number => (week == null ? 0 : Math.max(0, start - week));
  const gains = facts.map((fact, i) => ({ fact, gain: gain(alone[i]) }));
  const binding = gains.filter((entry) => entry.gain > 0).toSorted((a, b) => b.gain - a.gain);
  if (binding.length > 0) {
    return {
      reasons: binding.slice(0, MOST_REASONS).map((entry) => reasonOf(entry.fact, entry.gain, false)),
      notBinding: gains.filter((entry) => entry.gain === 0).map(({ fact }) => reasonOf(fact, 0, false)),
    };
  }
  return explainTogether(facts, (set) => gain(startOf(set)));
}

function explainTogether(facts: readonly Relaxation[], gainOf: (set: readonly Relaxation[]) => number): Explanation {
  if (facts.length === 0 || gainOf(facts) === 0) {
    return { reasons: [], notBinding: facts.map((fact) => reasonOf(fact, 0, false)) };
  }
  let set = [...facts];
  for (const fact of facts) {
    const fewer = set.filter((other) => other !== fact);
    if (gainOf(fewer) > 0) set = fewer;
  }
  const gain = gainOf(set);
  return {
    reasons: set.slice(0, MOST_REASONS).map((fact) => reasonOf(fact, gain, true)),
    notBinding: facts.filter((fact) => !set.includes(fact)).map((fact) => reasonOf(fact, 0, false)),
  };
}

function reasonOf(fact: Relaxation, gainWeeks: number, together: boolean): Reason {
  return {
    kind: fact.kind,
    team: fact.team,
    budgetLine: fact.budgetLine,
    projects: [...fact.projects],
    from: null,
    until: null,
    loadPercentMin: null,
    loadPercentMax: null,
    gainWeeks,
    together,
  };
}
