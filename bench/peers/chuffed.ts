import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Instance } from '../instances/instance.ts';
import type { Outcome } from '../solver/run.ts';
import type { ChuffedTask } from './chuffed-process.ts';

/**
 * Chuffed as WebAssembly, fixed search. Its CPU time counts from the end of MiniZinc's translation on, as loading and modelling count
 * for nobody. Each run has a process of its own, which is killed after its answer: ending only the thread that works makes V8 abort
 * now and then while it still compiles the WebAssembly (seen with Node 24.21).
 */
export function chuffed(instance: Instance, seed: number, cpuLimit: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'chuffed-process.ts'), { stdio: 'ignore' });
    child.once('message', (answer: { outcome: Outcome } | { error: string }) => {
      child.kill('SIGKILL');
      if ('outcome' in answer) resolve(answer.outcome);
      else reject(new Error(answer.error));
    });
    child.once('exit', (code, signal) => reject(new Error(`Chuffed ended with ${signal ?? code}`)));
    child.send({ instance, seed, cpuLimit } satisfies ChuffedTask);
  });
}
