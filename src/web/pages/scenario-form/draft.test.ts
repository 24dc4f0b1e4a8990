import { expect, test } from 'vitest';
import { scenarioChangeSchema } from '../../../agenda/index.ts';
import { changeOf, emptyDraft, typedNumber } from './draft.ts';

test('numbers are read as they are written, and nothing else is', () => {
  expect(['-1', '−0,5', '1.250,5', '3'].map(typedNumber)).toEqual([-1, -0.5, 1250.5, 3]);
  expect(['', 'zwei', '1,2,3', '--1'].map(typedNumber)).toEqual([null, null, null, null]);
});

test('each kind of change is complete or not there at all', () => {
  const full = {
    ...emptyDraft,
    team: 'PM',
    budgetLine: 'digital',
    project: 'V2',
    partner: 'komm24',
    area: 'ozg',
    name: 'Chatbot',
    number: '12',
    days: '30',
    cost: '20',
    year: '2021',
    day: '01.03.2021',
  };
  for (const kind of ['posts', 'money', 'dropProject', 'delayProject', 'addProject', 'partnerLate'] as const) {
    expect(scenarioChangeSchema.safeParse(changeOf({ ...full, kind }, 'neu')).error, kind).toBeUndefined();
    expect(changeOf({ ...emptyDraft, kind }, 'neu'), kind).toBeNull();
  }
  expect(changeOf({ ...full, kind: 'money', number: '-0,5' }, '')).toMatchObject({ cents: -50_000 });
});
