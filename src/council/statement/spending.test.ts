import { expect, test } from 'vitest';
import { projectSchema } from '../../agenda/index.ts';
import type { Placement } from '../../planning/index.ts';
import { spendingByYear } from './spending.ts';

const phase = (id: string, weeks: number, cents: number, spread: string, offsetWeeks?: number) => ({
  id,
  name: id,
  work: { own: { weeks, costs: [{ budgetLine: 'digital', cents, spread }] } },
  ...(offsetWeeks === undefined ? {} : { offsetWeeks }),
});
const project = (...phases: object[]) =>
  projectSchema.parse({
    id: 'N',
    name: 'N',
    actionField: 'O',
    commitmentClass: 'optional',
    status: 'suggested',
    modes: [{ id: 'own', name: 'selbst', kind: 'own' }],
    phases,
  });
const at = (weeks: number): Placement => ({
  start: '2021-12-20',
  finish: '2022-02-25',
  weeks,
  mode: 'own',
  quality: 'exact',
  notBefore: '2021-12-20',
});

test('money falls into the years of the weeks, to the cent', () => {
  expect(spendingByYear(project(phase('a', 3, 100, 'even'), phase('b', 7, 500, 'end')), at(10))).toEqual([
    { year: 2021, cents: 66 },
    { year: 2022, cents: 534 },
  ]);
  expect(spendingByYear(project(phase('a', 3, 100, 'start')), at(3))).toEqual([{ year: 2021, cents: 100 }]);
  expect(spendingByYear(project(phase('a', 3, 100, 'start', 0), phase('b', 2, 50, 'start', 4)), at(6))).toEqual([
    { year: 2021, cents: 100 },
    { year: 2022, cents: 50 },
  ]);
});

test('a placement with breaks, or a project without phases, says nothing about years', () => {
  expect(spendingByYear(project(phase('a', 3, 100, 'even')), at(5))).toEqual([]);
  expect(spendingByYear(project(), at(5))).toEqual([]);
});
