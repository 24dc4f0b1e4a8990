import { expect, test } from 'vitest';
import { checkAgenda } from './check.ts';
import { generateAgenda } from './generate.ts';

test('a generated agenda with choices has both kinds, no fault, and is the same for the same seed', () => {
  for (const seed of [1, 2, 3]) {
    const agenda = generateAgenda({ projects: 60, seed, choices: true });
    expect(checkAgenda(agenda)).toEqual([]);
    expect(agenda.projects.some(({ droppable }) => droppable !== undefined)).toBe(true);
    expect(agenda).toEqual(generateAgenda({ projects: 60, seed, choices: true }));
  }
  expect(generateAgenda({ projects: 200, seed: 1, choices: true }).alternatives.length).toBeGreaterThan(1);
  const plain = generateAgenda({ projects: 60, seed: 1 });
  expect([plain.alternatives, plain.projects.filter(({ droppable }) => droppable)]).toEqual([[], []]);
});
