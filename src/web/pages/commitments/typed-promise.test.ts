import { expect, test } from 'vitest';
import type { Commitment } from '../../../agenda/index.ts';
import { isWrongDay, NO_PROMISE, promiseOf, typedDue, typedPromise } from './typed-promise.ts';

const kept: Commitment = {
  id: 'z-1',
  text: 'Bericht im Ausschuss.',
  paper: 'BA-1/2020',
  body: 'Stadtrat',
  due: { kind: 'event', event: 'Neue Telefonanlage' },
  prerequisite: 'telefon',
  status: 'open',
};

test('what is typed becomes the promise, and the promise what is typed', () => {
  expect(promiseOf(typedPromise(kept), kept)).toEqual(kept);
  const dated = promiseOf({ ...typedPromise(kept), day: '31.12.2022', tie: {} }, kept);
  expect(dated).toMatchObject({ due: { kind: 'date', on: '2022-12-31' }, body: 'Stadtrat' });
  expect(dated).not.toHaveProperty('prerequisite');
});

test('without text, paper, day or event, or with a day that is none, there is no promise', () => {
  const full = typedPromise(kept);
  for (const gap of [{ text: ' ' }, { paper: '' }, { event: '' }, { day: '31.02.2022' }])
    expect(promiseOf({ ...full, ...gap }, kept)).toBeNull();
  expect(typedDue(NO_PROMISE)).toBeNull();
  expect([isWrongDay('31.02.2022'), isWrongDay('')]).toEqual([true, false]);
});
