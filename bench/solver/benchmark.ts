import { writeFileSync } from 'node:fs';
import { bestKnownOf, readBestKnown } from '../instances/best-known.ts';
import { checkPlan, makespan } from '../instances/check-plan.ts';
import { findInstances, type InstanceFile } from '../instances/find-instances.ts';
import { readInstance } from '../instances/read-instance.ts';
import { type Answer, carryOut } from './pool.ts';
import type { Row, Run } from './run.ts';
import { type Line, summarize } from './table.ts';

export interface BenchmarkOptions {
  /** Folder with instance files, in subfolders or not. */
  readonly instances: string;
  /** JSON file `{name: {lb, ub}}`; undefined = no gaps. */
  readonly bestKnown: string | undefined;
  readonly cpuSeconds: readonly number[];
  /** Number of seeds; they are 1, 2, … */
  readonly seeds: number;
  readonly solvers: readonly string[];
  readonly sets: readonly string[];
  readonly limit: number | undefined;
  /** Processes at a time. */
  readonly jobs: number;
  /** File for the rows as JSON; undefined = none. */
  readonly out: string | undefined;
  /** Told about each run that has ended, and about each fault. */
  readonly progress: (done: number, of: number) => void;
  readonly fault: (message: string) => void;
}

/**
 * Lets every solver work on every instance with every limit and seed, checks each plan against the file, writes the rows and returns
 * the summary. A plan that fails its check counts as none, and is reported as a fault.
 */
export async function benchmark(options: BenchmarkOptions): Promise<Line[]> {
  const files = findInstances(options.instances, { sets: options.sets, limit: options.limit });
  const known = options.bestKnown === undefined ? new Map() : readBestKnown(options.bestKnown);
  const best = new Map(files.map((file) => [file.path, bestKnownOf(known, file)]));
  const runs = planRuns(files, options);
  const rows = new Map<Run, Row>();
  const write = (): Row[] => {
    const inOrder = runs.flatMap((run) => rows.get(run) ?? []);
    if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(inOrder)}\n`);
    return inOrder;
  };
  // What was measured so far is kept when somebody ends the benchmark early.
  const stop = (): never => {
    write();
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  write(); // a path that cannot be written fails now, not after hours
  await carryOut(runs, options.jobs, (run, answer) => {
    rows.set(run, toRow(run, answer, options.fault));
    options.progress(rows.size, runs.length);
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  const path = new Map(files.map((file) => [`${file.set}/${file.instance}`, file.path]));
  return summarize(write(), (row) => best.get(path.get(`${row.set}/${row.instance}`) ?? ''));
}

/** All runs; those on one instance with one limit and seed follow each other, so that the solvers meet the same machine. */
function planRuns(files: readonly InstanceFile[], { cpuSeconds, seeds, solvers }: BenchmarkOptions): Run[] {
  return files.flatMap((file) =>
    cpuSeconds.flatMap((cpuLimit) =>
      Array.from({ length: seeds }, (_, i) => i + 1).flatMap((seed) =>
        solvers.map((solver) => ({ ...file, solver, seed, cpuLimit })),
      ),
    ),
  );
}

function toRow(run: Run, answer: Answer, fault: (message: string) => void): Row {
  const { set, instance, solver, seed, cpuLimit } = run;
  const name = `${set}/${instance} ${solver} seed ${seed}, ${cpuLimit} s`;
  const none = {
    set,
    instance,
    solver,
    seed,
    cpuLimit,
    cpuSeconds: 0,
    value: null,
    bound: null,
    proven: false,
  } as const;
  if ('error' in answer) {
    fault(`${name}: ${answer.error}`);
    return { ...none, starts: null, modes: null };
  }
  const { cpuSeconds, bound, proven, starts, modes } = answer.outcome;
  if (starts === null || modes === null) return { ...none, cpuSeconds, bound, proven, starts: null, modes: null };
  const file = readInstance(run.path);
  const faults = checkPlan(file, { starts, modes });
  if (faults.length > 0) {
    fault(`${name}: the plan is not valid: ${faults.slice(0, 3).join('; ')}`);
    return { ...none, cpuSeconds, starts: null, modes: null };
  }
  return { ...none, cpuSeconds, value: makespan(file, { starts, modes }), bound, proven, starts, modes };
}
