import type { BestKnown } from '../instances/best-known.ts';
import { markdownTable } from '../markdown.ts';
import type { Row } from './run.ts';

/** One line of the summary: a set, a solver, a CPU limit. */
export interface Line {
  readonly set: string;
  readonly solver: string;
  readonly cpuLimit: number;
  /** Runs. */
  readonly runs: number;
  /** Runs with a valid plan. */
  readonly feasible: number;
  /** Runs whose plan, or whose absence of one, the solver claims to be proven. */
  readonly proven: number;
  /** Mean distance of the plans to the best known makespan in percent; null when no plan has one to compare with. */
  readonly gap: number | null;
  /** Plans with a best known makespan. */
  readonly compared: number;
  /** Runs that took more than 5 % over their limit. */
  readonly late: number;
  /** Runs that contradict the best known values: a plan below the lower bound, or a bound or proof above a known plan. */
  readonly doubtful: number;
}

/** Sums rows up; `best` gives the best known values of a row's instance. */
export function summarize(rows: readonly Row[], best: (row: Row) => BestKnown | undefined): Line[] {
  const groups = Map.groupBy(rows, ({ set, cpuLimit, solver }) => JSON.stringify([set, cpuLimit, solver]));
  return [...groups.values()].map((members) => {
    const { set, solver, cpuLimit } = members[0] as Row;
    const gaps = members.flatMap((row) => {
      const known = best(row)?.ub;
      return row.value === null || !known ? [] : [(100 * (row.value - known)) / known];
    });
    return {
      set,
      solver,
      cpuLimit,
      runs: members.length,
      feasible: members.filter(({ value }) => value !== null).length,
      proven: members.filter(({ proven }) => proven).length,
      gap: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
      compared: gaps.length,
      late: members.filter(({ cpuSeconds }) => cpuSeconds > 1.05 * cpuLimit).length,
      doubtful: members.filter((row) => contradicts(row, best(row))).length,
    };
  });
}

function contradicts({ value, bound, proven }: Row, known: BestKnown | undefined): boolean {
  if (!known) return false;
  const { lb, ub } = known;
  if (value !== null && lb !== null && value < lb) return true;
  if (ub === null) return false;
  return (bound !== null && bound > ub) || (proven && (value === null || value > ub));
}

/** Gaps in percent that our engine is to reach, by what a set's name holds and CPU seconds, on instances that nobody tuned on. */
const TARGETS: readonly { readonly set: RegExp; readonly cpuLimit: number; readonly gap: number }[] = [
  { set: /j120/i, cpuLimit: 1, gap: 1.3 },
  { set: /j120/i, cpuLimit: 10, gap: 0.9 },
  { set: /rg300/i, cpuLimit: 10, gap: 1.2 },
  { set: /mmlib100/i, cpuLimit: 10, gap: 2.5 },
];

/** For ours the target of the set; for a peer how many times larger its gap is than ours. */
function verdict(line: Line, lines: readonly Line[]): string {
  const { gap, set, cpuLimit } = line;
  if (gap === null) return '–';
  if (line.solver === 'fahrplan') {
    const target = TARGETS.find((one) => one.set.test(set) && one.cpuLimit === cpuLimit);
    return target ? `≤ ${target.gap} ${gap <= target.gap ? 'reached' : 'missed'}` : '–';
  }
  const own = lines.find((other) => other.solver === 'fahrplan' && other.set === set && other.cpuLimit === cpuLimit);
  return own?.gap && own.gap > 0 ? `${(gap / own.gap).toFixed(1)} x ours` : '–';
}

/** The summary as a Markdown table with aligned columns, for the terminal and for the report. */
export function formatLines(lines: readonly Line[]): string {
  return markdownTable(
    ['set', 'CPU-s', 'solver', 'runs', 'gap %', 'target', 'compared', 'feasible', 'proven', 'over time', 'doubtful'],
    lines.map((line) => [
      line.set,
      String(line.cpuLimit),
      line.solver,
      String(line.runs),
      line.gap === null ? '–' : line.gap.toFixed(2),
      verdict(line, lines),
      String(line.compared),
      String(line.feasible),
      String(line.proven),
      String(line.late),
      String(line.doubtful),
    ]),
  );
}
