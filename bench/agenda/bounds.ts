import { generateAgenda } from '../../src/agenda/index.ts';
import { planProblem } from '../../src/planning/index.ts';
import { type Plan, type Problem, solve } from '../../src/solver/index.ts';
import { highs } from '../peers/highs.ts';
import { cpuMilliseconds } from '../solver/run.ts';
import { boundAtPrices, brokenAt } from './linear-programme.ts';
import { monthlyProgramme } from './monthly-programme.ts';

/** A lower bound of the value level of an agenda, and what it took. */
export interface BoundLine {
  readonly projects: number;
  readonly seed: number;
  readonly method: string;
  /** Null = it did not begin. */
  readonly cpuSeconds: number | null;
  /** Null = none; the remark says why. */
  readonly bound: number | null;
  readonly remark: string;
}

/** Steps of our search for prices. */
const PRICE_STEPS = 600;

/** CPU seconds for HiGHS. */
const CPU_LIMIT = 60;

/** Larger agendas are not tried: 300 projects already have twelve million factors, more than HiGHS solves in the time. */
const MOST_PROJECTS = 300;

/** Starts so far behind the last one of a plan are not told apart; prices end there too. */
const MARGIN = 26;

/**
 * Bounds of the value level of generated agendas: our prices beside the linear programme of the months. Both hold for the plans that are as
 * good in the levels above as our first plan of the agenda.
 */
export async function compareBounds(sizes: readonly number[], seeds: number): Promise<BoundLine[]> {
  const lines: BoundLine[] = [];
  for (const projects of sizes) {
    if (projects > MOST_PROJECTS) {
      const remark = `did not take part: over ${MOST_PROJECTS} projects`;
      lines.push({ projects, seed: 1, method: 'highs, months', cpuSeconds: null, bound: null, remark });
      continue;
    }
    for (let seed = 1; seed <= seeds; seed++) {
      const problem = planProblem(generateAgenda({ projects, seed }));
      const began = cpuMilliseconds();
      const found = solve(problem, { seed, limit: { iterations: 1 }, priceSteps: PRICE_STEPS });
      const cpuSeconds = (cpuMilliseconds() - began) / 1000;
      const bound = found.bounds.at(-1) ?? null;
      lines.push({ projects, seed, method: 'fahrplan, prices', cpuSeconds, bound, remark: 'checked in whole numbers' });
      const line = found.plan
        ? await byProgramme(problem, found.plan, found.values)
        : { cpuSeconds: null, bound: null, remark: 'no plan to begin with' };
      lines.push({ projects, seed, method: 'highs, months', ...line });
    }
  }
  return lines;
}

async function byProgramme(
  problem: Problem,
  plan: Plan,
  values: readonly number[],
): Promise<Pick<BoundLine, 'cpuSeconds' | 'bound' | 'remark'>> {
  const began = cpuMilliseconds();
  const latest = MARGIN + plan.start.reduce((last, start) => Math.max(last, start), 0);
  // Values within one step of the tolerance count as equal.
  const above = problem.levels.slice(0, -1).map(({ tolerance }, level) => {
    const value = values[level] ?? 0;
    return value - (value % (tolerance + 1)) + tolerance;
  });
  const built = monthlyProgramme(problem, above, latest);
  const building = (cpuMilliseconds() - began) / 1000;
  if (!built) return { cpuSeconds: building, bound: null, remark: 'no start is left' };
  const { programme, choices, pointOf } = built;
  const sizes = [programme.cost.length, programme.lower.length, programme.values.length];
  const [columns, rows, factors] = sizes.map((count) => count.toLocaleString('en'));
  const size = `${columns} columns, ${rows} rows, ${factors} factors`;
  if (brokenAt(programme, pointOf(plan)).length > 0) {
    return { cpuSeconds: building, bound: null, remark: `wrong, a valid plan breaks it: ${size}` };
  }
  try {
    const { prices, cpuSeconds, optimal } = await highs(programme, CPU_LIMIT);
    if (!optimal) return { cpuSeconds: building + cpuSeconds, bound: null, remark: `not solved in time: ${size}` };
    const bound = Math.ceil(boundAtPrices(programme, choices, prices) - 1e-3);
    return { cpuSeconds: building + cpuSeconds, bound, remark: size };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'HiGHS failed';
    return { cpuSeconds: null, bound: null, remark: `${reason}: ${size}` };
  }
}
