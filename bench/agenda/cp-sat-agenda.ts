import type { Mode, Plan, Problem } from '../../src/solver/index.ts';
import { type Expression, loadCpSat, type Model } from '../peers/cp-sat.ts';
import { onCpuClock } from '../peers/cpu-clock.ts';
import { cpuMilliseconds } from '../solver/run.ts';

/**
 * CP-SAT as WebAssembly on a whole agenda: one level after the other, each with an equal share of what is left of the CPU time, the
 * levels above held. While there is no plan, all the time goes to finding one.
 * Money is left out, in its favour: a yearly budget with carry-over would need a table per phase and year. Null = no plan found.
 */
export async function cpSatAgenda(problem: Problem, seed: number, cpuLimit: number): Promise<Plan | null> {
  const module = await loadCpSat();
  const held: number[] = [];
  let plan: Plan | null = null;
  const began = cpuMilliseconds();
  const left = (): number => cpuLimit - (cpuMilliseconds() - began) / 1000;
  for (const level of problem.levels.keys()) {
    const { model, starts, choices, levels } = build(module, problem, held);
    model.minimize(levels[level] as Expression);
    const solver = new module.CpSolver();
    const solve = (maxTimeInSeconds: number) => {
      Object.assign(solver.parameters, { numWorkers: 1, maxTimeInSeconds, randomSeed: seed });
      return onCpuClock(() => solver.solve(model));
    };
    let status = await solve(Math.max(0.1, left() / (problem.levels.length - level)));
    if (status === 'UNKNOWN' && plan === null && left() > 0) status = await solve(left());
    if (status !== 'OPTIMAL' && status !== 'FEASIBLE') return plan;
    held.push(solver.value(levels[level] as Expression));
    const chosen = choices.map((choice) => choice.findIndex((literal) => solver.value(literal) === 1));
    plan = {
      start: Int32Array.from(starts, (start, a) => ((chosen[a] ?? -1) < 0 ? -1 : solver.value(start))),
      mode: Int32Array.from(chosen, (mode) => Math.max(0, mode)),
    };
  }
  return plan;
}

type Module = Awaited<ReturnType<typeof loadCpSat>>;

function build({ CpModel, LinearExpr }: Module, problem: Problem, held: readonly number[]) {
  const model = new CpModel();
  const { horizon, activities } = problem;
  const carriedOut = new Map(problem.optional.map((group) => [group, model.newBoolVar() as Expression]));
  /** Whether an activity is carried out; undefined = in any case. */
  const present = activities.map(({ group }) => carriedOut.get(group));
  addSelection(LinearExpr, model, problem, carriedOut);
  /** The sum is at least the limit, unless one of these is left out. */
  const atLeast = (sum: Expression, limit: number, unless: readonly (Expression | undefined)[]): void => {
    const most = 8 * horizon;
    const open = unless.filter((one) => one !== undefined);
    const relaxed = LinearExpr.weightedSum([sum, ...open], [1, ...open.map(() => -most)]);
    model.addLinearConstraint(relaxed, limit - most * open.length, most);
  };
  const choices = addChoices(LinearExpr, model, problem, carriedOut);
  const starts = activities.map(({ release, frozen }) => {
    // The package takes a variable of 0 and 1 alone for a literal, so what is fixed is fixed by a constraint.
    const start = model.newIntVar(0, horizon);
    model.addLinearConstraint(start, frozen?.start ?? release, frozen?.start ?? horizon);
    return start;
  });
  activities.forEach(({ frozen }, a) => {
    if (frozen) model.addLinearConstraint(choices[a]?.[frozen.mode] as Expression, 1, 1);
  });
  const ends = activities.map(({ modes, deadline }, a) => {
    const terms = [starts[a] as Expression, ...(choices[a] as Expression[])];
    const end = LinearExpr.weightedSum(terms, [1, ...modes.map(({ duration }) => duration)]);
    atLeast(LinearExpr.weightedSum([end], [-1]), -Math.min(horizon, deadline), [present[a]]);
    return end;
  });
  for (const { from, to, type, lag, maxLag } of problem.links) {
    const left = (type === 'FS' || type === 'FF' ? ends : starts)[from] as Expression;
    const right = (type === 'FF' || type === 'SF' ? ends : starts)[to] as Expression;
    const both = [present[from], present[to]];
    atLeast(difference(LinearExpr, right, left), lag, both);
    if (maxLag !== null) atLeast(difference(LinearExpr, left, right), -maxLag, both);
  }
  addCapacities(model, problem, starts, choices);
  const weeks = (activity: number, due: number): Expression => {
    // What is left out is neither late nor finished: it counts 0.
    const late = model.newIntVar(0, 2 * horizon);
    atLeast(difference(LinearExpr, late, ends[activity] as Expression), -due, [present[activity]]);
    return late;
  };
  const levels = problem.levels.map((level) => {
    switch (level.kind) {
      case 'lateness':
        return weighted(LinearExpr, level.terms, ({ activity, due }) => weeks(activity, due));
      case 'weightedFinish':
        return weighted(LinearExpr, level.terms, ({ activity }) =>
          present[activity] ? weeks(activity, 0) : (ends[activity] as Expression),
        );
      case 'dropped':
        return weighted(LinearExpr, level.terms, ({ activity }) => {
          const one = present[activity];
          return one ? difference(LinearExpr, model.newConstant(1), one) : model.newConstant(0);
        });
      default:
        throw new Error(`the level ${level.kind} is not modelled for CP-SAT`);
    }
  });
  for (const [i, value] of held.entries()) {
    const step = (problem.levels[i]?.tolerance ?? 0) + 1;
    model.addLinearConstraint(levels[i] as Expression, 0, Math.floor(value / step) * step + step - 1);
  }
  return { model, starts, choices, levels };
}

/** One delivery mode of each activity is chosen, the same of all in a mode group; none where its project is left out. */
function addChoices(
  LinearExpr: Module['LinearExpr'],
  model: Model,
  { activities }: Problem,
  carriedOut: ReadonlyMap<number, Expression>,
): Expression[][] {
  const shared = new Map<number, Expression[]>();
  return activities.map(({ modes, modeGroup, group }) => {
    const known = modeGroup === null ? undefined : shared.get(modeGroup);
    if (known) return known;
    const literals = modes.map(() => model.newBoolVar());
    if (carriedOut.has(group)) {
      const terms = [...literals, carriedOut.get(group) as Expression];
      model.addLinearConstraint(LinearExpr.weightedSum(terms, [...literals.map(() => 1), -1]), 0, 0);
    } else model.addExactlyOne(literals);
    if (modeGroup !== null) shared.set(modeGroup, literals);
    return literals;
  });
}

function weighted<T extends { readonly weight: number }>(
  LinearExpr: Module['LinearExpr'],
  terms: readonly T[],
  of: (term: T) => Expression,
): Expression {
  return LinearExpr.weightedSum(
    terms.map(of),
    terms.map(({ weight }) => weight),
  );
}

/** What holds between groups that may be left out: alternatives, and what needs what. */
function addSelection(
  LinearExpr: Module['LinearExpr'],
  model: Model,
  { alternatives, requirements }: Problem,
  carriedOut: ReadonlyMap<number, Expression>,
): void {
  const of = (group: number): Expression => carriedOut.get(group) ?? model.newConstant(1);
  for (const { groups, exactlyOne } of alternatives) {
    const sum = LinearExpr.weightedSum(
      groups.map(of),
      groups.map(() => 1),
    );
    model.addLinearConstraint(sum, exactlyOne ? 1 : 0, 1);
  }
  for (const { group, needs } of requirements) {
    model.addLinearConstraint(difference(LinearExpr, of(needs), of(group)), 0, 1);
  }
}

const difference = (LinearExpr: Module['LinearExpr'], a: Expression, b: Expression): Expression =>
  LinearExpr.weightedSum([a, b], [1, -1]);

/** Capacity that varies over time becomes the highest capacity with fixed intervals for what is missing. */
function addCapacities(
  model: Model,
  { resources, activities }: Problem,
  starts: readonly Expression[],
  choices: readonly (readonly Expression[])[],
): void {
  resources.forEach(({ capacity }, r) => {
    const most = capacity.reduce((high, units) => Math.max(high, units), 0);
    const intervals: object[] = [];
    const amounts: number[] = [];
    for (const { from, length, amount } of runs(Array.from(capacity, (units) => most - units))) {
      intervals.push(model.newFixedSizeIntervalVar(model.newConstant(from), length));
      amounts.push(amount);
    }
    activities.forEach(({ modes }, a) => {
      modes.forEach((mode, m) => {
        for (const { from, length, amount } of runs(demandOf(mode, r))) {
          const at = (starts[a] as Expression).plus(from);
          intervals.push(model.newOptionalFixedSizeIntervalVar(at, length, choices[a]?.[m] as Expression));
          amounts.push(amount);
        }
      });
    });
    model.addCumulative(intervals, amounts, most);
  });
}

/** What a mode needs of a resource in each of its periods; empty = nothing. */
export function demandOf(mode: Mode, resource: number): number[] {
  const demand = mode.demands.find((one) => one.resource === resource);
  if (!demand) return [];
  return Array.from({ length: mode.duration }, (_, i) =>
    'profile' in demand ? (demand.profile[i] ?? 0) : demand.amount,
  );
}

/** Stretches of equal figures above 0. */
function runs(series: readonly number[]): { from: number; length: number; amount: number }[] {
  const found: { from: number; length: number; amount: number }[] = [];
  series.forEach((amount, i) => {
    const last = found.at(-1);
    if (last && last.amount === amount && last.from + last.length === i) last.length++;
    else if (amount > 0) found.push({ from: i, length: 1, amount });
  });
  return found;
}
