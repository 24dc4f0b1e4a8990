import type { Deadline, Obligation } from '../../agenda/index.ts';
import type { Messages } from '../language/de.ts';

/** The deadline that comes first. */
export function nearestDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines.toSorted((a, b) => a.on.localeCompare(b.on))[0];
}

/** How strongly a norm binds now: a draft or an expired norm binds nobody. */
export function forceWord({ force, status }: Pick<Obligation, 'force' | 'status'>, t: Messages): string {
  if (status === 'draft') return t.notInForce;
  return status === 'expired' ? t.expired : t.forces[force];
}

/** Law, paragraph and its true force: "SächsEGovG § 16: nur auf Beschluss der Stadt". */
export function obligationInWords(obligation: Obligation, t: Messages): string {
  const condition = obligation.force === 'conditional' && obligation.condition ? `: ${obligation.condition}` : '';
  return `${obligation.law} ${obligation.paragraph}, ${t.forcePhrases[obligation.force]}${condition}`;
}
