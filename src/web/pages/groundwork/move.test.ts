import { expect, test } from 'vitest';
import { moveOf, offerMove } from './move.ts';

const project = { id: 'B', name: 'B', start: '2021-02-15', finish: '2021-03-12' };
const row = { expectedOn: '2021-02-01', metOn: null, projects: [project] };

test('a later day moves what begins before it, an earlier one frees it, none at all takes it out of the plan', () => {
  expect(moveOf(row, { expectedOn: '2021-03-01' })).toEqual({ kind: 'later', on: '2021-03-01', projects: [project] });
  expect(moveOf(row, { expectedOn: '2021-02-10' })).toEqual({ kind: 'none' });
  expect(moveOf(row, { expectedOn: '2021-01-11' })).toEqual({ kind: 'earlier', projects: [project] });
  expect(moveOf(row, {})).toEqual({ kind: 'undated', projects: [project] });
  expect(moveOf(row, { expectedOn: '2021-02-01' })).toEqual({ kind: 'none' });
  expect(moveOf(row, { expectedOn: 'bald' })).toEqual({ kind: 'none' });
});

test('the day on which it was met counts before the expected one', () => {
  expect(moveOf(row, { expectedOn: '2021-06-01', metOn: '2021-01-20' })).toMatchObject({ kind: 'earlier' });
});

test('an offer moves what begins before it is there, and leaves unpaid what ends after its money', () => {
  const offer = { id: 'o', deliverable: 'Portal', projects: [project] };
  expect(offerMove(offer, { availableFrom: '2021-03-01', fundedUntil: '2021-02-28' })).toEqual({
    late: [project],
    unpaid: [project],
  });
  expect(offerMove({ ...offer, availableFrom: '2021-03-01' }, { availableFrom: '2021-03-01' })).toEqual({
    late: [],
    unpaid: [],
  });
});
