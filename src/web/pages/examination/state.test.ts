import { expect, test } from 'vitest';
import type { Paper } from '../../../council/index.ts';
import {
  type Candidate,
  decisionsOf,
  type ExaminationView,
  examinationOf,
  excludedBy,
  packed,
  unpacked,
  withExcluded,
  withoutCandidate,
  withWork,
} from './state.ts';

const candidate = {
  id: 'N1',
  phases: [
    { id: 'p1', name: 'Bau', work: { own: { weeks: 8, effortTenths: { PM: 100 }, costs: [] } }, precision: 'week' },
    { id: 'p2', name: 'Test', work: { own: { weeks: 2, effortTenths: {}, costs: [] } }, precision: 'week' },
  ],
} as unknown as Candidate;

const view = {
  paper: {
    checks: [{ check: 'votable', decision: 'met', reason: 'Ja.', by: 'a', on: '2021-01-01' }],
    pointDecisions: [
      { point: '2', scope: 'city', relations: [], by: 'a', on: '2021-01-01' },
      { point: '1', scope: 'administration', relations: [], candidate: 'N1', by: 'a', on: '2021-01-01' },
    ],
    candidates: [candidate],
  } as unknown as Paper,
  checks: [{ check: 'quorum' }, { check: 'votable' }],
  points: [{ number: '1' }, { number: '2' }],
} as unknown as ExaminationView;

test('decisions go out without name and day, in the order of the paper', () => {
  const sent = examinationOf(view, decisionsOf(view));
  expect(sent.checks).toEqual([{ check: 'votable', decision: 'met', reason: 'Ja.' }]);
  expect(sent.points.map((one) => [one.point, one.candidate])).toEqual([
    ['1', 'N1'],
    ['2', undefined],
  ]);
});

test('a point whose new project was removed names none', () => {
  const sent = examinationOf(view, { ...decisionsOf(view), candidates: [] });
  expect(sent.points[0]).not.toHaveProperty('candidate');
});

test('changed effort is entered by a person, and nothing else changes', () => {
  const changed = withWork(candidate, 'p1', 'own', { weeks: 9 }, { by: 'a', on: '2021-01-01' });
  expect(changed.phases.map((one) => one.work.own?.weeks)).toEqual([9, 2]);
  expect(changed.phases[0]?.work.own?.effortTenths).toEqual({ PM: 100 });
  expect(changed.provenance?.phases).toEqual({ kind: 'entered', by: 'a', on: '2021-01-01' });
});

test('what a new project excludes goes out with it, and goes when it is removed', () => {
  const named = { id: 'N1', name: 'App' };
  const one = withExcluded([], named, ['P1', 'P2']);
  expect(one).toEqual([{ id: 'N1', name: 'App', choice: 'atMostOne', projects: ['N1', 'P1', 'P2'] }]);
  expect(excludedBy(one, 'N1')).toEqual(['P1', 'P2']);
  const decisions = { ...decisionsOf(view), alternatives: one };
  expect(examinationOf(view, unpacked(packed(decisions))).alternatives).toEqual(one);
  expect(withExcluded(one, named, [])).toEqual([]);
  expect(withoutCandidate(one, 'P2')[0]?.projects).toEqual(['N1', 'P1']);
  expect(withoutCandidate(withExcluded([], named, ['N2']), 'N1')).toEqual([]);
  expect(examinationOf(view, decisionsOf(view))).not.toHaveProperty('alternatives');
  const { alternatives: _, ...old } = packed(decisions);
  expect(unpacked(old).alternatives).toEqual([]);
});
