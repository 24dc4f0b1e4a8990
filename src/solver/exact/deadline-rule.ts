import type { Domains } from './domains.ts';
import { NOTHING, type Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';

/** The modes left leave a start only so late before the deadline. */
export function applyDeadline(tasks: Tasks, domains: Domains, activity: number): Nogood | null {
  const { c } = tasks;
  const latest = Math.min(c.deadline[activity]!, c.horizon) - tasks.shortest(activity, domains);
  if (latest >= domains.high(activity)) return null;
  const literals = [2 * activity, 1 + latest];
  tasks.modePremises(activity, domains, literals);
  const reason: Nogood = { literals, fact: { kind: 'window', activity }, from: NOTHING };
  return domains.raise(2 * activity + 1, 0 - latest, reason) ? null : reason;
}
