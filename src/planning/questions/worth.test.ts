import { expect, test } from 'vitest';
import { planAgenda } from '../plan-agenda.ts';
import { approved, quickAgenda } from '../testing.ts';
import { capacityWorth } from './worth.ts';

const options = { seed: 1, limit: { iterations: 400 } };

test('a post where it binds is worth most, elsewhere nothing; nothing ever gets worse', () => {
  const agenda = quickAgenda([
    { id: 'a', weeks: 10, days: { PM: 60, IT: 5 }, by: '2021-03-12' },
    { id: 'b', weeks: 10, days: { PM: 60 }, by: '2021-09-03' },
    { id: 'c', weeks: 10, days: { PM: 60, IT: 5 }, by: '2021-09-17', statutory: true },
    { id: 'd', weeks: 10, days: { PM: 60 }, by: '2021-09-24' },
  ]);
  const worth = capacityWorth(approved(agenda, planAgenda(agenda, options).plan), options);
  expect(worth.rows.map(({ kind }) => kind).toSorted()).toEqual(['money', 'post', 'post']);
  const [best] = worth.rows;
  expect(best).toMatchObject({ kind: 'post', team: 'PM' });
  for (const row of worth.rows) {
    expect(row.statutoryWeeksGained).toBeGreaterThanOrEqual(0);
    if (row !== best) expect([row.promisedWeeksGained, row.valueGained]).toEqual([0, 0]);
  }
  const gained = (best?.promisedWeeksGained ?? 0) + (best?.valueGained ?? 0);
  expect(gained).toBeGreaterThan(0);
  expect(best?.projects[0]?.weeksEarlier).toBeGreaterThan(0);
  expect(worth.quality).toBe('bestFound');
});
