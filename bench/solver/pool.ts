import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome, Run } from './run.ts';

const child = join(import.meta.dirname, 'child.ts');

/** Real time after which a run that should have ended counts as hung. A busy machine may give it a fiftieth of a processor. */
const patience = (cpuLimit: number): number => (60 + cpuLimit * 50) * 1000;

export type Answer = { readonly outcome: Outcome } | { readonly error: string };

/**
 * Carries out runs in `jobs` child processes at a time and reports each as it ends. A process that dies or hangs is replaced, and its
 * run counts as an error.
 */
export async function carryOut(
  runs: readonly Run[],
  jobs: number,
  report: (run: Run, answer: Answer) => void,
): Promise<void> {
  const waiting = runs[Symbol.iterator]();
  const work = async (): Promise<void> => {
    let worker: ChildProcess | undefined;
    for (const run of waiting) {
      const alive = worker?.connected && worker.exitCode === null && worker.signalCode === null;
      worker = alive && worker ? worker : fork(child, { execArgv: ['--max-old-space-size=4096'] });
      report(run, await ask(worker, run));
    }
    worker?.kill();
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

function ask(worker: ChildProcess, run: Run): Promise<Answer> {
  return new Promise((resolve) => {
    let hung = false;
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      hung = true;
      worker.kill('SIGKILL'); // its end is the answer, so that nobody hands the dying process another run
    }, patience(run.cpuLimit));
    worker.once('message', (answer: Answer) => end(answer));
    worker.once('exit', (code, signal) => {
      const seconds = patience(run.cpuLimit) / 1000;
      end({ error: hung ? `no answer within ${seconds} s` : `the process ended with ${signal ?? code}` });
    });
    worker.send(run);
  });
}
