import { expect, test } from 'vitest';
import { pathText } from './fault.ts';
import { faultsAfter } from './testing.ts';

const concept = 'projects[0].phases[0].work.shared';
const year = 'budgetLines[0].years[1]';
const found = (plant: Record<string, unknown>) =>
  faultsAfter(plant)
    .filter(({ code }) => code.endsWith('TooLarge'))
    .map((one) => `${one.code} ${pathText(one.path)}`);

// The place named is that of the largest figure: there the typing error is.
test.each([
  ['an effort', { [`${concept}.effortTenths.PM`]: 100_000_000 }, [`effortTooLarge ${concept}.effortTenths.PM`]],
  ['the same effort over a longer time', { [`${concept}.effortTenths.PM`]: 79_000_000 }, []],
  ['a cost', { [`${concept}.costs[0].cents`]: 1_000_000_000_001 }, [`moneyTooLarge ${concept}.costs[0].cents`]],
  ['a cost that is just legal', { [`${concept}.costs[0].cents`]: 999_000_000_000 }, []],
  ['a budget', { [`${year}.amountCents`]: 10_000_000_000_000 }, [`moneyTooLarge ${year}.amountCents`]],
  [
    'many legal figures together',
    { [`${year}.amountCents`]: 600_000_000_000, 'budgetLines[0].years[2].amountCents': 600_000_000_001 },
    ['moneyTooLarge budgetLines[0].years[2].amountCents'],
  ],
  ['a small agenda', {}, []],
])('too large to be summed exactly: %s', (_, plant, faults) => {
  expect(found(plant)).toEqual(faults);
});
