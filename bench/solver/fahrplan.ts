import { makeProblem, type Problem, SharedPartner, solve } from '../../src/solver/index.ts';
import { type Instance, safeHorizon } from '../instances/instance.ts';
import { cpuMilliseconds, type Outcome, seldomAsked } from './run.ts';

/** An instance in the words of our engine. A non-renewable resource is a budget with one bucket. */
export function toProblem(instance: Instance): Problem {
  const horizon = safeHorizon(instance);
  const { renewable, nonRenewable, reservoirs, activities } = instance;
  return makeProblem({
    horizon,
    resources: renewable.map((units) => ({ capacity: new Array<number>(horizon).fill(units) })),
    budgets: nonRenewable.map((units) => ({ bucketEnds: [horizon], inflow: [units] })),
    reservoirs: reservoirs.map((initial) => ({ initial })),
    activities: activities.map(({ modes }) => ({
      modes: modes.map((mode) => ({
        duration: mode.duration,
        demands: needed(mode.renewable).map(([resource, amount]) => ({ resource, amount })),
        costs: needed(mode.nonRenewable).map(([budget, amount]) => ({ budget, amount, spread: 'start' as const })),
        changes: [
          ...needed(mode.consumed).map(([reservoir, units]) => ({ reservoir, at: 'start' as const, amount: -units })),
          ...needed(mode.produced).map(([reservoir, units]) => ({ reservoir, at: 'finish' as const, amount: units })),
        ],
      })),
    })),
    links: activities.flatMap(({ successors }, from) => successors.map((to) => ({ from, to }))),
    levels: [{ kind: 'makespan' }],
  });
}

/** Index and amount of what is really needed. */
const needed = (amounts: readonly number[]): [number, number][] =>
  amounts.flatMap((amount, i): [number, number][] => (amount > 0 ? [[i, amount]] : []));

/** Our engine, one thread, stopped by this process' CPU clock. */
export function fahrplan(instance: Instance, seed: number, cpuLimit: number): Outcome {
  const began = cpuMilliseconds();
  const found = search(instance, seed, { end: began + cpuLimit * 1000 });
  return { ...found, cpuSeconds: (cpuMilliseconds() - began) / 1000 };
}

/** Steps between two meetings of two threads: some ten meetings in a CPU-second. */
const MEET_EVERY = 1000;

interface SearchOptions {
  /** CPU milliseconds of this process at which to end. */
  readonly end: number;
  /** Given if another thread works on the same instance. */
  readonly meeting?: { readonly memory: SharedArrayBuffer; readonly side: 0 | 1 };
}

export function search(instance: Instance, seed: number, { end, meeting }: SearchOptions): Omit<Outcome, 'cpuSeconds'> {
  const problem = toProblem(instance);
  const { status, plan, bounds, proven } = solve(problem, {
    seed,
    limit: { milliseconds: Math.max(0, end - cpuMilliseconds()) },
    now: seldomAsked(cpuMilliseconds),
    ...(meeting ? { partner: new SharedPartner(meeting.memory, meeting.side, MEET_EVERY) } : {}),
  });
  return {
    bound: status === 'infeasible' ? null : (bounds[0] ?? null),
    proven: status === 'infeasible' || proven[0] === true,
    starts: plan && [...plan.start],
    modes: plan && Array.from(plan.mode, (mode) => mode + 1),
  };
}
