import { describe, expect, it } from 'vitest';
import { findBlocks } from '../compiled/blocks.ts';
import { compile } from '../compiled/compile.ts';
import { accumulate } from '../compiled/compile-modes.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { Cost } from '../model/problem.ts';
import { BlockHeap } from '../schedule/heap.ts';
import { Timetable } from '../schedule/timetable.ts';
import { Annealing } from './annealing.ts';
import { luby } from './luby.ts';
import { Rng } from './rng.ts';

describe('luby', () => {
  it('gives the known sequence', () => {
    expect(Array.from({ length: 15 }, (_, i) => luby(i + 1))).toEqual([1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8]);
  });
});

describe('Annealing', () => {
  it('accepts losses at first, hardly any in the end, and gains always', () => {
    const steps = 4000;
    const annealing = new Annealing({ movable: new Int32Array(100), noise: 10 }, () => steps, new Rng(1));
    const accepted = Array.from({ length: steps }, () => {
      annealing.step();
      expect(annealing.accepts(-1)).toBe(true);
      return annealing.accepts(30) ? 1 : 0;
    });
    const share = (from: number) => accepted.slice(from, from + 400).reduce((sum: number, one) => sum + one, 0) / 400;
    expect(share(0)).toBeGreaterThan(0.5);
    expect(share(steps - 400)).toBeLessThan(0.05);
  });
});

describe('Rng', () => {
  it('repeats itself for the same seed and differs for another one', () => {
    const draw = (seed: number) => {
      const rng = new Rng(seed);
      return Array.from({ length: 5 }, () => rng.bits());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    // Seeds beyond 32 bits count too.
    expect(draw(1)).not.toEqual(draw(1 + 2 ** 32));
  });

  it('draws every number below a bound about equally often', () => {
    const rng = new Rng(42);
    const drawn = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) {
      const n = rng.below(6);
      drawn[n] = (drawn[n] ?? 0) + 1;
    }
    for (const count of drawn) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});

describe('BlockHeap', () => {
  it('returns items by key, ties by number, and ignores what is already inside', () => {
    const heap = new BlockHeap(5);
    const key = Float64Array.from([3, 1, 2, 1, 0]);
    for (const item of [0, 3, 1, 2, 1, 4]) heap.push(item, key);
    expect(Array.from({ length: 5 }, () => heap.pop(key))).toEqual([4, 1, 3, 2, 0]);
    expect(heap.size).toBe(0);
  });
});

describe('findBlocks', () => {
  it('joins what binds each other and numbers blocks in topological order', () => {
    const activities = Array.from({ length: 4 }, () => ({ modes: [{ duration: 1 }] }));
    const links = [
      { from: 3, to: 1 },
      { from: 1, to: 2, lag: 0, maxLag: 4 },
      { from: 2, to: 0 },
    ];
    const { arcs } = compile(makeProblem({ horizon: 20, activities, links, levels: [] }));
    const { of, count } = findBlocks(4, arcs);
    expect(count).toBe(3);
    expect([...of]).toEqual([2, 1, 1, 0]);
  });
});

describe('accumulate', () => {
  const cumulate = (cost: Cost, duration: number) => {
    const periods = Math.max(1, duration);
    const paid = new Float64Array(periods + 1);
    accumulate(cost, periods, paid);
    return [...paid];
  };

  it('splits a cost to the unit, whatever its spread', () => {
    expect(cumulate({ budget: 0, amount: 10, spread: 'even' }, 4)).toEqual([0, 2, 5, 7, 10]);
    expect(cumulate({ budget: 0, amount: 10, spread: 'start' }, 3)).toEqual([0, 10, 10, 10]);
    expect(cumulate({ budget: 0, amount: 10, spread: 'end' }, 3)).toEqual([0, 0, 0, 10]);
    expect(cumulate({ budget: 0, profile: [1, 0, 4] }, 3)).toEqual([0, 1, 1, 5]);
    expect(cumulate({ budget: 0, amount: 10, spread: 'end' }, 0)).toEqual([0, 10]);
  });
});

describe('Timetable', () => {
  const table = (capacity: number[], demand: object) => {
    const modes = [{ duration: 2, demands: [{ resource: 0, ...demand }] }];
    return new Timetable(
      compile(
        makeProblem({
          horizon: capacity.length,
          resources: [{ capacity }],
          activities: [{ modes } as never],
          levels: [],
        }),
      ),
    );
  };

  it('finds the earliest and the latest room within limits', () => {
    const t = table([1, 0, 1, 1, 0, 1, 1, 1], { amount: 1 });
    expect([t.earliest(0, 0, 6), t.earliest(0, 3, 6), t.earliest(0, 3, 4)]).toEqual([2, 5, -1]);
    expect([t.latest(0, 0, 6), t.latest(0, 0, 4), t.latest(0, 0, 1)]).toEqual([6, 2, -1]);
  });

  it('does so for profiles, and is as before after placing and removing', () => {
    const t = table([2, 1, 1, 2, 1, 2, 1, 1], { profile: [2, 1] });
    expect([t.earliest(0, 1, 6), t.latest(0, 0, 6)]).toEqual([3, 5]);
    t.place(0, 3);
    expect(t.earliest(0, 1, 6)).toBe(5);
    t.remove(0, 3);
    expect(t.earliest(0, 1, 6)).toBe(3);
  });
});
