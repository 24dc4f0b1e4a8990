import { describe, expect, it, test } from 'vitest';
import { machine } from './machine-problem.ts';
import { makeProblem } from './model/make-problem.ts';
import { solve } from './solve.ts';
import { TimeLimit } from './time-limit.ts';

/** A limit of one second, on a clock that stands still until it is set. */
function second({ preparing, priceSteps }: { preparing: number; priceSteps: number }) {
  let time = 500;
  const limit = new TimeLimit({ seed: 1, limit: { milliseconds: 1000 }, priceSteps, now: () => time });
  const at = (elapsed: number) => {
    time = 500 + elapsed;
    return limit;
  };
  at(preparing).prepared();
  return at;
}

describe('who has how much of a second', () => {
  it('the search has all of it where no prices are wanted', () => {
    const at = second({ preparing: 10, priceSteps: 0 });
    expect([at(999).late(), at(1000).late()]).toEqual([false, true]);
    expect(at(500).hasPrices).toBe(false);
  });

  it('prices have the last fifth', () => {
    const at = second({ preparing: 10, priceSteps: 100 });
    expect([at(799).late(), at(800).late()]).toEqual([false, true]);
    expect([at(900).hasPrices, at(901).hasPrices]).toEqual([true, false]);
    expect([at(999).over(), at(1000).over()]).toEqual([false, true]);
  });

  it('the search has all of it where a fifth is too little for prices: how long the preparation took tells', () => {
    const at = second({ preparing: 50, priceSteps: 100 });
    expect([at(999).late(), at(1000).late()]).toEqual([false, true]);
    expect(at(1000).hasPrices).toBe(false);
  });

  it('a quick search leaves time even so', () => {
    expect(second({ preparing: 50, priceSteps: 100 })(500).hasPrices).toBe(true);
  });

  it('the last steps of prices leave time for their check', () => {
    const at = second({ preparing: 10, priceSteps: 100 });
    const ends = [800, 805, 810, 890, 895, 900].map((elapsed) => at(elapsed).pricesEnd());
    // Twenty steps of five milliseconds; the long way to the next level is no step.
    expect(ends).toEqual([false, false, false, false, false, true]);
  });
});

test('the check of prices is given up when the time is over, and nothing is claimed', () => {
  const problem = makeProblem(machine(15));
  /** On a clock that counts how often it is asked, and leaps once. */
  const ask = (leap: number) => {
    let time = 0;
    const now = () => {
      time += time === leap ? 1_000_000 : 1;
      return time;
    };
    const result = solve(problem, { seed: 1, limit: { milliseconds: 400 }, priceSteps: 20, now });
    return { result, asked: time % 1_000_000 };
  };
  const whole = ask(-1);
  expect(whole.result.bases[0]).toBe('certificate');
  for (const last of [1, 5, 10, 14]) {
    const { result, asked } = ask(whole.asked - last);
    expect(result.bases[0]).toBe('argument');
    expect(asked - (whole.asked - last)).toBeLessThan(3);
  }
});
