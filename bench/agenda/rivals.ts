import { generateAgenda } from '../../src/agenda/index.ts';
import { planProblem } from '../../src/planning/index.ts';
import { type Plan, type Problem, planValues, solve, validatePlan } from '../../src/solver/index.ts';
import { loadCpSat } from '../peers/cp-sat.ts';
import { cpuMilliseconds } from '../solver/run.ts';
import { cpSatAgenda } from './cp-sat-agenda.ts';
import { dueDateList } from './due-date-list.ts';

/** How good the plan of a whole agenda is, and what it took. */
export interface RivalLine {
  readonly projects: number;
  readonly seed: number;
  readonly planner: string;
  readonly cpuSeconds: number;
  /** Weeks late over statutory deadlines, over promised ones, weighted finishes; null = no plan. */
  readonly values: readonly number[] | null;
  /** What the validator found wrong, by kind; empty = valid. */
  readonly violations: readonly string[];
}

/** Our engine, the list by due date and, if asked for, CP-SAT on the same generated agendas within the same CPU time. */
export async function compareRivals(
  sizes: readonly number[],
  seeds: number,
  cpuLimit: number,
  withCpSat: boolean,
): Promise<RivalLine[]> {
  if (withCpSat) await loadCpSat();
  const lines: RivalLine[] = [];
  for (const projects of sizes) {
    for (let seed = 1; seed <= seeds; seed++) {
      const problem = planProblem(generateAgenda({ projects, seed }));
      const line = async (planner: string, plan: () => Plan | null | Promise<Plan | null>): Promise<void> => {
        const began = cpuMilliseconds();
        const found = await plan();
        const cpuSeconds = (cpuMilliseconds() - began) / 1000;
        lines.push({ projects, seed, planner, cpuSeconds, ...judged(problem, found) });
      };
      await line('due-date list', () => dueDateList(problem));
      await line('fahrplan, first plan', () => solve(problem, { seed, limit: { iterations: 1 } }).plan);
      const limit = { milliseconds: cpuLimit * 1000 };
      await line('fahrplan', () => solve(problem, { seed, limit, now: cpuMilliseconds }).plan);
      if (withCpSat) await line('cp-sat, money left out', () => cpSatAgenda(problem, seed, cpuLimit));
    }
  }
  return lines;
}

function judged(problem: Problem, plan: Plan | null): Pick<RivalLine, 'values' | 'violations'> {
  if (!plan) return { values: null, violations: [] };
  const violations = [...new Set(validatePlan(problem, plan).map(({ code }) => code))];
  return { values: planValues(problem, plan), violations };
}
