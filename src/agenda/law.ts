import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/**
 * How strongly a norm binds: `must`, `should` (soll), `conditional` (only if its condition holds), `optional`,
 * `info`. A duty that is only optional and shown as "must" is the worst mistake the product can make.
 */
export const forceSchema = z.enum(['must', 'should', 'conditional', 'optional', 'info']);
export type Force = z.infer<typeof forceSchema>;

export const triggerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inForce') }),
  z.strictObject({ kind: z.literal('date'), on: isoDateSchema }),
  z.strictObject({ kind: z.literal('event'), event: lineSchema }),
  z.strictObject({ kind: z.literal('recurring'), everyMonths: z.int().min(1).max(120) }),
]);

export const obligationSchema = z.strictObject({
  id: idSchema,
  /** Short name of the law as cited, for example `SächsEGovG`. */
  law: lineSchema,
  lawTitle: lineSchema.optional(),
  /** As cited: `§ 3a Abs. 1`. */
  paragraph: lineSchema,
  name: lineSchema,
  duty: proseSchema,
  force: forceSchema,
  /** True where the duty must be met before a step of a project may be taken. */
  gate: z.boolean().default(false),
  condition: lineSchema.optional(),
  trigger: triggerSchema,
  deadline: isoDateSchema.optional(),
  /** Whom the norm names: a duty on the Land reaches the city only through it. */
  addressee: lineSchema,
  status: z.enum(['draft', 'inForce', 'changed', 'expired']).default('inForce'),
  textVersion: lineSchema.optional(),
  asOf: isoDateSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Obligation = z.infer<typeof obligationSchema>;

/** True when the norm is in force on that day as far as the register knows: neither draft, nor expired, nor later. */
export function isInForce(obligation: Obligation, on: string): boolean {
  if (obligation.status === 'draft' || obligation.status === 'expired') return false;
  return obligation.trigger.kind !== 'date' || obligation.trigger.on <= on || obligation.deadline !== undefined;
}

/** Only `must`, and only in force, is a legal duty. */
export function isDuty(obligation: Obligation, on: string): boolean {
  return obligation.force === 'must' && isInForce(obligation, on);
}

export const strategySchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  issuer: lineSchema,
  level: z.enum(['federation', 'state', 'association', 'city']),
  /** Whether the strategy binds this city, and since when we say so. */
  binding: z.boolean(),
  status: z.enum(['draft', 'adopted', 'expired']).default('adopted'),
  description: proseSchema.optional(),
  /** What the strategy asks for; `projects` are those that serve the goal. */
  goals: z
    .array(z.strictObject({ id: idSchema, name: lineSchema, projects: z.array(idSchema).optional() }))
    .default([]),
  provenance: provenanceMapSchema.optional(),
});
export type Strategy = z.infer<typeof strategySchema>;
