import { generateAgenda } from '../../src/agenda/index.ts';
import { planProblem } from '../../src/planning/index.ts';
import { type Plan, type Problem, planValues, solve, validatePlan } from '../../src/solver/index.ts';
import { loadCpSat } from '../peers/cp-sat.ts';
import { cpuMilliseconds, seldomAsked } from '../solver/run.ts';
import { cpSatAgenda } from './cp-sat-agenda.ts';
import { dueDateList } from './due-date-list.ts';

/** How good the plan of a whole agenda is, and what it took. */
export interface RivalLine {
  readonly projects: number;
  readonly seed: number;
  readonly planner: string;
  readonly cpuSeconds: number;
  /** Of every level: weeks late over statutory deadlines, over promised ones, …, weighted finishes; null = no plan. */
  readonly values: readonly number[] | null;
  /** How far the value level may be from the least possible, in percent of it, as far as it is proven; null = no bound. */
  readonly gap: number | null;
  /** What the validator found wrong, by kind; empty = valid. */
  readonly violations: readonly string[];
}

/** More than fit into the time: the limit ends the search for prices. */
const PRICE_STEPS = 10_000;

/** Our engine, the list by due date and, if asked for, CP-SAT on the same generated agendas within the same CPU time. */
export async function compareRivals(
  sizes: readonly number[],
  seeds: number,
  cpuLimit: number,
  withCpSat: boolean,
  choices = false,
): Promise<RivalLine[]> {
  if (withCpSat) await loadCpSat();
  const lines: RivalLine[] = [];
  for (const projects of sizes) {
    for (let seed = 1; seed <= seeds; seed++) {
      const problem = planProblem(generateAgenda({ projects, seed, choices }));
      const line = async (planner: string, work: () => Found | Promise<Found>): Promise<void> => {
        const began = cpuMilliseconds();
        const { plan, bounds } = await work();
        const cpuSeconds = (cpuMilliseconds() - began) / 1000;
        lines.push({ projects, seed, planner, cpuSeconds, ...judged(problem, plan, bounds) });
      };
      await line('due-date list', () => ({ plan: dueDateList(problem) }));
      await line('fahrplan, first plan', () => solve(problem, { seed, limit: { iterations: 1 } }));
      const limit = { milliseconds: cpuLimit * 1000 };
      const now = seldomAsked(cpuMilliseconds);
      await line('fahrplan', () => solve(problem, { seed, limit, priceSteps: PRICE_STEPS, now }));
      if (withCpSat) {
        await line('cp-sat, money left out', async () => ({ plan: await cpSatAgenda(problem, seed, cpuLimit) }));
      }
    }
  }
  return lines;
}

interface Found {
  readonly plan: Plan | null;
  readonly bounds?: readonly number[];
}

function judged(
  problem: Problem,
  plan: Plan | null,
  bounds: readonly number[] | undefined,
): Pick<RivalLine, 'values' | 'gap' | 'violations'> {
  if (!plan) return { values: null, gap: null, violations: [] };
  const violations = [...new Set(validatePlan(problem, plan).map(({ code }) => code))];
  const values = planValues(problem, plan);
  const [last, bound] = [values.at(-1) ?? 0, bounds?.at(-1)];
  return { values, gap: bound ? (100 * (last - bound)) / bound : null, violations };
}
