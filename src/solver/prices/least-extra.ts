import { compile } from '../compiled/compile.ts';
import type { Problem } from '../model/problem.ts';
import type { PriceCertificate } from '../proof/price-certificate.ts';
import { boundByPrices } from './price-bound.ts';

export interface ExtraQuestion {
  /** What is counted: units of these resources, each period for itself, and of these budgets. */
  readonly resources: readonly number[];
  readonly budgets: readonly number[];
  /** Whether nothing else, or anything else, may be added beside it. */
  readonly whatElse: 'nothing' | 'anything';
  /** An addition that suffices, or a guess at it. */
  readonly most: number;
  readonly steps: number;
  readonly cancelled?: () => boolean;
}

/**
 * What must be added at least before the problem has any plan, with the certificate that an independent check accepted. Null: nothing is
 * proven, which does not mean that nothing is needed.
 */
export function leastExtra(problem: Problem, question: ExtraQuestion): PriceCertificate | null {
  const { resources, budgets, whatElse, most, steps, cancelled } = question;
  if (cancelled?.()) return null;
  const aim = { kind: 'extra', resources, budgets, whatElse } as const;
  return boundByPrices(problem, compile(problem), {
    aim,
    most,
    steps,
    ...(cancelled ? { stop: cancelled, cancelled } : {}),
  });
}
