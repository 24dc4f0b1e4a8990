import { keptFacts, relaxedVariant } from './kept-reasons.ts';
import type { Relaxation } from './relaxations.ts';
import type { Run } from './run.ts';
import { sharePlans, type Variant } from './variant.ts';

/** Share of the search steps for a fact that is relaxed: enough to see whether the date moves. */
export const REASON_SHARE = 0.2;

/** Share for facts that are relaxed together because they are hardly to blame: one search for many. */
const TOGETHER_SHARE = 0.5;

/** What the kept date rests on, as far as relaxing it shows. */
export interface Facts {
  /** The question as it stands; earlier than before if a plan found here keeps everything. */
  first: Variant;
  facts: readonly Relaxation[];
  /** The answer with each fact relaxed alone, in the order of `facts`; null where it is among the harmless or the run was stopped. */
  relaxed: readonly (Variant | null)[];
  /** The answers with several facts relaxed. */
  together: readonly Variant[];
  /** Facts without effect even together with others: none of them binds alone, for what one of them allows, all of them allow. */
  harmless: ReadonlySet<Relaxation>;
}

/**
 * Relaxes the facts that may bind the kept date. The promises of the others and the fullest team are suspects and relaxed one by one.
 * The rest is relaxed together: if the date moves then, first the other teams together, then what is left; and only where it moves
 * again, each alone.
 */
export function relaxFacts(base: Variant, fullestTeam: string | null, run: Run): Facts {
  const { setting, kept } = base;
  const facts = kept !== null && kept.span.start > setting.askedWeek ? keptFacts(setting) : [];
  const likely = facts.filter(({ kind, team }) => kind !== 'deadlines' && (team === null || team !== fullestTeam));
  const harmless = new Set<Relaxation>();
  const together: Variant[] = [];
  let first = base;
  /** Whether relaxing all of the group moves the date; if not, all of it is harmless. */
  const moves = (group: readonly Relaxation[]): boolean => {
    const relaxed =
      group.length > 1 ? run.part(() => relaxedVariant(first, group, run.comparison(TOGETHER_SHARE))) : null;
    if (!relaxed) return true;
    const shared = sharePlans([first, relaxed], run.cancelled);
    first = shared[0] ?? first;
    together.push(shared[1] ?? relaxed);
    if (endOf(shared[1]) < endOf(first)) return true;
    for (const fact of group) harmless.add(fact);
    return false;
  };
  const [teams, rest] = [likely.filter(({ team }) => team !== null), likely.filter(({ team }) => team === null)];
  if (moves(likely) && teams.length > 0 && rest.length > 0) {
    moves(teams);
    moves(rest);
  }
  const alone = (fact: Relaxation) => run.part(() => relaxedVariant(first, [fact], run.comparison(REASON_SHARE)));
  return { first, facts, relaxed: facts.map((fact) => (harmless.has(fact) ? null : alone(fact))), together, harmless };
}

function endOf(variant: Variant | undefined): number {
  return variant?.kept?.span.end ?? Number.POSITIVE_INFINITY;
}
