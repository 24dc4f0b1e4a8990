import { parentPort, workerData } from 'node:worker_threads';
import { type Assessment, assess } from '../../council/index.ts';
import { inputsHash } from '../../formats/index.ts';
import {
  answerQuestion,
  CandidateError,
  capacityCurve,
  capacityWorth,
  type PlanResult,
  planAgenda,
  repairPlan,
  simulateRisk,
  whyNot,
} from '../../planning/index.ts';
import type { AnyResult, Message, Shared, Task } from './task.ts';

/**
 * The computing thread of the command line: a computation blocks its thread, and the main thread must stay free for
 * Ctrl-C and the progress bar.
 */

const { stop } = workerData as Shared;

/** Search steps for a plan without `--time`: a number and not a time, so that the same call gives the same plan. */
const PLAN_ITERATIONS = 10_000;
/** Search steps for each row of the worth of capacity. */
const WORTH_ITERATIONS = 3_000;
const REPORT_MS = 50;

const post = (message: Message): void => parentPort?.postMessage(message);

/** True as soon as the user or the time given asks for an end. */
function ending(seconds: number | null): () => boolean {
  const end = seconds === null ? Number.POSITIVE_INFINITY : performance.now() + 1000 * seconds;
  return () => Atomics.load(stop, 0) === 1 || performance.now() > end;
}

function answerPaper({ agenda, paper, others, seed, seconds, prove }: Task & { kind: 'assess' }): Assessment {
  const cancelled = ending(seconds);
  const onProgress = (done: number, total: number): void => post({ kind: 'progress', share: done / total });
  return assess(agenda, paper, others, {
    ask: (asked, candidate) => {
      const answer = answerQuestion(asked, candidate, { seed, prove, cancelled, onProgress });
      return { ...answer, engine: { ...answer.engine, inputsHash: inputsHash(asked, candidate) } };
    },
  });
}

function plan({ agenda, seed, seconds, meeting }: Task & { kind: 'plan' }): PlanResult {
  const start = performance.now();
  let steps = 0;
  let found = false;
  let last = start;
  // The engine reports when it has found something better; asking whether to go on comes with every step.
  const cancelled = (): boolean => {
    steps++;
    const now = performance.now();
    // Who sees it working may end it, and is then promised what was found so far.
    if (found && now - last > REPORT_MS) {
      last = now;
      post({ kind: 'progress', share: seconds === null ? steps / PLAN_ITERATIONS : (now - start) / (1000 * seconds) });
    }
    return Atomics.load(stop, 0) === 1;
  };
  const limit = seconds === null ? { iterations: PLAN_ITERATIONS } : { milliseconds: 1000 * seconds };
  return planAgenda(agenda, {
    seed,
    limit,
    prove: true,
    now: () => performance.now(),
    cancelled,
    onProgress: ({ values }) => {
      found = values.length > 0;
    },
    ...(meeting ? { meeting } : {}),
  });
}

function resultOf(task: Task): AnyResult {
  const cancelled = ending(null);
  if (task.kind === 'whyNot') {
    return whyNot(task.agenda, task.plan, { cancelled, ...(task.project ? { project: task.project } : {}) });
  }
  const search = { seed: task.seed, cancelled };
  switch (task.kind) {
    case 'assess':
      return answerPaper(task);
    case 'plan':
      return plan(task);
    case 'curve':
      return capacityCurve(task.agenda, task.candidate, { ...search, limit: { iterations: PLAN_ITERATIONS } });
    case 'worth':
      return capacityWorth(task.agenda, { ...search, limit: { iterations: WORTH_ITERATIONS } });
    case 'risk':
      return simulateRisk(task.agenda, task.plan, { ...search, runs: task.runs });
    case 'repair':
      return repairPlan(task.agenda, task.plan, task.changes, search);
  }
}

parentPort?.once('message', (task: Task) => {
  try {
    post({ kind: 'result', result: resultOf(task) });
  } catch (error) {
    // A class does not survive the way between threads; everything else arrives there as an error of this thread.
    if (!(error instanceof CandidateError)) throw error;
    post({ kind: 'notDatable' });
  }
});
