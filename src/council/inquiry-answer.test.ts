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
  const answered = withPublishedAnswer(inquiry, release);
  expect(answered).toMatchObject({ answer: { on: '2021-02-05' }, outcome: { result: 'answered', on: '2021-02-05' } });
  expect(withPublishedAnswer(answered, withdrawal)).toEqual(inquiry);
  const motion = smallPaper({});
  expect(withPublishedAnswer(motion, release)).toBe(motion);
});
