import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { type Instance, type InstanceMode, safeHorizon } from '../instances/instance.ts';
import { cpuMilliseconds, type Outcome } from '../solver/run.ts';

const message = z.union([
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('statistics'), statistics: z.record(z.string(), z.unknown()) }),
  z.object({
    type: z.literal('solution'),
    output: z.object({ json: z.object({ start: z.array(z.number()), option: z.array(z.number()) }) }),
  }),
  z.object({ type: z.literal('status'), status: z.string() }),
  z.object({ type: z.literal('error'), message: z.string() }),
  z.object({ type: z.literal('exit'), code: z.number() }),
  z.object({ type: z.enum(['warning', 'stdout', 'stderr', 'comment', 'trace']) }),
]);

export interface ChuffedTask {
  readonly instance: Instance;
  readonly seed: number;
  readonly cpuLimit: number;
}

/** A process for one run: the solver works in a second thread, and this one watches the CPU clock of both. */
process.on('message', ({ instance, seed, cpuLimit }: ChuffedTask) => {
  const worker = new Worker(join(import.meta.dirname, 'chuffed-worker.ts'));
  let began: number | undefined;
  let proven = false;
  let found: Found | undefined;
  const fail = (error: Error): unknown => process.send?.({ error: error.message });
  const end = (): void => {
    clearInterval(watch);
    const cpuSeconds = (cpuMilliseconds() - (began ?? cpuMilliseconds())) / 1000;
    const bound = proven && found ? makespanOf(instance, found) : null;
    process.send?.({ outcome: { cpuSeconds, bound, proven, ...planOf(instance, found) } satisfies Outcome });
  };
  const watch = setInterval(() => {
    if (began !== undefined && cpuMilliseconds() - began >= cpuLimit * 1000) end();
  }, 5);
  worker.on('error', fail);
  worker.on('message', (data: unknown) => {
    const told = message.parse(data);
    if (told.type === 'ready') worker.postMessage(task(instance, seed));
    else if (told.type === 'statistics' && 'flatTime' in told.statistics) began = cpuMilliseconds();
    else if (told.type === 'solution') found = told.output.json;
    else if (told.type === 'status') proven = told.status === 'OPTIMAL_SOLUTION' || told.status === 'UNSATISFIABLE';
    else if (told.type === 'error') fail(new Error(told.message));
    else if (told.type === 'exit') end();
  });
  worker.postMessage(assets());
});

/** Where the script finds its parts. */
function assets(): { wasmURL: string; dataURL: string } {
  const { resolve } = createRequire(import.meta.url);
  const wasmURL = resolve('minizinc/minizinc.wasm');
  const dataURL = resolve('minizinc/minizinc.data');
  return { wasmURL, dataURL };
}

function task(instance: Instance, seed: number): object {
  const files = {
    'model.mzn': readFileSync(join(import.meta.dirname, 'chuffed.mzn'), 'utf8'),
    'data.json': JSON.stringify(dataOf(instance)),
  };
  const flags = ['--intermediate', '--statistics', '--solver', 'chuffed', '--random-seed', String(seed)];
  return { jsonStream: true, files, args: [...flags, '--output-mode', 'json', 'model.mzn', 'data.json'] };
}

/** The parameters of `chuffed.mzn`. */
function dataOf(instance: Instance): Record<string, number | readonly number[]> {
  const { activities, renewable, nonRenewable, reservoirs } = instance;
  const options = activities.flatMap(({ modes }) => modes);
  const first = firstOptions(instance);
  const rows = (count: number, figure: (mode: InstanceMode, k: number) => number): number[] =>
    Array.from({ length: count }, (_, k) => options.map((mode) => figure(mode, k))).flat();
  const links = activities.flatMap(({ successors }, i) =>
    successors.map((next) => ({ before: i + 1, after: next + 1 })),
  );
  return {
    horizon: safeHorizon(instance),
    activities: activities.length,
    options: options.length,
    first,
    last: activities.map(({ modes }, i) => (first[i] as number) + modes.length - 1),
    duration: options.map(({ duration }) => duration),
    links: links.length,
    before: links.map(({ before }) => before),
    after: links.map(({ after }) => after),
    renewables: renewable.length,
    units: renewable,
    need: rows(renewable.length, (mode, k) => mode.renewable[k] ?? 0),
    budgets: nonRenewable.length,
    budget: nonRenewable,
    cost: rows(nonRenewable.length, (mode, k) => mode.nonRenewable[k] ?? 0),
    reservoirs: reservoirs.length,
    stock: reservoirs,
    consumed: rows(reservoirs.length, (mode, k) => mode.consumed[k] ?? 0),
    produced: rows(reservoirs.length, (mode, k) => mode.produced[k] ?? 0),
  };
}

/** Number of the first option of each activity, from 1 on. */
function firstOptions({ activities }: Instance): number[] {
  let next = 1;
  return activities.map(({ modes }) => {
    next += modes.length;
    return next - modes.length;
  });
}

type Found = { readonly start: readonly number[]; readonly option: readonly number[] };

function planOf(instance: Instance, found: Found | undefined): Pick<Outcome, 'starts' | 'modes'> {
  if (!found) return { starts: null, modes: null };
  const first = firstOptions(instance);
  return { starts: found.start, modes: found.option.map((option, i) => 1 + option - (first[i] as number)) };
}

function makespanOf(instance: Instance, found: Found): number {
  const options = instance.activities.flatMap(({ modes }) => modes);
  return Math.max(...found.start.map((start, i) => start + (options[(found.option[i] as number) - 1]?.duration ?? 0)));
}
