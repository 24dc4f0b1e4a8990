import { type Decision, decide, makeProblem, type ProblemInput, type Refutation } from '../../solver/index.ts';
import { quickXplain } from './quick-xplain.ts';
import { type Demanded, type Fact, factsOf, factsWithin, problemOf } from './why-not-facts.ts';

/** Phases times dead ends in all attempts together, some seconds of work; what is still open then stays open. */
const EFFORT = 450_000;
/** With so many phases a dead end takes twice as long as in proportion: what is learned from it is longer. */
const WIDE = 500;
/** What an attempt costs beside its dead ends, in dead ends. */
const SETTING_UP = 20;
/** Share of the effort for one attempt, so that some is left for shrinking. */
const SHARE = 0.5;
/** Steps of the search for prices where the complete search leaves the question open. */
const STEPS = 60;

export interface Conflict {
  readonly facts: readonly Fact[];
  readonly by: Refutation;
  /** Each fact was taken away once, and what remained had a plan. */
  readonly verified: boolean;
}

/** Decides for sets of facts whether they have a plan, and remembers it. */
export class Decisions {
  readonly demanded: Demanded;
  count = 0;
  private left = EFFORT;
  private readonly cancelled: (() => boolean) | undefined;
  private readonly known = new Map<string, Decision>();

  constructor(demanded: Demanded, cancelled: (() => boolean) | undefined) {
    this.demanded = demanded;
    this.cancelled = cancelled;
  }

  decide(facts: readonly Fact[]): Decision {
    const key = keyOf(facts);
    const known = this.known.get(key);
    if (known) return known;
    this.count++;
    const decision = this.search(() => problemOf(this.demanded, facts).input, STEPS);
    this.known.set(key, decision);
    return decision;
  }

  /** Those of the facts that the proof against them rests on. */
  within(facts: readonly Fact[]): Fact[] {
    return factsWithin(this.demanded, facts, problemOf(this.demanded, facts), this.decide(facts));
  }

  /** Decides one problem with a share of what is left of the effort; without steps for prices where a plan is hoped for. */
  search(inputOf: () => ProblemInput, steps: number): Decision {
    if (this.left <= 0 || this.cancelled?.()) return { answer: 'open', conflicts: 0 };
    const problem = makeProblem(inputOf());
    const size = Math.max(1, problem.activities.length);
    const price = size * (1 + size / WIDE);
    const conflicts = Math.max(1, Math.floor((SHARE * this.left) / price));
    const stop = this.cancelled ? { cancelled: this.cancelled } : {};
    const decision = decide(problem, { conflicts, steps, ...stop });
    this.left -= price * (SETTING_UP + decision.conflicts);
    return decision;
  }
}

const keyOf = (facts: readonly Fact[]): string =>
  facts
    .map(({ kind, id }) => `${kind} ${id}`)
    .sort()
    .join('\n');

/** Fewer promises, where all of them are too many to search: those due no later than the deadline, and no other ones at all. */
function narrowed({ promised, due }: Demanded, facts: readonly Fact[]): Fact[][] {
  const until = (week: number) =>
    facts.filter(({ kind, id }) => kind !== 'deadlines' || (promised.get(id) ?? 0) <= week);
  return [until(due), until(-1)];
}

/** A smallest set of facts that contradict the deadline, or null if none is proven. */
export function smallestConflict(decisions: Decisions): Conflict | null {
  const contradict = (facts: readonly Fact[]) => decisions.decide(facts).answer === 'none';
  const all = factsOf(decisions.demanded);
  let facts = [all, ...narrowed(decisions.demanded, all)].find(contradict);
  if (!facts) return null;
  // What a proof rests on is soon a small part of everything, and of that only the rest has to be tried.
  for (let smaller = decisions.within(facts); smaller.length < facts.length && contradict(smaller); ) {
    facts = smaller;
    smaller = decisions.within(facts);
  }
  const smallest = quickXplain(facts, contradict) ?? facts;
  const decision = decisions.decide(smallest);
  const without = (fact: Fact) => decisions.decide(smallest.filter((one) => one !== fact));
  return {
    facts: smallest,
    by: decision.answer === 'none' ? decision.by : 'search',
    verified: smallest.every((fact) => without(fact).answer === 'plan'),
  };
}
