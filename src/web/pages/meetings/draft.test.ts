import { expect, test } from 'vitest';
import { meetingSchema } from '../../../council/index.ts';
import { draftOf, meetingId, meetingOf, tidied, votesOf } from './draft.ts';

test('a meeting survives the form unchanged, what the form does not show included', () => {
  const meeting = meetingSchema.parse({
    id: 'stadtrat-2020-10-14',
    body: 'Stadtrat',
    on: '2020-10-14',
    time: '15:00',
    items: [
      { number: '1', title: 'Eröffnung' },
      {
        number: '7',
        title: 'Digitalisierungsstrategie',
        paper: 'ba-090-2020',
        role: 'authoritative',
        public: false,
        result: 'rejected',
        resultNote: 'namentlich',
        votes: { yes: 20, no: 31, abstained: 0 },
        resolutionText: 'Der Stadtrat lehnt ab.',
      },
    ],
  });
  const draft = draftOf(meeting);
  expect(meetingOf(draft, meeting.id)).toEqual(meeting);
  const more = { ...draft, items: [...draft.items, { ...draftOf(meeting).items[0], title: ' ', paper: '' } as never] };
  expect(meetingOf(tidied(more), meeting.id)).toEqual(meeting);
});

test('votes are three numbers or none', () => {
  expect(votesOf({ yes: '', no: ' ', abstained: '' })).toBeUndefined();
  expect(votesOf({ yes: '3', no: '', abstained: '' })).toBeNull();
  expect(votesOf({ yes: '3', no: 'x', abstained: '0' })).toBeNull();
  expect(votesOf({ yes: '3', no: '2', abstained: '0' })).toEqual({ yes: 3, no: 2, abstained: 0 });
});

test('the key of a meeting is made of body and day', () => {
  expect(meetingId('Verwaltungs- und Finanzausschuss', '2021-02-17')).toBe(
    'verwaltungs-und-finanzausschuss-2021-02-17',
  );
});
