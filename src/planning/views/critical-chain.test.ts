import { expect, test } from 'vitest';
import { planAgenda } from '../plan-agenda.ts';
import { quickAgenda } from '../testing.ts';
import { criticalChain } from './critical-chain.ts';
import { planContext } from './plan-context.ts';

test('the critical chain goes back from the last project over what it waits for, in time or in staff', () => {
  const agenda = quickAgenda([
    { id: 'A', weeks: 4, days: { PM: 40 }, commitmentClass: 'mandatory' },
    { id: 'B', weeks: 4, days: { PM: 40 }, after: ['C'] },
    { id: 'C', weeks: 2, days: { IT: 4 } },
    { id: 'D', weeks: 3, days: { IT: 3 }, after: ['B'] },
  ]);
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 200 } });
  if (!plan) throw new Error('no plan');
  // B could follow C in January; it waits for the team that works on A, and D waits for B.
  expect(criticalChain(planContext(agenda, plan, '2021-01-04'))).toEqual(['A', 'B', 'D']);
});

test('a project that waits for nothing is no chain', () => {
  const agenda = quickAgenda([{ id: 'A', weeks: 4, days: { PM: 4 } }]);
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 20 } });
  if (!plan) throw new Error('no plan');
  expect(criticalChain(planContext(agenda, plan, '2021-01-04'))).toEqual([]);
});
