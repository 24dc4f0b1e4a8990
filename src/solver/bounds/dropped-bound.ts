import type { Compiled } from '../compiled/compile.ts';
import { CERTAIN, FREE } from '../compiled/settle.ts';
import type { DroppedTerm } from '../model/problem.ts';

/** Guards against the last bits of a double, relative to what is summed: a bound may be too low, never too high. */
const SLACK = 1e-12;

/** Something of which there is only so much: what is left of it, and the least that each group needs. */
interface Supply {
  readonly left: number;
  readonly need: Float64Array;
}

/** Groups of which at most one is carried out. */
type Item = readonly number[];

/**
 * Least weight that every plan drops. What is carried out must fit into the sum of each capacity and each budget, and of each alternative only
 * one group is: for each supply a fractional knapsack (Dantzig 1957), the best of which counts.
 */
export function droppedBound(
  level: { readonly terms: readonly DroppedTerm[] },
  c: Compiled,
  state: Uint8Array,
): number {
  const weight = new Float64Array(c.choice.groups);
  for (const term of level.terms) weight[c.group[term.activity]!]! += term.weight;
  const free = Array.from(state.keys()).filter((g) => state[g] === FREE);
  if (free.length === 0 && state.every((value) => value === CERTAIN)) return 0;
  const alone = free.map((g): Item => [g]);
  const joined = oneOfEach(c, free);
  let most = sum(joined.map((item) => heaviest(item, weight)));
  for (const supply of suppliesOf(c, state)) {
    most = Math.min(most, mostKept(alone, supply, weight), mostKept(joined, supply, weight));
  }
  return sum(weight.filter((_, g) => state[g] !== CERTAIN)) - most;
}

/** The free groups, joined where they exclude each other; each in the first alternative that names it. */
function oneOfEach(c: Compiled, free: readonly number[]): Item[] {
  const rest = new Set(free);
  const items = c.choice.sets.map((set) => Array.from(set).filter((g) => rest.delete(g)));
  return [...items.filter((item) => item.length > 0), ...[...rest].map((g) => [g])];
}

/** At most so much weight fits into the supply: the densest items first, the last one in part. */
function mostKept(items: readonly Item[], { left, need }: Supply, weight: Float64Array): number {
  const sized = items
    .map((item) => ({
      worth: heaviest(item, weight),
      size: item.reduce((least, g) => Math.min(least, need[g]!), Infinity),
    }))
    .filter(({ worth }) => worth > 0);
  sized.sort((x, y) => y.worth * x.size - x.worth * y.size);
  let room = Math.max(0, left);
  let kept = 0;
  for (const { worth, size } of sized) {
    if (size > room) return kept + Math.floor((worth * room) / size + SLACK * (1000 + kept));
    room -= size;
    kept += worth;
  }
  return kept;
}

function heaviest(item: Item, weight: Float64Array): number {
  return item.reduce((most, g) => Math.max(most, weight[g]!), 0);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function suppliesOf(c: Compiled, state: Uint8Array): Supply[] {
  const resources = Array.from({ length: c.resources }, (_, r) =>
    supplyOf(c, state, sum(c.capacity.subarray(r * c.horizon, (r + 1) * c.horizon)), (slot) => workOf(c, slot, r)),
  );
  const { bucketFirst, inflow } = c.budgets;
  // Unspent money can only shrink when it is carried over.
  const budgets = Array.from({ length: c.budgets.count }, (_, b) =>
    supplyOf(c, state, sum(inflow.subarray(bucketFirst[b]!, bucketFirst[b + 1]!)), (slot) => costOf(c, slot, b)),
  );
  return [...resources, ...budgets];
}

function supplyOf(c: Compiled, state: Uint8Array, total: number, needOf: (slot: number) => number): Supply {
  const need = new Float64Array(c.choice.groups);
  let left = total;
  for (let a = 0; a < c.activities; a++) {
    const frozen = c.frozenMode[a]!;
    const first = c.modeFirst[a]! + Math.max(0, frozen);
    const end = frozen >= 0 ? first + 1 : c.modeFirst[a + 1]!;
    let least = Number.POSITIVE_INFINITY;
    for (let slot = first; slot < end; slot++) least = Math.min(least, needOf(slot));
    need[c.group[a]!]! += least;
    if (state[c.group[a]!] === CERTAIN) left -= least;
  }
  return { left, need };
}

function workOf(c: Compiled, slot: number, resource: number): number {
  const duration = c.duration[slot]!;
  let work = 0;
  for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
    if (c.demandResource[k] !== resource) continue;
    const profile = c.demandProfile[k]!;
    work += profile < 0 ? duration * c.demandAmount[k]! : sum(c.profile.subarray(profile, profile + duration));
  }
  return work;
}

/** Money that the slot takes whenever it starts: of commitments nothing is certain. */
function costOf(c: Compiled, slot: number, budget: number): number {
  if (c.budgets.commits[budget] === 1) return 0;
  let cost = 0;
  for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
    if (c.costBudget[k] === budget) cost += c.costCumulative[c.costOffset[k + 1]! - 1]!;
  }
  return cost;
}
