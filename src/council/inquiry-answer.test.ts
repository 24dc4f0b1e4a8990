import { expect, test } from 'vitest';
import { withPublishedAnswer } from './inquiry-answer.ts';
import type { Publication } from './statement-file.ts';
import { smallPaper } from './testing.ts';

const withdrawal: Publication = {
  kind: 'withdrawal',
  id: 'x.1.withdrawn',
  paper: 'x',
  edition: 1,
  reason: 'Zahl falsch',
  withdrawnBy: 'b',
  withdrawnOn: '2021-02-10',
};
const release = { kind: 'release', edition: 2, releasedOn: '2021-02-05' } as Publication;

test('a released answer is entered as given, a withdrawn one is taken back; motions wait for the council', () => {
  const inquiry = smallPaper({ kind: 'councilInquiry' });
  const answered = withPublishedAnswer(inquiry, release, 1);
  expect(answered).toMatchObject({ answer: { on: '2021-02-05' }, outcome: { result: 'answered', on: '2021-02-05' } });
  expect(withPublishedAnswer(answered, withdrawal, 1)).toEqual(inquiry);
  // An older edition is taken back: the newer one is still the answer.
  expect(withPublishedAnswer(answered, withdrawal, 2)).toBe(answered);
  const motion = smallPaper({});
  expect(withPublishedAnswer(motion, release, 1)).toBe(motion);
});
