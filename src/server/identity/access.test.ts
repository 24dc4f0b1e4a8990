import { expect, test } from 'vitest';
import type { AccessEvent } from '../../store/index.ts';
import { mayConfirm, openersOf } from './access.ts';

const accounts = new Set(['adam', 'berta', 'mayor', 'guest']);
const events = (...steps: [AccessEvent['action'], string, string][]): AccessEvent[] =>
  steps.map(([action, actor, person]) => ({ action, actor, person }));

test('an account that somebody else has opened anew waits for a confirmation, once', () => {
  const opened = events(['invite', 'adam', 'mayor'], ['reopenAccess', 'adam', 'mayor']);
  expect(openersOf(opened, 'mayor', accounts)).toEqual(['adam']);
  const confirmed = [...opened, ...events(['confirmAccess', 'berta', 'mayor'])];
  expect(openersOf(confirmed, 'mayor', accounts)).toEqual([]);
  const again = [...confirmed, ...events(['reopenAccess', 'berta', 'mayor'])];
  expect(openersOf(again, 'mayor', accounts)).toEqual(['berta']);
});

test('an invitation, the own mail and the console need none', () => {
  const others = events(
    ['invite', 'adam', 'mayor'],
    ['reopenAccess', 'mayor', 'mayor'],
    ['reopenAccess', 'fahrplan', 'mayor'],
  );
  expect(openersOf(others, 'mayor', accounts)).toEqual([]);
});

test('the word of who is concerned does not count, nor that of somebody whom they have let in', () => {
  const opened = events(
    ['invite', 'fahrplan', 'adam'],
    ['invite', 'fahrplan', 'berta'],
    ['invite', 'adam', 'guest'],
    ['reopenAccess', 'adam', 'mayor'],
  );
  const confirms = (by: string, more: AccessEvent[] = []) => mayConfirm([...opened, ...more], by, 'mayor', ['adam']);
  expect(['adam', 'mayor', 'guest', 'berta', 'fahrplan'].map((by) => confirms(by))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(confirms('berta', events(['reopenAccess', 'guest', 'berta']))).toBe(false);
});
