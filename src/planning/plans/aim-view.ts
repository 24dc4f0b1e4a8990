import { z } from 'zod';
import { type PlanQuality, planQualitySchema } from '../../agenda/index.ts';

/** One aim of a plan as it is shown: its value, the least that is possible as far as it is known, and how that is known. */
export const aimViewSchema = z.strictObject({
  kind: planQualitySchema.shape.aims.element.shape.kind,
  value: z.int(),
  /** No plan that is as good in the aims before can be below. */
  bound: z.int(),
  /** How far the value may be above the least possible, in tenths of a percent of it; null if nothing limits it. */
  gapPermille: z.int().nullable(),
  /** `proven`: value and bound meet, in this aim and all before. */
  quality: z.enum(['proven', 'bestFound']),
  /** What the bound rests on: an argument of the engine, or a certificate that an independent check accepted; null in plans of older engines. */
  basis: z.enum(['argument', 'certificate']).nullable(),
});
export type AimView = z.infer<typeof aimViewSchema>;

/** A gap is rounded up: it never looks smaller than it is. */
export function aimView({ kind, value, bound, proven, basis }: PlanQuality['aims'][number]): AimView {
  const gap = value <= bound ? 0 : bound > 0 ? Math.ceil((1000 * (value - bound)) / bound) : null;
  return { kind, value, bound, gapPermille: gap, quality: proven ? 'proven' : 'bestFound', basis: basis ?? null };
}
