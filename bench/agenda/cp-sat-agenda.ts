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
    plan = {
      start: Int32Array.from(starts, (start) => solver.value(start)),
      mode: Int32Array.from(choices, (choice) => choice.findIndex((literal) => solver.value(literal) === 1)),
    };
  }
  return plan;
}

type Module = Awaited<ReturnType<typeof loadCpSat>>;

function build({ CpModel, LinearExpr }: Module, problem: Problem, held: readonly number[]) {
  const model = new CpModel();
  const { horizon, activities } = problem;
  const shared = new Map<number, Expression[]>();
  const choices = activities.map(({ modes, modeGroup }) => {
    const known = modeGroup === null ? undefined : shared.get(modeGroup);
    if (known) return known;
    const literals = modes.map(() => model.newBoolVar());
    model.addExactlyOne(literals);
    if (modeGroup !== null) shared.set(modeGroup, literals);
    return literals;
  });
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
    model.addLinearConstraint(end, 0, Math.min(horizon, deadline));
    return end;
  });
  for (const { from, to, type, lag, maxLag } of problem.links) {
    const left = (type === 'FS' || type === 'FF' ? ends : starts)[from] as Expression;
    const right = (type === 'FF' || type === 'SF' ? ends : starts)[to] as Expression;
    model.addLinearConstraint(difference(LinearExpr, right, left), lag, maxLag ?? 2 * horizon);
  }
  addCapacities(model, problem, starts, choices);
  const levels = problem.levels.map((level) => {
    if (level.kind === 'lateness') {
      const late = level.terms.map(({ activity, due }) => {
        const weeks = model.newIntVar(0, 2 * horizon);
        model.addLinearConstraint(difference(LinearExpr, weeks, ends[activity] as Expression), -due, 4 * horizon);
        return weeks;
      });
      return LinearExpr.weightedSum(
        late,
        level.terms.map(({ weight }) => weight),
      );
    }
    if (level.kind !== 'weightedFinish') throw new Error(`the level ${level.kind} is not modelled for CP-SAT`);
    return LinearExpr.weightedSum(
      level.terms.map(({ activity }) => ends[activity] as Expression),
      level.terms.map(({ weight }) => weight),
    );
  });
  for (const [i, value] of held.entries()) model.addLinearConstraint(levels[i] as Expression, 0, value);
  return { model, starts, choices, levels };
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

function demandOf(mode: Mode, resource: number): number[] {
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
