import type { Statement } from '../../../council/index.ts';
import { runsOf } from './runs.ts';

/** Numbers of the evidence cards: 1, 2, 3 … in the order in which the text uses them. */
export function numberEvidence(statement: Statement): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const block of statement.blocks)
    for (const run of runsOf(block))
      if (run.kind === 'figure' && !numbers.has(run.evidence)) numbers.set(run.evidence, numbers.size + 1);
  return numbers;
}
