import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome, Run } from './run.ts';

const child = join(import.meta.dirname, 'child.ts');

/** Real time after which a run that should have ended counts as hung. The machine may be busy, so this is generous. */
const patience = (cpuLimit: number): number => (30 + cpuLimit * 10) * 1000;

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
      worker = worker?.connected ? worker : fork(child, { execArgv: ['--max-old-space-size=4096'] });
      report(run, await ask(worker, run));
    }
    worker?.kill();
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

function ask(worker: ChildProcess, run: Run): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      worker.kill('SIGKILL');
      end({ error: `no answer within ${patience(run.cpuLimit) / 1000} s` });
    }, patience(run.cpuLimit));
    worker.once('message', (answer: Answer) => end(answer));
    worker.once('exit', (code, signal) => end({ error: `the process ended with ${signal ?? code}` }));
    worker.send(run);
  });
}
