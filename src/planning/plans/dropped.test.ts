import { expect, test } from 'vitest';
import { type Agenda, agendaSchema, type PlanVersion } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { type QuickProject, quickAgenda } from '../testing.ts';
import { checkPlan } from './check-plan.ts';
import { planScenario } from './scenario.ts';

const options = { seed: 1, limit: { iterations: 300 } };

type Changes = Record<string, Partial<Agenda['projects'][number]>>;

function agendaOf(
  quick: readonly QuickProject[],
  changes: Changes = {},
  alternatives: Agenda['alternatives'] = [],
): Agenda {
  const agenda = quickAgenda(quick);
  return agendaSchema.parse({
    ...agenda,
    alternatives,
    projects: agenda.projects.map((project) => ({ ...project, ...changes[project.id] })),
  });
}

function planned(agenda: Agenda, more: Partial<Parameters<typeof planAgenda>[1]> = {}): PlanVersion {
  const { plan, infeasible } = planAgenda(agenda, { ...options, ...more });
  if (!plan) throw new Error(JSON.stringify(infeasible));
  expect(checkPlan(agenda, plan)).toEqual([]);
  return plan;
}

const placed = (plan: PlanVersion) => [...new Set(plan.phases.map(({ project }) => project))].sort();
const withBudget = (agenda: Agenda, euro: number): Agenda => ({
  ...agenda,
  budgetLines: agenda.budgetLines.map((line) => ({
    ...line,
    years: line.years.map((entry) => ({ ...entry, amountCents: euro * 100 })),
  })),
});

const quick: QuickProject[] = [
  { id: 'duty', weeks: 4, days: { PM: 40 }, euro: 50_000, commitmentClass: 'decided' },
  { id: 'dear', weeks: 4, days: { PM: 4 }, euro: 30_000, commitmentClass: 'optional' },
  { id: 'cheap', weeks: 4, days: { PM: 4 }, euro: 20_000, commitmentClass: 'optional' },
];
const optional = agendaOf(quick, { dear: { droppable: { loss: 60 } }, cheap: { droppable: { loss: 40 } } });

test('with enough money nothing is left out; when the budget gets tight the least loss is, with the reason', () => {
  const full = planned(optional);
  expect(placed(full)).toEqual(['cheap', 'dear', 'duty']);
  expect(full.dropped).toBeUndefined();
  // 2 x 40,000 euros: the decided project and one more.
  const tight = planned(withBudget(optional, 40_000));
  expect(placed(tight)).toEqual(['dear', 'duty']);
  expect(tight.dropped).toEqual([
    {
      project: 'cheap',
      reason: {
        kind: 'room',
        latest: '2022-12-31',
        // Behind the budgeted years no figure limits anything: it would be possible then, but is not meant any more.
        earliest: '2023-01-27',
        teams: [],
        budgetLines: ['money'],
      },
    },
  ]);
  expect(tight.quality?.aims.find(({ kind }) => kind === 'dropped')?.value).toBe(40);
  expect(tight.figures?.names).toHaveProperty('cheap', 'Projekt cheap');
});

test('what is not marked as such is never left out, it comes later', () => {
  const agenda = withBudget(agendaOf(quick), 40_000);
  expect(placed(planned(agenda))).toEqual(['cheap', 'dear', 'duty']);
});

test('a project that waits for one that is left out is left out too', () => {
  const agenda = agendaOf([...quick, { id: 'after', weeks: 2, after: ['cheap'], commitmentClass: 'optional' }], {
    dear: { droppable: { loss: 60 } },
    cheap: { droppable: { loss: 40 } },
    after: { droppable: { loss: 5 } },
  });
  const tight = planned(withBudget(agenda, 40_000));
  expect(tight.dropped?.map(({ project, reason }) => [project, reason.kind])).toEqual([
    ['after', 'needs'],
    ['cheap', 'room'],
  ]);
});

const ways: QuickProject[] = [
  { id: 'build', weeks: 8, days: { IT: 40 }, commitmentClass: 'decided' },
  { id: 'buy', weeks: 4, days: { PM: 10 }, euro: 60_000, commitmentClass: 'decided' },
  { id: 'use', weeks: 2, days: { PM: 2 }, after: ['build', 'buy'], commitmentClass: 'decided' },
];
const oneOf: Agenda['alternatives'] = [
  { id: 'way', name: 'Bauen oder kaufen', choice: 'exactlyOne', projects: ['build', 'buy'] },
];

test('of projects that exclude each other exactly one is planned, the earlier way; less money turns the choice', () => {
  const agenda = agendaOf(ways, {}, oneOf);
  const rich = planned(withBudget(agenda, 60_000));
  expect(placed(rich)).toEqual(['buy', 'use']);
  expect(rich.dropped).toEqual([{ project: 'build', reason: { kind: 'alternative', alternative: 'way', by: 'buy' } }]);
  const poor = planned(withBudget(agenda, 20_000));
  expect(placed(poor)).toEqual(['build', 'use']);
});

test('a choice that has fallen binds: done, begun or pinned', () => {
  const done = agendaOf(ways, { build: { status: 'succeeded', finishedOn: '2020-12-01' } }, oneOf);
  expect(planned(done).dropped).toEqual([
    { project: 'buy', reason: { kind: 'alternative', alternative: 'way', by: 'build' } },
  ]);
  const begun = agendaOf(ways, { build: { status: 'inProgress' } }, oneOf);
  expect(placed(planned(begun))).toEqual(['build', 'use']);
  const agenda = agendaOf(ways, {}, oneOf);
  const present = { ...planned(agenda), pins: [{ project: 'build', start: '2021-02-01' }] };
  expect(placed(planned(agenda, { present }))).toEqual(['build', 'use']);
});

test('staying brings nothing back that would move others, and drops nothing that is planned', () => {
  const tight = planned(withBudget(optional, 40_000));
  const stays = planned(optional, { present: tight, way: 'stay' });
  // There is room for it now, and nothing has to move for it.
  expect(placed(stays)).toEqual(['cheap', 'dear', 'duty']);
  const same = (plan: PlanVersion) => plan.phases.filter(({ project }) => project !== 'cheap');
  expect(same(stays)).toEqual(tight.phases);
});

test('a scenario with less money shows what it would leave out', () => {
  const cut = (year: number) => ({ kind: 'money' as const, budgetLine: 'money', year, cents: -1_200_000 });
  const { outcome } = planScenario(optional, { changes: [cut(2021), cut(2022)] }, undefined, '2021-01-04', options);
  expect(outcome.difference?.projects).toContainEqual(expect.objectContaining({ project: 'cheap', kind: 'dropped' }));
});

test('a plan that leaves out what may not be left out any more is told', () => {
  const tight = planned(withBudget(optional, 40_000));
  const now = agendaOf(quick, { dear: { droppable: { loss: 60 } } });
  expect(checkPlan(now, tight)[0]?.de).toContain('Das Projekt „cheap“ fehlt im Plan');
});
