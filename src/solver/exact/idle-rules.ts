import type { Spending } from './spending.ts';
import type { Tasks } from './tasks.ts';

/**
 * Whether the users of a resource could ever need more than there is: somewhere in their windows (bounds as from
 * {@link Tasks.initialBounds}) the most that all of them need together exceeds what is free. If not, its rule has nothing to say.
 */
export function mayOverload(tasks: Tasks, bound: Int32Array, resource: number): boolean {
  const { c, free } = tasks;
  const first = resource * c.horizon;
  // Differences first, then sums: what begins and what ends in each period.
  const change = new Int32Array(c.horizon + 1);
  for (const a of tasks.users[resource]!) {
    let amount = 0;
    let longest = 0;
    for (let slot = tasks.firstSlot(a, null); slot <= tasks.lastSlot(a, null); slot++) {
      longest = Math.max(longest, c.duration[slot]!);
      amount = Math.max(amount, mostNeeded(tasks, slot, resource));
    }
    const last = Math.min(c.horizon, longest - bound[2 * a + 1]!);
    if (last <= bound[2 * a]!) continue;
    change[bound[2 * a]!]! += amount;
    change[last]! -= amount;
  }
  let most = 0;
  for (let t = 0; t < c.horizon; t++) {
    most += change[t]!;
    if (most > free[first + t]!) return true;
  }
  return false;
}

function mostNeeded({ c }: Tasks, slot: number, resource: number): number {
  let sum = 0;
  for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
    if (c.demandResource[k] === resource) sum += c.demandAmount[k]!;
  }
  return sum;
}

/**
 * Whether the payers could ever spend more than there is: all of them as early as they can, everything counted in full. Commitments count
 * with all that the payers cost.
 */
export function mayOverspend(
  tasks: Tasks,
  bound: Int32Array,
  { funds, budget, bucket }: Spending,
  payers: readonly number[],
): boolean {
  const commits = tasks.c.budgets.commits[budget] === 1;
  let left = funds;
  for (const a of payers) {
    let most = 0;
    for (let slot = tasks.firstSlot(a, null); slot <= tasks.lastSlot(a, null); slot++) {
      const spent = commits ? tasks.paidInAll(slot, budget) : tasks.paidUntil(slot, budget, bucket, bound[2 * a]!);
      most = Math.max(most, spent);
    }
    left -= most;
  }
  return left < 0;
}
