import { z } from 'zod';
import { roles } from './permissions.ts';
import { idSchema, lineSchema } from './primitives.ts';

/** Address for mails, as people type it; compared without regard to case. */
export const mailAddressSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/, 'E-Mail-Adresse, zum Beispiel amt10@musterstadt.de');

/** Somebody who signs in. Belongs to the installation and not to the agenda: no agenda file holds people. */
export const personSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  mail: mailAddressSchema,
  roles: z.array(z.enum(roles)).max(roles.length),
  /** Units for which the person speaks in the role `office`. */
  ownUnits: z.array(idSchema).max(100),
  /** False once access was withdrawn: no sign-in, but the history keeps its author. */
  active: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;
