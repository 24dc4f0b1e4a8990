import { cpuMilliseconds } from '../solver/run.ts';

/** Times of one question on one agenda, in milliseconds. */
export interface Times {
  readonly asked: number;
  /** Percentiles of the CPU time of the process, all its threads: a busy machine does not change them. */
  readonly p50: number;
  readonly p95: number;
  /** 95th percentile of the time that a user waits on this machine as it is. */
  readonly waited: number;
}

/**
 * Asks `times` times, or until `budget` milliseconds of CPU have gone, but at least once. Two questions before warm the code up and do
 * not count, unless one alone takes more than the budget.
 */
export function measure(ask: (number: number) => unknown, times: number, budget: number): Times {
  const first = timed(() => ask(0));
  const samples = first.cpu < budget ? [] : [first];
  if (samples.length === 0) ask(1);
  for (let spent = first.cpu, number = 2; number < times + 2 && spent < budget; number++) {
    const sample = timed(() => ask(number));
    samples.push(sample);
    spent += sample.cpu;
  }
  const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
  const cpu = sorted(samples.map((sample) => sample.cpu));
  const waited = quantile(sorted(samples.map((sample) => sample.wall)), 0.95);
  return { asked: samples.length, p50: quantile(cpu, 0.5), p95: quantile(cpu, 0.95), waited };
}

function timed(work: () => unknown): { wall: number; cpu: number } {
  const [wall, cpu] = [performance.now(), cpuMilliseconds()];
  work();
  return { wall: performance.now() - wall, cpu: cpuMilliseconds() - cpu };
}

/** The smallest value that at least the share `q` of the sorted values does not exceed. */
export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}
