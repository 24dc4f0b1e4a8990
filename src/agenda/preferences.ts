import { z } from 'zod';

/** What a person has chosen for themselves. */
export const preferencesSchema = z.strictObject({
  /** Commands by a single key; whoever speaks to the computer switches them off (WCAG 2.1.4). */
  shortcuts: z.boolean().default(true),
  /** One mail a day with what is new in the notification centre. */
  digest: z.boolean().default(false),
  /** Language in which the person uses the pages; mails to them are in it too. */
  language: z.enum(['de', 'en']).default('de'),
});
export type Preferences = z.infer<typeof preferencesSchema>;
