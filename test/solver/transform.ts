import type { LevelInput, Mode, Problem, ProblemInput } from '../../src/solver/index.ts';

/** Twice as much of everything that limits: capacities, inflows, stocks. Changes of levels stay, so that a reservoir only gets larger. */
export function doubled(problem: Problem): ProblemInput {
  return {
    ...inputOf(problem),
    resources: problem.resources.map(({ capacity }) => ({ capacity: capacity.map((units) => 2 * units) })),
    budgets: problem.budgets.map((budget) => ({ ...budget, inflow: budget.inflow.map((money) => 2 * money) })),
    reservoirs: problem.reservoirs.map(({ initial, maximum }) => ({
      initial,
      ...(maximum === null ? {} : { maximum: 2 * maximum }),
    })),
  };
}

/** The same problem with activity `order[i]` at place i, other group numbers, and its resources the other way round. */
export function permuted(problem: Problem, order: readonly number[]): ProblemInput {
  const input = inputOf(problem);
  const place = new Map(order.map((old, i) => [old, i]));
  const at = (old: number) => place.get(old) ?? 0;
  const last = problem.resources.length - 1;
  const rename = (group: number) => 1000 - group;
  return {
    ...input,
    resources: problem.resources.toReversed(),
    activities: order.flatMap((old) => {
      const activity = input.activities[old];
      if (!activity) return [];
      const modes = activity.modes.map((mode) => ({
        ...mode,
        demands: (mode.demands ?? []).map((demand) => ({ ...demand, resource: last - demand.resource })),
      }));
      return [{ ...activity, modes, group: rename(activity.group ?? 0) }];
    }),
    links: problem.links.toReversed().map((link) => ({ ...linkOf(link), from: at(link.from), to: at(link.to) })),
    optional: problem.optional.map(rename),
    alternatives: problem.alternatives.map(({ groups, exactlyOne }) => ({ groups: groups.map(rename), exactlyOne })),
    requirements: problem.requirements.map(({ group, needs }) => ({ group: rename(group), needs: rename(needs) })),
    levels: mapTerms(problem, (term) => ({ ...term, activity: at(term.activity) })),
  };
}

/** The same problem, but the calendar begins so many periods earlier, in which nothing may happen. */
export function delayed(problem: Problem, periods: number): ProblemInput {
  const input = inputOf(problem);
  const horizon = problem.horizon + periods;
  return {
    ...input,
    horizon,
    resources: problem.resources.map(({ capacity }) => ({
      capacity: [...new Array<number>(periods).fill(0), ...capacity],
    })),
    budgets: problem.budgets.map((budget) => ({
      ...budget,
      bucketEnds: budget.bucketEnds.map((end) => end + periods),
    })),
    activities: input.activities.map((activity) => ({
      ...activity,
      release: (activity.release ?? 0) + periods,
      deadline: (activity.deadline ?? problem.horizon) + periods,
      ...(activity.frozen ? { frozen: { ...activity.frozen, start: activity.frozen.start + periods } } : {}),
    })),
    levels: mapTerms(problem, (term) => ({
      ...term,
      ...('due' in term ? { due: (term.due as number) + periods } : {}),
      ...('start' in term ? { start: (term.start as number) + periods } : {}),
    })),
  };
}

type Term = { readonly activity: number; readonly weight: number };

function mapTerms({ levels }: Problem, change: (term: Term) => Term): LevelInput[] {
  return levels.map((level) =>
    level.kind === 'makespan' ? level : ({ ...level, terms: level.terms.map(change) } as LevelInput),
  );
}

/** A checked problem as its author could have written it. */
export function inputOf(problem: Problem): ProblemInput {
  return {
    ...problem,
    reservoirs: problem.reservoirs.map(({ initial, maximum }) => ({
      initial,
      ...(maximum === null ? {} : { maximum }),
    })),
    activities: problem.activities.map(({ frozen, modeGroup, modes, ...activity }) => ({
      ...activity,
      modes: modes.map((mode: Mode) => ({ ...mode })),
      ...(frozen === null ? {} : { frozen }),
      ...(modeGroup === null ? {} : { modeGroup }),
    })),
    links: problem.links.map(linkOf),
  };
}

function linkOf({ maxLag, ...link }: Problem['links'][number]) {
  return { ...link, ...(maxLag === null ? {} : { maxLag }) };
}
