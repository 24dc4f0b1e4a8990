import { HTTPException } from 'hono/http-exception';
import { expect, test } from 'vitest';
import { StoreRefusal } from '../../store/index.ts';
import { problemOf } from './on-error.ts';
import { Problem, problemBody, problemTypes } from './problems.ts';

const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

test.each([
  [new Problem('version-stale'), 'version-stale'],
  [new StoreRefusal('recordStale', { de: 'alt', en: 'stale' }), 'version-stale'],
  [new StoreRefusal('recordUnknown', { de: 'fehlt', en: 'missing' }), 'not-found'],
  [new StoreRefusal('characterNotStorable', { de: 'Zeichen', en: 'character' }), 'invalid-request'],
  [new HTTPException(404), 'not-found'],
  [withCode('53100'), 'storage-full'],
  [withCode('57P01'), 'database-away'],
  [withCode('53300'), 'database-away'],
  [withCode('57014'), 'database-away'],
  [withCode('ECONNREFUSED'), 'database-away'],
  [new Error('Connection terminated unexpectedly'), 'database-away'],
  [withCode('42P01'), 'internal'],
  [new TypeError('x is not a function'), 'internal'],
  ['thrown text', 'internal'],
] as const)('%s is %s', (error, type) => {
  expect(problemOf(error).type).toBe(type);
});

test('a fault of ours tells its number and nothing else', () => {
  const problem = problemOf(new Error('password=secret at /srv/fahrplan/x.ts'));
  const body = problemBody(problem, 'de', 'a1b2');
  expect(body).toEqual({
    type: 'urn:fahrplan:problem:internal',
    title: problemTypes.internal.title.de,
    status: 500,
    instance: 'urn:fahrplan:request:a1b2',
  });
});

test('every problem has a title in both languages and a status of refusal', () => {
  for (const { status, title } of Object.values(problemTypes)) {
    expect(status).toBeGreaterThanOrEqual(400);
    for (const sentence of [title.de, title.en]) expect(sentence).toMatch(/^.{10,}\.$/);
    expect(title.de).not.toBe(title.en);
  }
});
