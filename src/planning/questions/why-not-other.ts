import { makeProblem, type Plan, solve, solveEarliest } from '../../solver/index.ts';
import { lateness } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { spanOf } from '../translation/schedule.ts';
import { strictInput } from './kept.ts';
import type { Decisions } from './why-not-conflict.ts';
import type { Demanded } from './why-not-facts.ts';

/** Moves from the plan as it stands. */
const MOVES = 2_000;
/** Steps of the neighbourhood search where these find nothing: less than a second with 300 projects. */
const STEPS = 10_000;
const SEED = 1;

/**
 * End week of the project in another plan of everything in which the deadline and all promises are met, looked for by two searches: moves
 * from the plan as it stands, then large neighbourhoods. Each plan has passed the validator. Null if none is found.
 */
export function otherEnd(demanded: Demanded, cancelled: (() => boolean) | undefined): number | null {
  const found = moved(demanded, cancelled) ?? (cancelled?.() ? null : searched(demanded, cancelled));
  const end = found && spanOf(demanded.project, found).end;
  return end !== null && end <= demanded.due ? end : null;
}

/** The same by the complete search, with what is left of the effort for proofs. */
export function completeEnd(decisions: Decisions): number | null {
  const { demanded } = decisions;
  const { translation, project, due } = demanded;
  const whole = () => {
    const strict = strictInput(translation, project, duesIn(demanded));
    const last = lastOf(project);
    const activities = strict.activities.map((one, a) =>
      a === last ? { ...one, deadline: Math.min(due, translation.horizon) } : one,
    );
    return { ...strict, activities };
  };
  const found = decisions.search(whole, 0);
  return found.answer === 'plan' ? spanOf(project, found.plan).end : null;
}

const lastOf = ({ blocks }: PlannedProject): number => blocks.at(-1)?.activity ?? -1;

/** What each of the others has promised, and the asked week of the project itself. */
const duesIn =
  ({ promised, project, due }: Demanded) =>
  (one: PlannedProject) => {
    const week = one === project ? due : promised.get(one.project.id);
    return week === undefined ? [] : [{ week, statutory: false }];
  };

function moved(demanded: Demanded, cancelled: (() => boolean) | undefined): Plan | null {
  const { translation, project, due, plan } = demanded;
  const problem = makeProblem(strictInput(translation, project, duesIn(demanded)));
  const last = lastOf(project);
  const stop = cancelled ? { cancelled } : {};
  const found = solveEarliest(problem, last, { seed: SEED, iterations: MOVES, warmStart: plan, ...stop });
  return found.plan && found.finish <= due ? found.plan : null;
}

function searched(demanded: Demanded, cancelled: (() => boolean) | undefined): Plan | null {
  const { translation, plan } = demanded;
  const problem = makeProblem({ ...translation.input, levels: [lateness(translation.projects, duesIn(demanded))] });
  const limit = { iterations: STEPS };
  const stop = cancelled ? { cancelled } : {};
  const found = solve(problem, { seed: SEED, limit, target: [0], warmStart: plan, ...stop });
  return found.plan && found.values[0] === 0 ? found.plan : null;
}
