import { z } from 'zod';
import { centsSchema, fiscalYearSchema, idSchema, isoDateSchema, lineSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

export const budgetYearSchema = z.strictObject({
  year: fiscalYearSchema,
  amountCents: centsSchema,
  /** Running costs that are paid before any project. */
  runningCents: centsSchema.default(0),
  /**
   * Commitment authorisation (SächsGemO § 81): how much money of later years may be bound in this year, by phases that begin in it. It lapses
   * with the year. Absent = not limited.
   */
  commitmentsCents: centsSchema.optional(),
  status: z.enum(['adopted', 'draft', 'forecast']).default('adopted'),
});

/** Money for projects, by fiscal year. A project without a budget line is paid from elsewhere. */
export const budgetLineSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(['consumptive', 'investment']).default('consumptive'),
  /** Share of unspent money that may be carried into the next year, percent. */
  carryOverPercent: z.int().min(0).max(100),
  /** First day on which money may be spent, if the first year is not whole. */
  from: isoDateSchema.optional(),
  years: z.array(budgetYearSchema).min(1),
  provenance: provenanceMapSchema.optional(),
});
export type BudgetLine = z.infer<typeof budgetLineSchema>;
