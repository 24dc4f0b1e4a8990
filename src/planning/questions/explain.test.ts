import { expect, test } from 'vitest';
import { planAgenda } from '../plan-agenda.ts';
import { approved, type QuickProject, quickAgenda } from '../testing.ts';
import { whyDate } from './why-date.ts';

const options = { seed: 1, limit: { iterations: 100 } };

function whyOf(projects: readonly QuickProject[], id: string) {
  const agenda = quickAgenda(projects);
  const { plan } = planAgenda(agenda, options);
  return { agenda: approved(agenda, plan), why: plan && whyDate(agenda, plan, id) };
}

test('the full team is named, with the weeks it costs', () => {
  const { why } = whyOf(
    [
      { id: 'A', weeks: 4, days: { PM: 40 }, fixed: '2021-01-04' },
      { id: 'B', weeks: 2, days: { PM: 20, IT: 2 } },
    ],
    'B',
  );
  expect(why?.start).toBe('2021-02-01');
  expect(why?.reasons.map(({ kind, team, gainWeeks }) => ({ kind, team, gainWeeks }))).toEqual([
    { kind: 'teamCapacity', team: 'PM', gainWeeks: 4 },
  ]);
  expect(why?.notBinding.map(({ team }) => team)).toEqual(['IT']);
});

test('a predecessor and an earliest day are named', () => {
  const { why } = whyOf(
    [
      { id: 'A', weeks: 3, days: { PM: 3 } },
      { id: 'B', weeks: 1, days: { PM: 1 }, after: ['A'] },
    ],
    'B',
  );
  expect(why?.reasons).toMatchObject([{ kind: 'dependency', projects: ['A'], gainWeeks: 3, together: false }]);
  const late = whyOf([{ id: 'C', weeks: 1, days: { PM: 1 }, earliest: '2021-03-01' }], 'C');
  expect(late.why?.reasons).toMatchObject([{ kind: 'earliestStart', gainWeeks: 8 }]);
});

test('two full teams that bind only together are marked so', () => {
  const { why } = whyOf(
    [
      { id: 'A', weeks: 4, days: { PM: 40, IT: 20 }, fixed: '2021-01-04' },
      { id: 'B', weeks: 2, days: { PM: 20, IT: 10 } },
    ],
    'B',
  );
  expect(why?.reasons.map(({ team, together, gainWeeks }) => [team, together, gainWeeks])).toEqual([
    ['PM', true, 4],
    ['IT', true, 4],
  ]);
});

test('money is named when the year does not hold it', () => {
  const { why } = whyOf([{ id: 'A', weeks: 2, days: { PM: 1 }, euro: 60_000 }], 'A');
  expect(why?.reasons).toMatchObject([{ kind: 'budget', budgetLine: 'money', gainWeeks: 51 }]);
});

test('a pinned project has no reasons but its pin, an unknown one no answer', () => {
  const { why, agenda } = whyOf([{ id: 'A', weeks: 2, days: { PM: 1 }, fixed: '2021-02-01' }], 'A');
  expect(why?.reasons).toEqual([]);
  const plan = agenda.plans[0];
  expect(plan && whyDate(agenda, plan, 'nobody')).toBeNull();
});
