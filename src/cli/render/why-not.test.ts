import { expect, test } from 'vitest';
import type { WhyNot } from '../../planning/index.ts';
import { testAgenda } from '../testing.ts';
import { plain } from './paint.ts';
import { renderWhyNot } from './why-not.ts';

const agenda = testAgenda();
const [team] = agenda.teams;
const late: WhyNot = {
  missed: [{ project: 'payment', deadline: '2021-01-29', statutory: true, finish: '2021-02-26', lateWeeks: 4 }],
  project: 'payment',
  deadline: '2021-01-29',
  answer: 'impossible',
  otherFinish: null,
  conflict: {
    facts: [
      { kind: 'teamCapacity', ids: [team?.id ?? ''] },
      { kind: 'deadlines', ids: ['portal'] },
    ],
    shortages: {
      teams: [
        {
          team: team?.id ?? '',
          from: '2021-01-04',
          until: '2021-01-29',
          neededTenths: 560,
          availableTenths: 400,
          projects: ['payment', 'portal'],
        },
      ],
      money: [],
    },
    proof: 'prices',
    verified: true,
  },
  proofs: 7,
  repairs: [
    { kind: 'later', finish: '2021-02-26', weeks: 4 },
    { kind: 'capacity', teams: [{ team: team?.id ?? '', tenths: 125, months: [] }], money: [] },
    { kind: 'withdraw', project: 'portal' },
  ],
};
const print = (changed: Partial<WhyNot> = {}, asked: string | null = null) =>
  renderWhyNot(agenda, { ...late, ...changed }, asked, { language: 'de', width: 100, paint: plain });

test('the facts of a conflict, how it is proven, and the ways out', () => {
  const page = print();
  expect(page).toMatch(/payment +29\.01\.2021 +§ +26\.02\.2021 +4/);
  expect(page).toContain(`· Kapazität von ${team?.name}`);
  expect(page).toMatch(/brauchen payment, portal\s+mindestens\s+56 PT, da sind 40 PT/);
  expect(page).toContain('· Zusagen an portal');
  expect(page).toContain('ein unabhängiger Rechenweg hat das');
  expect(page).toContain('· Frist auf den 26.02.2021 legen (4 Wochen später).');
  expect(page).toContain(`· Zusätzlich bereitstellen: ${team?.name} 12,5 PT.`);
  expect(page).toContain('· portal zurückziehen.');
});

test('what is neither proven nor found is called open', () => {
  expect(print({ answer: 'open', conflict: null })).toContain('Offen: In der vorgesehenen Rechenzeit');
});

test('another plan that meets the deadline is named', () => {
  const page = print({ answer: 'possible', conflict: null, otherFinish: '2021-01-22' });
  expect(page).toMatch(/payment endet\s+darin am 22\.01\.2021\./);
});

test('a conflict that may be smaller says so', () => {
  const conflict = late.conflict && { ...late.conflict, verified: false };
  expect(print({ conflict })).toContain('vielleicht ist einer entbehrlich.');
});

test('where nothing is missed nothing is explained', () => {
  const none = { project: null, deadline: null, answer: null, conflict: null, repairs: [] };
  expect(print({ ...none, missed: [] })).toContain('Keine.');
  expect(print(none, 'portal')).toContain('portal versäumt im Plan keine Frist.');
});
