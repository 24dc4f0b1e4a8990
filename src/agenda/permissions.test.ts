import { expect, test } from 'vitest';
import { type Action, can, permissions, roles } from './permissions.ts';

/** The table once more, as the city would read it; a change must be made in both places on purpose. */
const expected: Record<Action, string> = {
  //          reader editor administrator
  read: '      yes    yes    yes',
  write: '     no     yes    yes',
  administer: 'no     no     yes',
};

const cases = Object.entries(expected).flatMap(([action, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((word, i) => [roles[i] ?? 'reader', action as Action, word === 'yes'] as const),
);

test.each(cases)('%s, %s: %s', (role, action, allowed) => {
  expect(can({ city: 'chemnitz', roles: [role] }, action, { city: 'chemnitz' })).toBe(allowed);
});

test('every action stands in the expectation', () => {
  expect(Object.keys(expected)).toEqual(Object.keys(permissions));
});

test('a role nobody knows allows nothing', () => {
  expect(can({ city: 'a', roles: ['constructor'] }, 'read', { city: 'a' })).toBe(false);
});

test('roles add up, none allows nothing, and no role reaches into another city', () => {
  const all = Object.keys(permissions) as Action[];
  for (const action of all) {
    expect(can({ city: 'a', roles: [...roles] }, action, { city: 'a' })).toBe(true);
    expect(can({ city: 'a', roles: [...roles] }, action, { city: 'b' })).toBe(false);
    expect(can({ city: 'a', roles: [] }, action, { city: 'a' })).toBe(false);
  }
});
