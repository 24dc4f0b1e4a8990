import { type Agenda, fridayBeforeWeek, type PlanVersion } from '../../agenda/index.ts';
import { makeProblem, type Plan, type Refutation, refute } from '../../solver/index.ts';
import { isProtected, promisesOf } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { spanOf, toPlan } from '../translation/schedule.ts';
import { type Translation, translate } from '../translation/translate.ts';
import { chosenAgenda } from './chosen.ts';
import { extraCapacity } from './extra-capacity.ts';
import { insertFrozen } from './insertion.ts';
import type { WhyNot, WhyNotFact, WhyNotRepair } from './question-schemas.ts';
import { quickXplain } from './quick-xplain.ts';
import { type Demanded, type Fact, factsOf, problemOf } from './why-not-facts.ts';

export interface WhyNotOptions {
  /** The project to explain; without it the one that misses its deadline worst, statutory deadlines first. */
  project?: string;
  cancelled?: () => boolean;
}

/**
 * Phases in all attempts to prove a contradiction together, some seconds of work; after them a conflict is shown as it is, perhaps with a
 * fact too many.
 */
const EFFORT = 4000;
/** Steps of the search for prices of each, and dead ends of the complete search where problems are small. */
const STEPS = 60;
const CONFLICTS = 200;
const SMALL = 150;
/** At most so many projects are tried for making room. */
const MOST_WITHDRAWN = 12;
const MOST_REPAIRS = 5;

/**
 * "Why is this impossible?" for a deadline that the plan misses: a smallest set of facts that contradict it while the others keep the promises
 * that the plan keeps, and the cheapest ways out. Every contradiction was proven with a check; where none could be, the set is null, and
 * all that is known is that no plan was found. The ways out are sufficient by construction: nothing else of the plan moves.
 */
export function whyNot(agenda: Agenda, version: PlanVersion, { project: id, cancelled }: WhyNotOptions = {}): WhyNot {
  const translation = translate(chosenAgenda(agenda, version));
  const plan = toPlan(translation, version);
  const missed = missedDeadlines(translation, plan);
  const asked = id === undefined ? missed[0] : missed.find((one) => one.project.project.id === id);
  const rows = missed.map(({ project, week: _, ...row }) => ({ project: project.project.id, ...row }));
  if (!asked) return { missed: rows, project: null, deadline: null, conflict: null, proofs: 0, repairs: [] };
  const demanded = demandedOf(translation, plan, asked);
  const proofs = new Proofs(demanded, cancelled);
  const conflict = quickXplain(factsOf(demanded), (facts) => proofs.contradict(facts));
  return {
    missed: rows,
    project: asked.project.project.id,
    deadline: asked.deadline,
    conflict:
      conflict && proofs.last
        ? { facts: grouped(conflict), proof: proofs.proofOf(conflict) ?? proofs.last, smallest: !proofs.exhausted }
        : null,
    proofs: proofs.count,
    repairs: repairsOf(demanded, plan, asked, conflict ?? []),
  };
}

interface Missed {
  project: PlannedProject;
  week: number;
  deadline: string;
  statutory: boolean;
  finish: string;
  lateWeeks: number;
}

/** The earliest missed deadline of each project, statutory ones first, the worst at the front. */
function missedDeadlines(translation: Translation, plan: Plan): Missed[] {
  const rows = translation.projects.flatMap((project): Missed[] => {
    const { end } = spanOf(project, plan);
    const [first] = project.dueWeeks.filter(({ week }) => week < end).toSorted((a, b) => +b.statutory - +a.statutory);
    if (!first) return [];
    const finish = fridayBeforeWeek(translation.weeks, end);
    const { week, on, statutory } = first;
    return [{ project, week, deadline: on, statutory, finish, lateWeeks: end - week }];
  });
  return rows.toSorted((a, b) => +b.statutory - +a.statutory || b.lateWeeks - a.lateWeeks);
}

/** The others keep what the plan keeps: a promise that it breaks must only not get worse. */
function demandedOf(translation: Translation, plan: Plan, { project, week }: Missed): Demanded {
  const promises = promisesOf(plan);
  const promised = new Map(
    translation.projects.flatMap((one): [string, number][] => {
      const weeks = promises(one).map((due) => due.week);
      return weeks.length > 0 ? [[one.project.id, Math.min(...weeks)]] : [];
    }),
  );
  return { translation, project, due: week, promised };
}

/** Counts attempts, and remembers what proved a set of facts contradictory. */
class Proofs {
  count = 0;
  exhausted = false;
  private spent = 0;
  /** What proved the last contradiction. */
  last: Refutation | null = null;
  private readonly demanded: Demanded;
  private readonly cancelled: (() => boolean) | undefined;
  private readonly known = new Map<string, Refutation | null>();

  constructor(demanded: Demanded, cancelled: (() => boolean) | undefined) {
    this.demanded = demanded;
    this.cancelled = cancelled;
  }

  contradict(facts: readonly Fact[]): boolean {
    const key = keyOf(facts);
    const before = this.known.get(key);
    if (before !== undefined) return before !== null;
    if (this.spent >= EFFORT || this.cancelled?.()) {
      this.exhausted = true;
      return false;
    }
    this.count++;
    const problem = makeProblem(problemOf(this.demanded, facts));
    this.spent += problem.activities.length;
    const conflicts = problem.activities.length <= SMALL ? CONFLICTS : 0;
    const stop = this.cancelled ? { cancelled: this.cancelled } : {};
    const proof = refute(problem, { steps: STEPS, conflicts, ...stop });
    this.known.set(key, proof);
    this.last = proof ?? this.last;
    return proof !== null;
  }

  proofOf(facts: readonly Fact[]): Refutation | null {
    return this.known.get(keyOf(facts)) ?? null;
  }
}

const keyOf = (facts: readonly Fact[]): string =>
  facts
    .map(({ kind, id }) => `${kind} ${id}`)
    .sort()
    .join('\n');

/** One fact per kind, so that there are few: teams, lines or projects of a kind side by side. */
function grouped(facts: readonly Fact[]): WhyNotFact[] {
  return [...Map.groupBy(facts, ({ kind }) => kind)].map(([kind, same]) => ({ kind, ids: same.map(({ id }) => id) }));
}

/** Ways out, each sufficient while everything else of the plan stays: end later, more capacity and money, one other project withdrawn. */
function repairsOf(
  { translation, project, due }: Demanded,
  plan: Plan,
  asked: Missed,
  conflict: readonly Fact[],
): WhyNotRepair[] {
  const later: WhyNotRepair = { kind: 'later', finish: asked.finish, weeks: asked.lateWeeks };
  const rest = without(plan, [project]);
  const length = Math.min(
    ...project.project.modes.map((_, mode) =>
      project.blocks.reduce((sum, { profiles }) => sum + (profiles[mode]?.weeks ?? 0), 0),
    ),
  );
  const first = project.blocks[0]?.activity ?? 0;
  const start = due - length;
  const inTime = start >= (translation.input.activities[first]?.release ?? 0);
  const extra = inTime ? extraCapacity(translation, rest, project, start) : null;
  const promised = new Set(conflict.flatMap(({ kind, id }) => (kind === 'deadlines' ? [id] : [])));
  const named = translation.projects.filter((one) => promised.has(one.project.id) && !isProtected(one));
  const withdrawn = named.slice(0, MOST_WITHDRAWN).flatMap((other): WhyNotRepair[] => {
    const found = insertFrozen(translation, without(plan, [project, other]), project);
    return found && found.end <= due ? [{ kind: 'withdraw', project: other.project.id }] : [];
  });
  const capacity: WhyNotRepair[] = extra ? [{ kind: 'capacity', teams: extra.teams, money: extra.money }] : [];
  return [later, ...capacity, ...withdrawn].slice(0, MOST_REPAIRS);
}

function without(plan: Plan, projects: readonly PlannedProject[]): Plan {
  const start = Int32Array.from(plan.start);
  for (const { blocks } of projects) for (const { activity } of blocks) start[activity] = -1;
  return { start, mode: plan.mode };
}
