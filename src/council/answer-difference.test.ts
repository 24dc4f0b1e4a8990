import { expect, test } from 'vitest';
import type { Reason } from '../planning/index.ts';
import { answerDifference } from './answer-difference.ts';
import { assess } from './assess.ts';
import { smallAgenda, smallAnswer, smallPaper } from './testing.ts';

const [agenda, paper] = [smallAgenda(), smallPaper()];
const answered = (changes: Parameters<typeof smallAnswer>[0] = {}) =>
  assess(agenda, paper, [], { ask: () => smallAnswer(changes) });
const before = answered();
const { kept, teams } = smallAnswer();
if (!kept) throw new Error('the small answer has a kept date');

test('equal answers have no difference', () => {
  expect(answerDifference(before, answered())).toEqual({ lines: [], reasonsGone: [], reasonsNew: [] });
});

test('dates in words and weeks, each sense for itself', () => {
  const later = answered({ kept: { ...kept, start: '2021-10-04', finish: '2022-02-18' } });
  const { lines } = answerDifference(before, later);
  const start = lines.find((one) => one.subject.de === 'Beginn, gehalten');
  expect(start).toMatchObject({ after: { de: '04.10.2021', en: '4\u00a0October 2021' } });
  expect(start?.by?.de).toMatch(/^\d+\u00a0Wochen? (später|früher)$/);
  expect(lines.find((one) => one.subject.de === 'In einem Satz')?.after.de).toContain('04.10.2021');
  expect(lines.some((one) => one.subject.de === 'Beginn, unberührt')).toBe(false);
});

test('a date that is no longer found, and one that appears', () => {
  const none = answered({ kept: null });
  const line = (one: ReturnType<typeof answerDifference>) =>
    one.lines.find((two) => two.subject.de === 'Beginn, gehalten');
  expect(line(answerDifference(before, none))).toMatchObject({ after: { de: '–' }, by: null });
  expect(line(answerDifference(none, before))).toMatchObject({ before: { de: '–' }, by: null });
});

test('extra capacity and what is free, by team and with sign', () => {
  const [team] = teams;
  if (!team) throw new Error('the small answer has a team');
  const lacking = (tenths: number) => ({
    start: kept.start,
    finish: kept.finish,
    teams: [{ team: team.team, tenths, months: [] }],
    money: [],
  });
  const first = answered({ extra: lacking(400) });
  const balance = [{ ...team, freeTenths: team.freeTenths - 50 }, ...teams.slice(1)];
  const { lines } = answerDifference(first, answered({ extra: lacking(500), teams: balance }));
  expect(lines.find((one) => one.subject.de === `Zusätzlich nötig, ${team.team}`)?.by?.de).toBe('+10\u00a0PT');
  expect(lines.find((one) => one.subject.de === `Frei, ${team.team}`)?.by?.de).toBe('\u22125\u00a0PT');
});

test('reasons that bind no longer, and those that bind now', () => {
  const reason: Reason = {
    kind: 'earliestStart',
    team: null,
    budgetLine: null,
    projects: ['A2'],
    from: null,
    until: null,
    loadPercentMin: null,
    loadPercentMax: null,
    gainWeeks: 4,
    together: false,
  };
  const bound = answered({ reasons: [reason] });
  const gone = answerDifference(bound, before);
  expect([gone.reasonsGone.length, gone.reasonsNew.length]).toEqual([1, 0]);
  expect(answerDifference(before, bound).reasonsNew).toEqual(gone.reasonsGone);
  expect(answerDifference(bound, answered({ reasons: [{ ...reason, gainWeeks: 9 }] })).reasonsNew).toEqual([]);
});
