import { proveKept } from './kept-proof.ts';
import type { Run } from './run.ts';
import { sharePlans, type Variant } from './variant.ts';

/**
 * Settles the kept dates that are reported, one after the other. A better plan found on the way is offered to all others, so what is
 * settled first (the question as it stands) helps the changes, which only allow more.
 *
 * @param reported whether a date is told; the others only serve as sources of plans and are not worth a proof
 */
export function settleVariants(
  variants: readonly Variant[],
  reported: (variant: Variant) => boolean,
  run: Run,
): Variant[] {
  return variants.reduce((all, target, i) => (reported(target) ? settleOne(all, i, run) : all), [...variants]);
}

function settleOne(variants: Variant[], index: number, run: Run): Variant[] {
  const variant = variants[index];
  if (!variant?.kept || variant.kept.proven) return variants;
  const { setting, kept } = variant;
  const { translation, base, planned } = setting;
  const settled = run.part(() => proveKept(translation, base, planned, kept, run.effort(translation)));
  if (!settled) return variants;
  const next = variants.with(index, { setting, kept: settled });
  return settled.span.end < kept.span.end ? sharePlans(next, run.cancelled) : next;
}
