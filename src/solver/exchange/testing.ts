import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { machine } from '../machine-problem.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { Result } from '../model/result.ts';
import { solve } from '../solve.ts';
import { SharedPartner } from './shared-partner.ts';

export interface Side {
  memory: SharedArrayBuffer;
  side: 0 | 1;
  seed: number;
  iterations: number;
  cancelled?: () => boolean;
}

/** One of two searches for the same problem. */
export function searchSide({ memory, side, seed, iterations, cancelled }: Side): Result {
  return solve(makeProblem(machine(15)), {
    seed,
    limit: { iterations },
    partner: new SharedPartner(memory, side, 50),
    ...(cancelled ? { cancelled } : {}),
  });
}

// Started as a thread, this file is the other side.
if (!isMainThread && (workerData as Side | null)?.memory instanceof SharedArrayBuffer)
  parentPort?.postMessage(searchSide(workerData as Side));
