import { cpuMilliseconds } from '../solver/run.ts';

/**
 * Runs `work` while every clock of this process shows CPU time. WebAssembly has no clock of its own and asks JavaScript, so a solver in
 * WebAssembly then keeps its limit in CPU seconds, however busy the machine is.
 */
export async function onCpuClock<T>(work: () => Promise<T>): Promise<T> {
  const now = performance.now.bind(performance);
  const { now: dateNow } = Date;
  const origin = { cpu: cpuMilliseconds(), now: now(), date: dateNow() };
  performance.now = () => origin.now + cpuMilliseconds() - origin.cpu;
  Date.now = () => Math.floor(origin.date + cpuMilliseconds() - origin.cpu);
  try {
    return await work();
  } finally {
    performance.now = now;
    Date.now = dateNow;
  }
}
