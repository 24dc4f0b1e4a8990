import type { Compiled } from './compile.ts';
import { CERTAIN, RULED_OUT } from './settle.ts';

/** Starts that the links, releases, frozen starts and (if asked) deadlines leave open when resources are ignored. */
export interface Windows {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
}

/** A circle of links that can never be satisfied: the activities on it. */
export interface Cycle {
  readonly cycle: readonly number[];
}

/**
 * Longest paths forwards and backwards (Bellman-Ford; blocks are visited in topological order, so it is linear without maximal lags).
 * Where an activity has several modes, the least demanding duration counts, so the windows hold for every choice of modes.
 * A link counts for one of its ends only if the other end is carried out whenever that one is.
 * @param state what is certain about each group, see `settle`
 * @param deadlines whether deadlines narrow the windows; without them only the horizon and frozen starts do
 */
export function timeWindows(c: Compiled, state: Uint8Array, deadlines: boolean): Windows | Cycle {
  const { shortest, longest } = durationRange(c);
  const earliest = new Int32Array(c.activities);
  const latest = new Int32Array(c.activities);
  for (let a = 0; a < c.activities; a++) {
    const frozen = c.frozenStart[a]!;
    const end = deadlines ? Math.min(c.deadline[a]!, c.horizon) : c.horizon;
    earliest[a] = frozen >= 0 ? Math.max(frozen, deadlines ? c.release[a]! : frozen) : c.release[a]!;
    latest[a] = frozen >= 0 ? Math.min(frozen, deadlines ? end - shortest[a]! : frozen) : end - shortest[a]!;
  }
  const { from, to } = c.arcs;
  const count = from.length;
  const forward = new Int32Array(count);
  const backward = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const gap = gapOf(c, k, shortest, longest);
    forward[k] = implies(c, state, to[k]!, from[k]!) ? gap : NO_GAP;
    backward[k] = implies(c, state, from[k]!, to[k]!) ? gap : NO_GAP;
  }
  return propagate(c, forward, backward, earliest, latest) ?? { earliest, latest };
}

/** Gap of a link that does not count. */
const NO_GAP = -(2 ** 29);

/** Whether `other` is carried out in every plan that carries out `a`. */
function implies(c: Compiled, state: Uint8Array, a: number, other: number): boolean {
  const mine = state[c.group[a]!];
  const its = state[c.group[other]!];
  if (mine === RULED_OUT || its === RULED_OUT) return false;
  return its === CERTAIN || c.group[a] === c.group[other];
}

/** Shortest and longest duration over the modes that are open. */
export function durationRange(c: Compiled): { shortest: Int32Array; longest: Int32Array } {
  const shortest = new Int32Array(c.activities);
  const longest = new Int32Array(c.activities);
  for (let a = 0; a < c.activities; a++) {
    const frozen = c.frozenMode[a]!;
    const first = frozen >= 0 ? c.modeFirst[a]! + frozen : c.modeFirst[a]!;
    const last = frozen >= 0 ? first + 1 : c.modeFirst[a + 1]!;
    let least = c.duration[first]!;
    let most = least;
    for (let slot = first + 1; slot < last; slot++) {
      const duration = c.duration[slot]!;
      if (duration < least) least = duration;
      if (duration > most) most = duration;
    }
    shortest[a] = least;
    longest[a] = most;
  }
  return { shortest, longest };
}

/** Smallest distance between the starts at the two ends of an arc. */
function gapOf({ arcs }: Compiled, k: number, shortest: Int32Array, longest: Int32Array): number {
  return (
    arcs.lag[k]! + (arcs.fromFinish[k] ? shortest[arcs.from[k]!]! : 0) - (arcs.toFinish[k] ? longest[arcs.to[k]!]! : 0)
  );
}

function propagate(
  c: Compiled,
  forward: Int32Array,
  backward: Int32Array,
  earliest: Int32Array,
  latest: Int32Array,
): Cycle | null {
  const { count } = c.blocks;
  const via = new Int32Array(c.activities).fill(-1);
  const push = (a: number) => pushForward(c, forward, earliest, via, a);
  const pull = (a: number) => pushBackward(c, backward, latest, a);
  for (let b = 0; b < count; b++) {
    const last = relaxBlock(c, b, push);
    if (last >= 0) return { cycle: traceCycle(c, via, last) };
  }
  for (let b = count - 1; b >= 0; b--) relaxBlock(c, b, pull);
  return null;
}

/** Relaxes the arcs of a block until nothing changes; returns an activity on or behind a positive circle, or -1. */
function relaxBlock(c: Compiled, block: number, relax: (activity: number) => boolean): number {
  const from = c.blocks.first[block]!;
  const to = c.blocks.first[block + 1]!;
  let changed = -1;
  for (let round = 0; round <= to - from; round++) {
    changed = -1;
    for (let i = from; i < to; i++) {
      const a = c.blocks.member[i]!;
      if (relax(a)) changed = a;
    }
    // A single activity is not linked to itself, so a second look would find nothing.
    if (changed < 0 || to - from === 1) return -1;
  }
  return changed;
}

/** Pulls the earliest start of `a` up to what its incoming arcs demand. */
function pushForward(c: Compiled, gap: Int32Array, earliest: Int32Array, via: Int32Array, a: number): boolean {
  const { arcs } = c;
  let changed = false;
  for (let i = arcs.inFirst[a]!; i < arcs.inFirst[a + 1]!; i++) {
    const k = arcs.inArc[i]!;
    const bound = earliest[arcs.from[k]!]! + gap[k]!;
    if (bound > earliest[a]!) {
      earliest[a] = bound;
      via[a] = k;
      changed = true;
    }
  }
  return changed;
}

function pushBackward(c: Compiled, gap: Int32Array, latest: Int32Array, a: number): boolean {
  const { arcs } = c;
  let changed = false;
  for (let i = arcs.outFirst[a]!; i < arcs.outFirst[a + 1]!; i++) {
    const k = arcs.outArc[i]!;
    const bound = latest[arcs.to[k]!]! - gap[k]!;
    if (bound < latest[a]!) {
      latest[a] = bound;
      changed = true;
    }
  }
  return changed;
}

/** Walks back along the arcs that last raised a start; after as many steps as there are activities one is on the circle. */
function traceCycle(c: Compiled, via: Int32Array, start: number): number[] {
  let node = start;
  for (let i = 0; i < c.activities; i++) node = via[node]! >= 0 ? c.arcs.from[via[node]!]! : node;
  const cycle = [node];
  for (let next = c.arcs.from[via[node]!]!; next !== node; next = c.arcs.from[via[next]!]!) cycle.push(next);
  return cycle.reverse();
}
