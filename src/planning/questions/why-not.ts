import { type Agenda, fridayBeforeWeek, type PlanVersion } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import { isProtected } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { toPlan } from '../translation/schedule.ts';
import { translate } from '../translation/translate.ts';
import { chosenAgenda } from './chosen.ts';
import { extraCapacity } from './extra-capacity.ts';
import { insertFrozen } from './insertion.ts';
import type { WhyNot, WhyNotFact, WhyNotRepair } from './question-schemas.ts';
import { Decisions, smallestConflict } from './why-not-conflict.ts';
import type { Demanded, Fact } from './why-not-facts.ts';
import { demandedOf, type Missed, missedDeadlines } from './why-not-missed.ts';
import { completeEnd, otherEnd } from './why-not-other.ts';
import { shortagesOf } from './why-not-shortages.ts';

export interface WhyNotOptions {
  /** The project to explain; without it the one that misses its deadline worst, statutory deadlines first. */
  project?: string;
  cancelled?: () => boolean;
}

/** At most so many projects are tried for making room. */
const MOST_WITHDRAWN = 12;
const MOST_REPAIRS = 5;

/**
 * "Why is this impossible?" for a deadline that the plan misses: a smallest set of facts that contradict it while the others keep the promises
 * that the plan keeps, and the cheapest ways out. Every contradiction was proven with a check, and every fact of it was taken away once, to see
 * that the rest has a plan. If another plan of the whole agenda meets the deadline, the answer is that it is possible. The ways out are
 * sufficient by construction: nothing else of the plan moves.
 */
export function whyNot(agenda: Agenda, version: PlanVersion, { project: id, cancelled }: WhyNotOptions = {}): WhyNot {
  const translation = translate(chosenAgenda(agenda, version));
  const plan = toPlan(translation, version);
  const missed = missedDeadlines(translation, plan);
  const asked = id === undefined ? missed[0] : missed.find((one) => one.project.project.id === id);
  const rows = missed.map(({ project, week: _, ...row }) => ({ project: project.project.id, ...row }));
  if (!asked) {
    return {
      missed: rows,
      project: null,
      deadline: null,
      answer: null,
      otherFinish: null,
      conflict: null,
      proofs: 0,
      repairs: [],
    };
  }
  const demanded = demandedOf(translation, plan, asked);
  const decisions = new Decisions(demanded, cancelled);
  const other = otherEnd(demanded, cancelled);
  const found = other === null ? smallestConflict(decisions) : null;
  const end = other ?? (found ? null : completeEnd(decisions));
  return {
    missed: rows,
    project: asked.project.project.id,
    deadline: asked.deadline,
    answer: found ? 'impossible' : end === null ? 'open' : 'possible',
    otherFinish: end === null ? null : fridayBeforeWeek(translation.weeks, end),
    conflict: found && {
      facts: grouped(found.facts),
      shortages: shortagesOf(demanded, found.facts),
      proof: found.by,
      verified: found.verified,
    },
    proofs: decisions.count,
    repairs: repairsOf(demanded, plan, asked, found?.facts ?? []),
  };
}

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
  const capacity: WhyNotRepair[] = extra
    ? [{ kind: 'capacity', teams: extra.teams, money: extra.money, authorisations: extra.authorisations }]
    : [];
  return [later, ...capacity, ...withdrawn].slice(0, MOST_REPAIRS);
}

function without(plan: Plan, projects: readonly PlannedProject[]): Plan {
  const start = Int32Array.from(plan.start);
  for (const { blocks } of projects) for (const { activity } of blocks) start[activity] = -1;
  return { start, mode: plan.mode };
}
