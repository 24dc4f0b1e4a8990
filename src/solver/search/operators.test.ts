import { describe, expect, it } from 'vitest';
import { BEFORE, BEST, CHAIN, GROUP, Operators, PULL, RANDOM, REJECTED, SAME } from './operators.ts';
import { Rng } from './rng.ts';

/** Draws that often, one kind brings a better plan each time, the others nothing. */
function playing(moves: number, useful: number, seed = 1): { operators: Operators; drawn: number[] } {
  const operators = new Operators(new Rng(seed));
  const drawn = Array.from({ length: moves }, () => {
    const operator = operators.draw(BEFORE);
    operators.note(operator === useful ? BEST : REJECTED);
    return operator;
  });
  return { operators, drawn };
}

describe('Operators', () => {
  it('draws in the given shares before anything is known, and pulls only where they take part', () => {
    const { drawn } = playing(99, CHAIN);
    expect(drawn).not.toContain(PULL);
    expect(drawn.filter((operator) => operator === BEFORE).length).toBeGreaterThan(45);
    const pulls = Array.from({ length: 100 }, (_, seed) => new Operators(new Rng(seed)).draw(PULL));
    expect(pulls.filter((operator) => operator === PULL).length).toBeGreaterThan(65);
  });

  it('draws more often what is worth more, and never gives the others up', () => {
    const { operators, drawn } = playing(5000, CHAIN);
    expect(operators.share(CHAIN)).toBeGreaterThan(operators.share(BEFORE));
    for (const operator of [BEFORE, RANDOM, GROUP]) {
      expect(operators.share(operator)).toBeCloseTo(0.2 * new Operators(new Rng(1)).share(operator), 10);
      expect(drawn.slice(-1000)).toContain(operator);
    }
  });

  it('keeps the weight of what was not drawn, and all weights where nothing scored', () => {
    const { operators } = playing(5000, CHAIN);
    expect(operators.share(PULL)).toBe(new Operators(new Rng(1)).share(PULL));
    const before = operators.share(GROUP);
    for (let move = 0; move < 1000; move++) {
      operators.draw(BEFORE);
      operators.note(SAME);
    }
    expect(operators.share(GROUP)).toBe(before);
  });

  it('repeats itself for the same seed', () => {
    expect(playing(500, GROUP, 3).drawn).toEqual(playing(500, GROUP, 3).drawn);
    expect(playing(500, GROUP, 3).drawn).not.toEqual(playing(500, GROUP, 4).drawn);
  });
});
