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

/**
 * Which facts bind a date. Each fact is relaxed alone; if the date then moves, the fact binds and the gain says how
 * far. If no fact moves it alone, all are relaxed, and the set is shrunk by deletion to facts of which none can be
 * left out (Junker, QUICKXPLAIN, AAAI 2004, in its plain deletion form).
 *
 * @param startOf start week in a relaxed agenda, null if there is none
 * @param start start week as it stands
 */
export function explainDate(
  agenda: Agenda,
  candidate: Project,
  relaxations: readonly Relaxation[],
  start: number,
  startOf: (agenda: Agenda, candidate: Project) => number | null,
): Explanation {
  const gainOf = (set: readonly Relaxation[]): number => {
    const relaxed = set.reduce((given, fact) => fact.relax(given.agenda, given.candidate), { agenda, candidate });
    const week = startOf(relaxed.agenda, relaxed.candidate);
    return week === null ? 0 : Math.max(0, start - week);
  };
  const alone = relaxations.map((fact) => ({ fact, gain: gainOf([fact]) }));
  const binding = alone.filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain);
  if (binding.length > 0) {
    return {
      reasons: binding.slice(0, MOST_REASONS).map(({ fact, gain }) => reasonOf(fact, gain, false)),
      notBinding: alone.filter(({ gain }) => gain === 0).map(({ fact }) => reasonOf(fact, 0, false)),
    };
  }
  return explainTogether(relaxations, gainOf);
}

function explainTogether(
  relaxations: readonly Relaxation[],
  gainOf: (set: readonly Relaxation[]) => number,
): Explanation {
  if (relaxations.length === 0 || gainOf(relaxations) === 0) {
    return { reasons: [], notBinding: relaxations.map((fact) => reasonOf(fact, 0, false)) };
  }
  let set = [...relaxations];
  for (const fact of relaxations) {
    const fewer = set.filter((other) => other !== fact);
    if (gainOf(fewer) > 0) set = fewer;
  }
  const gain = gainOf(set);
  return {
    reasons: set.slice(0, MOST_REASONS).map((fact) => reasonOf(fact, gain, true)),
    notBinding: relaxations.filter((fact) => !set.includes(fact)).map((fact) => reasonOf(fact, 0, false)),
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
