import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, type Text } from '../agenda/index.ts';

/**
 * Somebody stands in for another person for a period: co-signs for that person's units and releases in that person's
 * place. It gives no right that the absent person does not have, it is not passed on, and four eyes stay two people.
 */
export const delegationSchema = z.strictObject({
  id: idSchema,
  /** Person who is away. */
  giver: idSchema,
  /** Person who stands in. */
  deputy: idSchema,
  from: isoDateSchema,
  /** Last day. */
  until: isoDateSchema,
  reason: lineSchema.optional(),
});
export type Delegation = z.infer<typeof delegationSchema>;

/** What is wrong with a delegation, and at which field; null if nothing is. */
export function delegationFault(one: Delegation): { field: 'deputy' | 'until'; message: Text } | null {
  if (one.giver === one.deputy) return { field: 'deputy', message: SELF };
  return one.until < one.from ? { field: 'until', message: BACKWARDS } : null;
}

/** For whom a person may act on a day, first come first. */
export function giversOf(delegations: readonly Delegation[], deputy: string, day: string): string[] {
  return delegations
    .filter((one) => one.deputy === deputy && one.giver !== deputy && one.from <= day && day <= one.until)
    .map((one) => one.giver);
}

const SELF: Text = {
  de: 'Niemand vertritt sich selbst. Bitte eine andere Person wählen.',
  en: 'Nobody stands in for themselves. Please choose another person.',
};
const BACKWARDS: Text = {
  de: 'Die Vertretung endet vor ihrem Beginn. Bitte die Tage prüfen.',
  en: 'The delegation ends before it begins. Please check the days.',
};
