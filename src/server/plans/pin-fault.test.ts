import { expect, test } from 'vitest';
import { quickAgenda } from '../../planning/testing.ts';
import { pinFault } from './pin-fault.ts';

const agenda = quickAgenda([
  { id: 'A', weeks: 4 },
  { id: 'B', weeks: 4 },
]);
const present = {
  frozenUntil: '2021-02-01',
  phases: [
    { project: 'A', phase: 'work', mode: 'own', start: '2021-01-11', finish: '2021-02-05' },
    { project: 'B', phase: 'work', mode: 'own', start: '2021-03-01', finish: '2021-03-26' },
  ],
};

test('what starts in frozen months stays there, and nothing is put there; both say how to thaw', () => {
  for (const pin of [
    { project: 'A', start: '2021-01-18' },
    { project: 'A', start: '2021-03-01' },
    { project: 'B', start: '2021-01-25' },
  ]) {
    expect(pinFault(agenda, present, pin)).toMatchObject({ pointer: '/pin/start' });
    expect(pinFault(agenda, present, pin)?.detail.de).toMatch(/bis 01\.02\.2021 eingefroren.*auftauen/);
  }
});

test('held where it lies, and moved outside the frozen months, nothing is in the way', () => {
  expect(pinFault(agenda, present, { project: 'A', start: '2021-01-11' })).toBeUndefined();
  expect(pinFault(agenda, present, { project: 'B', start: '2021-02-01' })).toBeUndefined();
  const thawed = { phases: present.phases };
  expect(pinFault(agenda, thawed, { project: 'A', start: '2021-01-18' })).toBeUndefined();
});
