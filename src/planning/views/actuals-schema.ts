import { z } from 'zod';
import { idSchema, isoDateSchema } from '../../agenda/index.ts';

export const actualYearSchema = z.strictObject({
  year: z.int(),
  status: z.enum(['adopted', 'draft', 'forecast']),
  amountCents: z.int(),
  /** What came over from the year before: by what was really used once that year is over, else by the plan. */
  carriedInCents: z.int(),
  /** Running costs and projects by the plan. */
  plannedCents: z.int(),
  spentCents: z.int(),
  committedCents: z.int(),
  /** Amount and carry-over less what was spent and ordered; negative = overdrawn. */
  remainderCents: z.int(),
  /** What goes into the next year by what is known today. */
  carriedOutCents: z.int(),
  /** Yearly costs after their end of the projects that this line pays for. */
  followUpCents: z.int(),
  /** `over`: more is spent and ordered than there is. `abovePlan`: more than planned. `none`: nothing is booked. */
  state: z.enum(['none', 'withinPlan', 'abovePlan', 'over']),
  /** Day of the last booking. */
  lastOn: isoDateSchema.nullable(),
  illustrative: z.boolean(),
});
export type ActualYear = z.infer<typeof actualYearSchema>;

export const actualsViewSchema = z.strictObject({
  asOf: isoDateSchema,
  /** The plan that is compared: the approved one, else the working plan. */
  plan: z.strictObject({ status: z.enum(['working', 'approved']), on: isoDateSchema }).nullable(),
  lines: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      years: z.array(actualYearSchema),
      /** Projects for which something is booked on this line, over all years. */
      projects: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          plannedCents: z.int(),
          spentCents: z.int(),
          committedCents: z.int(),
        }),
      ),
    }),
  ),
});
export type ActualsView = z.infer<typeof actualsViewSchema>;
