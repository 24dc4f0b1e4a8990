import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Paper } from '../../../council/index.ts';
import { draftOf, emptyDraft, paperOf, tidied, unreadableDays } from './draft.ts';

const folder = join(import.meta.dirname, '../../../../examples/chemnitz/papers');
const paper = JSON.parse(readFileSync(join(folder, 'ba-090-2020.json'), 'utf8')) as Paper;

test('a paper that nobody changed comes out of the form as it went in', () => {
  expect(paperOf(draftOf(paper), paper)).toEqual(paper);
});

test('movers amend their motion: a new version, the old one stays', () => {
  const draft = draftOf(paper);
  const changed = paperOf({ ...draft, newVersion: true, points: draft.points.slice(0, 2) }, paper);
  expect(changed.versions.map((one) => [one.number, one.points.length])).toEqual([
    [1, 5],
    [2, 2],
  ]);
  expect(changed.pointDecisions).toEqual(paper.pointDecisions);
  const corrected = paperOf({ ...draft, points: draft.points.slice(0, 2) }, paper);
  expect(corrected.pointDecisions.map((one) => one.point)).toEqual(['1', '2']);
});

test('empty rows are left out, and a day that is none is named', () => {
  const draft = tidied({ ...emptyDraft(), receivedOn: '31.02.2021', reference: 'BA-1/2021', name: 'Wege' });
  expect(draft.points).toEqual([]);
  expect(unreadableDays(draft)).toEqual(['/receivedOn']);
});
