import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Agenda } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { type QuickProject, quickAgenda } from '../testing.ts';
import { quickXplain } from './quick-xplain.ts';
import { whyNot } from './why-not.ts';

function ask(projects: readonly QuickProject[], project?: string) {
  const agenda: Agenda = quickAgenda(projects);
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 200 } });
  if (!plan) throw new Error('no plan was found');
  return whyNot(agenda, plan, project === undefined ? {} : { project });
}

/** Ten person-days of PM a week; both must end within four weeks. */
const two: QuickProject[] = ['A', 'B'].map((id) => ({ id, weeks: 4, days: { PM: 28 }, by: '2021-01-29' }));
const other: QuickProject = { id: 'C', weeks: 2, days: { IT: 5 }, by: '2021-06-30' };

test('two promises and one team contradict each other, and nothing else is named', () => {
  const { missed, project, conflict, repairs } = ask([...two, other]);
  expect(missed).toHaveLength(1);
  const rest = project === 'A' ? 'B' : 'A';
  expect(conflict).toEqual({
    facts: [
      { kind: 'teamCapacity', ids: ['PM'] },
      { kind: 'deadlines', ids: [rest] },
    ],
    shortages: {
      teams: [
        {
          team: 'PM',
          from: '2021-01-04',
          until: '2021-01-29',
          neededTenths: 560,
          availableTenths: 400,
          projects: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === 'A,B'),
        },
      ],
      money: [],
    },
    proof: 'search',
    verified: true,
  });
  expect(repairs.map(({ kind }) => kind)).toEqual(['later', 'capacity', 'withdraw']);
  expect(repairs[2]).toEqual({ kind: 'withdraw', project: rest });
});

test('a project that waits for another one is too late by dates alone', () => {
  const { conflict } = ask([
    { id: 'A', weeks: 8, days: { PM: 8 } },
    { id: 'B', weeks: 4, days: { PM: 4 }, after: ['A'], by: '2021-02-26' },
  ]);
  expect(conflict).toEqual({
    facts: [{ kind: 'dependency', ids: ['B'] }],
    shortages: { teams: [], money: [] },
    proof: 'windows',
    verified: true,
  });
});

test('money that comes too late', () => {
  const { conflict } = ask([{ id: 'A', weeks: 4, euro: 60_000, by: '2021-06-30' }]);
  expect(conflict?.facts).toEqual([{ kind: 'budget', ids: ['money'] }]);
  const until = '2021-12-31';
  const [short] = conflict?.shortages.money ?? [];
  expect(short).toMatchObject({
    budgetLine: 'money',
    neededCents: 6_000_000,
    availableCents: 5_200_000,
    projects: ['A'],
  });
  expect(short?.until).toBe(until);
});

test('a deadline shorter than the project contradicts by itself', () => {
  const { conflict } = ask([{ id: 'A', weeks: 8, days: { PM: 8 }, by: '2021-01-29' }]);
  expect(conflict).toMatchObject({ facts: [], proof: 'windows', verified: true });
});

test('where the plan misses what another one would meet, the answer is that it is possible', () => {
  const agenda = quickAgenda(two.map((one) => ({ ...one, days: { PM: 20 } })));
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 200 } });
  if (!plan) throw new Error('no plan was found');
  const [first, ...rest] = plan.phases;
  if (!first) throw new Error('no phase was planned');
  const late = { ...plan, phases: [{ ...first, start: '2021-02-01', finish: '2021-02-26' }, ...rest] };
  const { answer, otherFinish, conflict } = whyNot(agenda, late);
  expect({ answer, otherFinish, conflict }).toEqual({ answer: 'possible', otherFinish: '2021-01-29', conflict: null });
});

test('where no deadline is missed nothing is explained', () => {
  expect(ask([other])).toMatchObject({ missed: [], project: null, conflict: null, repairs: [] });
});

test('a smallest set of facts contradicts, and none of them can be left out', () => {
  const sets = fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sets, (conflicts) => {
      const contradicts = (facts: readonly number[]) =>
        conflicts.some((conflict) => conflict.every((fact) => facts.includes(fact)));
      const found = quickXplain([0, 1, 2, 3, 4, 5, 6, 7], contradicts) ?? [];
      expect(contradicts(found)).toBe(true);
      for (const fact of found) expect(contradicts(found.filter((one) => one !== fact))).toBe(false);
    }),
  );
});
