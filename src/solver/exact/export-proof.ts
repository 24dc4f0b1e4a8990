import type { Problem } from '../model/problem.ts';
import type { Because, Certificate, Condition } from '../proof/certificate.ts';
import type { Fact, Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';

/** Steps between two looks whether it is cancelled: a long proof takes a tenth of a second to write down. */
const STEPS_BETWEEN_ASKS = 256;

/**
 * The proof behind the empty nogood: everything it rests on and nothing else, in an order in which each step follows the ones it needs. Null
 * if it was cancelled.
 */
export function exportProof(
  problem: Problem,
  tasks: Tasks,
  refuted: Nogood,
  cancelled: () => boolean = () => false,
): Certificate | null {
  const order = inOrder(refuted, cancelled);
  if (order === null) return null;
  const number = new Map(order.map((nogood, i) => [nogood, i]));
  const linkOfArc = problem.links.flatMap((link, i) => (link.maxLag === null ? [i] : [i, i]));
  const steps: Certificate['steps'][number][] = [];
  for (const { literals, fact, from } of order) {
    if (steps.length % STEPS_BETWEEN_ASKS === 0 && cancelled()) return null;
    const because: Because = fact
      ? becauseOf(tasks, fact, linkOfArc)
      : { kind: 'steps', steps: from.map((earlier) => number.get(earlier) ?? -1) };
    steps.push({ conditions: conditionsOf(tasks, literals), because });
  }
  return { steps };
}

/** Depth first without recursion: a proof may be thousands of steps deep. */
function inOrder(root: Nogood, cancelled: () => boolean): Nogood[] | null {
  const order: Nogood[] = [];
  const seen = new Set<Nogood>([root]);
  const stack: { nogood: Nogood; next: number }[] = [{ nogood: root, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const earlier = top.nogood.from[top.next++];
    if (!earlier) {
      order.push(top.nogood);
      if (order.length % STEPS_BETWEEN_ASKS === 0 && cancelled()) return null;
      stack.pop();
    } else if (!seen.has(earlier)) {
      seen.add(earlier);
      stack.push({ nogood: earlier, next: 0 });
    }
  }
  return order;
}

function conditionsOf(tasks: Tasks, literals: readonly number[]): Condition[] {
  const conditions: Condition[] = [];
  for (let k = 0; k < literals.length; k += 2) {
    const variable = literals[k]! >> 1;
    const isStart = variable < tasks.c.activities;
    const activity = isStart ? variable : tasks.modeMembers[variable - tasks.c.activities]![0]!;
    const upper = literals[k]! % 2 === 1;
    conditions.push([
      isStart ? 'start' : 'mode',
      activity,
      upper ? '<=' : '>=',
      upper ? -literals[k + 1]! : literals[k + 1]!,
    ]);
  }
  return conditions;
}

function becauseOf(tasks: Tasks, fact: Fact, linkOfArc: readonly number[]): Because {
  if (fact.kind === 'arc') return { kind: 'link', link: linkOfArc[fact.arc] ?? -1 };
  if (fact.kind !== 'money') return fact;
  return { ...fact, bucket: fact.bucket - tasks.c.budgets.bucketFirst[fact.budget]! };
}
