import { type Instance, safeHorizon } from '../instances/instance.ts';
import { cpuMilliseconds, type Outcome } from '../solver/run.ts';
import { onCpuClock } from './cpu-clock.ts';

/** The few parts of `or-tools-wasm/cp-sat` that are used here. The package is installed with the peers only, so its types are not at hand. */
export interface Expression {
  plus(other: Expression | number): Expression;
  minus(other: Expression): Expression;
}
type Interval = object;
export interface Model {
  newIntVar(low: number, high: number): Expression;
  newBoolVar(): Expression;
  newConstant(value: number): Expression;
  addLinearConstraint(expression: Expression, low: number, high: number): void;
  addExactlyOne(literals: readonly Expression[]): void;
  newFixedSizeIntervalVar(start: Expression, size: number): Interval;
  newOptionalFixedSizeIntervalVar(start: Expression, size: number, present: Expression): Interval;
  addCumulative(intervals: readonly Interval[], demands: readonly number[], capacity: number): void;
  addReservoirConstraint(
    times: readonly Expression[],
    changes: readonly number[],
    low: number,
    high: number,
    active?: readonly Expression[],
  ): void;
  minimize(expression: Expression): void;
}
interface CpSolver {
  readonly parameters: Record<string, unknown>;
  solve(model: Model): Promise<string | number | undefined>;
  value(expression: Expression): number;
  bestObjectiveBound(): number;
}
interface CpSatModule {
  readonly CpModel: new () => Model;
  readonly CpSolver: new () => CpSolver;
  readonly LinearExpr: {
    weightedSum(terms: readonly Expression[], factors: readonly number[]): Expression;
  };
}

/** Held as text, so that the type check does not look for a package that only the peers install. */
const packageName: string = 'or-tools-wasm/cp-sat';
let loaded: Promise<CpSatModule> | undefined;

/** Loads CP-SAT once per process and lets it solve a trifle, so that loading counts for no run. */
export function loadCpSat(): Promise<CpSatModule> {
  loaded ??= (async () => {
    const module = (await import(packageName)) as CpSatModule;
    const model = new module.CpModel();
    model.minimize(model.newIntVar(0, 1));
    await new module.CpSolver().solve(model);
    return module;
  })();
  return loaded;
}

/**
 * One worker, and what made the WebAssembly build best: with one mode per activity no presolve, no linear relaxation and interleaved
 * search; with several modes presolve and the relaxation are needed (without them it finds no plan for half of MMLIB50 in 2 s).
 */
function parametersFor({ activities }: Instance): Record<string, unknown> {
  const several = activities.some(({ modes }) => modes.length > 1);
  return { numWorkers: 1, interleaveSearch: true, cpModelPresolve: several, linearizationLevel: several ? 1 : 0 };
}

/** CP-SAT as WebAssembly. It asks for the time of day; here it is given the CPU clock, so that its limit means CPU seconds. */
export async function cpSat(instance: Instance, seed: number, cpuLimit: number): Promise<Outcome> {
  const module = await loadCpSat();
  const { model, starts, modes } = build(module, instance);
  const solver = new module.CpSolver();
  Object.assign(solver.parameters, parametersFor(instance), { maxTimeInSeconds: cpuLimit, randomSeed: seed });
  const began = cpuMilliseconds();
  const status = await onCpuClock(() => solver.solve(model));
  const cpuSeconds = (cpuMilliseconds() - began) / 1000;
  const found = status === 'OPTIMAL' || status === 'FEASIBLE';
  return {
    cpuSeconds,
    bound: found ? Math.ceil(solver.bestObjectiveBound()) : null,
    proven: status === 'OPTIMAL' || status === 'INFEASIBLE',
    starts: found ? starts.map((start) => solver.value(start)) : null,
    modes: found ? modes.map((choice) => 1 + choice.findIndex((mode) => solver.value(mode) === 1)) : null,
  };
}

/** Start variables, one literal per mode, optional intervals: the usual model of multi-mode project scheduling in CP-SAT. */
function build({ CpModel, LinearExpr }: CpSatModule, instance: Instance) {
  const model = new CpModel();
  const horizon = safeHorizon(instance);
  const starts = instance.activities.map(() => model.newIntVar(0, horizon));
  const modes = instance.activities.map((activity) => {
    const choice = activity.modes.map(() => model.newBoolVar());
    model.addExactlyOne(choice);
    return choice;
  });
  const ends = instance.activities.map((activity, i) =>
    LinearExpr.weightedSum(
      [starts[i] as Expression, ...(modes[i] as Expression[])],
      [1, ...activity.modes.map(({ duration }) => duration)],
    ),
  );
  const makespan = model.newIntVar(0, horizon);
  instance.activities.forEach(({ successors }, i) => {
    const end = ends[i] as Expression;
    for (const next of successors) model.addLinearConstraint((starts[next] as Expression).minus(end), 0, horizon);
    model.addLinearConstraint(makespan.minus(end), 0, horizon);
  });
  const parts = instance.activities.flatMap((activity, i) =>
    activity.modes.map((mode, m) => {
      const present = (modes[i] as Expression[])[m] as Expression;
      const start = starts[i] as Expression;
      const interval =
        activity.modes.length === 1
          ? model.newFixedSizeIntervalVar(start, mode.duration)
          : model.newOptionalFixedSizeIntervalVar(start, mode.duration, present);
      return { mode, present, start, end: ends[i] as Expression, interval };
    }),
  );
  instance.renewable.forEach((units, r) => {
    const users = parts.filter(({ mode }) => (mode.renewable[r] ?? 0) > 0 && mode.duration > 0);
    model.addCumulative(
      users.map(({ interval }) => interval),
      users.map(({ mode }) => mode.renewable[r] ?? 0),
      units,
    );
  });
  instance.nonRenewable.forEach((units, n) => {
    const users = parts.filter(({ mode }) => (mode.nonRenewable[n] ?? 0) > 0);
    const used = LinearExpr.weightedSum(
      users.map(({ present }) => present),
      users.map(({ mode }) => mode.nonRenewable[n] ?? 0),
    );
    if (users.length > 0) model.addLinearConstraint(used, 0, units);
  });
  instance.reservoirs.forEach((stock, q) => {
    const events = parts.flatMap(({ mode, present, start, end }) => [
      { at: start, by: -(mode.consumed[q] ?? 0), present },
      { at: end, by: mode.produced[q] ?? 0, present },
    ]);
    const real = events.filter(({ by }) => by !== 0);
    const most = real.reduce((sum, { by }) => sum + Math.max(0, by), 0);
    model.addReservoirConstraint(
      real.map(({ at }) => at),
      real.map(({ by }) => by),
      -stock,
      most,
      real.map(({ present }) => present),
    );
  });
  model.minimize(makespan);
  return { model, starts, modes };
}
