import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LinearProgramme } from '../agenda/linear-programme.ts';

export interface LinearTask {
  readonly programme: LinearProgramme;
  readonly cpuLimit: number;
}

export interface LinearAnswer {
  /** Price of each row. */
  readonly prices: Float64Array;
  readonly cpuSeconds: number;
  readonly optimal: boolean;
}

/** Real time in which HiGHS must answer, as a multiple of its CPU seconds: the machine may be busy, and one step of it long. */
const PATIENCE = 2;

/** HiGHS as WebAssembly: the interior point method, without crossover, as a bound needs prices only. It has a process of its own. */
export function highs(programme: LinearProgramme, cpuLimit: number): Promise<LinearAnswer> {
  return new Promise((resolve, reject) => {
    const seconds = PATIENCE * cpuLimit;
    const child = fork(join(import.meta.dirname, 'highs-process.ts'), {
      serialization: 'advanced',
      stdio: 'ignore',
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    });
    child.once('message', (answer: LinearAnswer) => {
      child.kill('SIGKILL');
      resolve(answer);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(signal ? `no answer within ${seconds} s` : `HiGHS ended with ${code}`)),
    );
    child.send({ programme, cpuLimit } satisfies LinearTask);
  });
}
