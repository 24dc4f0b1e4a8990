import type { Deadline, Obligation } from '../../agenda/index.ts';
import type { Messages } from '../language/de.ts';

/** The deadline that comes first. */
export function nearestDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines.toSorted((a, b) => a.on.localeCompare(b.on))[0];
}

/** What decides whether a norm binds anybody: its force, and whether it is in force on the day that is looked at. */
type Binding = Pick<Obligation, 'force' | 'status'> & { inForce: boolean };

/** How strongly a norm binds now: one that is drafted, expired or still to come binds nobody. */
export function forceWord({ force, ...norm }: Binding, t: Messages): string {
  return notBinding(norm, t) ?? t.forces[force];
}

function notBinding({ status, inForce }: Omit<Binding, 'force'>, t: Messages): string | undefined {
  if (status === 'expired') return t.expired;
  return inForce ? undefined : t.notInForce;
}

/** Law, paragraph and its true force: "SächsEGovG § 16: nur auf Beschluss der Stadt". */
export function obligationInWords(norm: Obligation & Binding, t: Messages): string {
  const condition = norm.force === 'conditional' && norm.condition ? `: ${norm.condition}` : '';
  return `${norm.law} ${norm.paragraph}, ${notBinding(norm, t) ?? `${t.forcePhrases[norm.force]}${condition}`}`;
}
