import { expect, test } from 'vitest';
import { heatStep } from '../../plan/heat.ts';
import { gridKey } from './grid-key.ts';

const size = { rows: 6, columns: 28 };

test('arrows stop at the edges', () => {
  expect(gridKey({ row: 0, column: 0 }, size, 'ArrowLeft', false)).toEqual({ row: 0, column: 0 });
  expect(gridKey({ row: 5, column: 27 }, size, 'ArrowDown', false)).toEqual({ row: 5, column: 27 });
  expect(gridKey({ row: 2, column: 3 }, size, 'ArrowRight', false)).toEqual({ row: 2, column: 4 });
});

test('Home, End and page keys go far', () => {
  expect(gridKey({ row: 2, column: 3 }, size, 'End', true)).toEqual({ row: 5, column: 27 });
  expect(gridKey({ row: 2, column: 3 }, size, 'Home', false)).toEqual({ row: 2, column: 0 });
  expect(gridKey({ row: 2, column: 3 }, size, 'PageDown', false)).toEqual({ row: 2, column: 15 });
  expect(gridKey({ row: 2, column: 3 }, size, 'Tab', false)).toBeNull();
});

test('five named steps of load', () => {
  expect([0, 49, 50, 69, 70, 89, 90, 98, 99, 140].map(heatStep)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
});
