import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Agenda } from '../../agenda/index.ts';
import { answerSchema } from '../answer.ts';
import { planAgenda } from '../plan-agenda.ts';
import { approved, type QuickProject, quickAgenda, quickProject } from '../testing.ts';
import { answerQuestion } from './answer-question.ts';
import { CandidateError } from './candidate.ts';

const options = { seed: 1, limit: { iterations: 200 } };

function planned(projects: readonly QuickProject[]): Agenda {
  const agenda = quickAgenda(projects);
  return approved(agenda, planAgenda(agenda, options).plan);
}

/** A half-year of full project leads: one project may wait, one may not. */
const busy: QuickProject[] = [
  { id: 'duty', weeks: 8, days: { PM: 80 }, by: '2021-02-26', statutory: true, commitmentClass: 'mandatory' },
  { id: 'relaxed', weeks: 8, days: { PM: 80 }, by: '2021-12-31' },
];
const candidate = quickProject({ id: 'X', weeks: 4, days: { PM: 40 }, commitmentClass: 'optional' });

test('kept is earlier than untouched when a promise leaves room, and never breaks a duty', () => {
  const answer = answerQuestion(planned(busy), candidate, { seed: 1, iterations: 400 });
  expect(answerSchema.parse(answer)).toEqual(answer);
  expect(answer.untouched?.start).toBe('2021-04-26');
  expect(answer.untouched?.quality).toBe('exact');
  expect(answer.kept?.start).toBe('2021-03-01');
  expect(answer.bottleneck).toBe('PM');
});

test('what binds the kept date is named, and the wrong fact is not', () => {
  const answer = answerQuestion(planned(busy), candidate, { seed: 1, iterations: 400 });
  expect(answer.reasons.some((reason) => reason.team === 'PM' && reason.gainWeeks === 8)).toBe(true);
  expect(answer.notBinding.some((reason) => reason.team === 'IT')).toBe(false);
});

test('a forced start names who slips, by how much, and which duty is missed', () => {
  const projects: QuickProject[] = [
    { id: 'duty', weeks: 40, days: { PM: 320 }, by: '2021-12-31', statutory: true, commitmentClass: 'mandatory' },
    { id: 'decided', weeks: 20, days: { PM: 160 }, by: '2022-04-29' },
    { id: 'more', weeks: 10, days: { PM: 80 }, by: '2022-07-08' },
  ];
  const wide = quickProject({ id: 'X', weeks: 12, days: { PM: 96 }, commitmentClass: 'optional' });
  const answer = answerQuestion(planned(projects), wide, { seed: 1, iterations: 600 });
  // Each needs most of PM, so they follow one another: 40 + 20 + 10 weeks, and nothing fits between without a slip.
  expect(answer.kept?.start).toBe('2022-05-09');
  expect(answer.displacing?.start).toBe('2021-01-04');
  expect(answer.tradeOffs.map(({ kind, lateWeeks, dutiesMissed }) => ({ kind, lateWeeks, dutiesMissed }))).toEqual([
    { kind: 'keepAll', lateWeeks: 0, dutiesMissed: [] },
    { kind: 'drop', lateWeeks: 0, dutiesMissed: [] },
    // From week 52 for 12 weeks: 'decided' ends in week 84 instead of 69.
    { kind: 'protectDuties', lateWeeks: 15, dutiesMissed: [] },
    // With both decided ones on time, 40 weeks of 'duty' fit only behind week 64.
    { kind: 'protectDecided', lateWeeks: 52, dutiesMissed: ['duty'] },
  ]);
  expect(answer.tradeOffs[1]?.dropped).toEqual(['decided', 'more']);
});

test('a candidate that cannot be dated is refused by name', () => {
  const agenda = {
    ...planned(busy),
    prerequisites: [{ id: 'vote', name: 'Beschluss', kind: 'councilDecision' as const }],
  };
  const waiting = { ...candidate, prerequisites: ['vote'] };
  expect(() => answerQuestion(agenda, waiting, { seed: 1 })).toThrow(CandidateError);
});

test('a stopped run returns what it has and says so', () => {
  let asked = 0;
  const answer = answerQuestion(planned(busy), candidate, { seed: 1, iterations: 400, cancelled: () => ++asked > 1 });
  expect(answer.engine.complete).toBe(false);
  expect(answer.untouched?.start).toBe('2021-04-26');
});

test('law: untouched is never before kept, kept never before asked, and every reason moves the date', () => {
  const raw = fc.record({
    weeks: fc.integer({ min: 1, max: 8 }),
    pm: fc.integer({ min: 1, max: 60 }),
    it: fc.integer({ min: 0, max: 30 }),
    slack: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(raw, { minLength: 2, maxLength: 5 }), (list) => {
      const agenda = planned(
        list.map(({ weeks, pm, it, slack }, i) => ({
          id: `P${i}`,
          weeks,
          days: { PM: Math.min(pm, 10 * weeks), IT: Math.min(it, 5 * weeks) },
          by: slack > 10 ? '2021-12-31' : '2021-04-02',
        })),
      );
      const { untouched, kept, askedStart, reasons } = answerQuestion(agenda, candidate, { seed: 3, iterations: 60 });
      expect(kept === null || (kept.start >= askedStart && kept.start <= (untouched?.start ?? '9999'))).toBe(true);
      expect(reasons.every(({ gainWeeks }) => gainWeeks > 0)).toBe(true);
    }),
    { seed: 11, numRuns: 25 },
  );
});
