import { expect, test } from 'vitest';
import { agendaSchema, type PlanVersion } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { whyDate } from '../questions/why-date.ts';
import { type QuickProject, quickAgenda } from '../testing.ts';
import { datesByProject } from '../translation/schedule.ts';
import { checkPlan, infeasibleText } from './check-plan.ts';
import { comparePlans } from './compare-plans.ts';
import { planDifferenceSchema } from './difference.ts';

const options = { seed: 1, limit: { iterations: 300 } };
const projects: QuickProject[] = [
  { id: 'A', weeks: 4, days: { PM: 40 }, euro: 8000 },
  { id: 'B', weeks: 4, days: { PM: 40 }, after: ['A'], by: '2021-03-26' },
  { id: 'C', weeks: 4, days: { IT: 8 } },
];
const agenda = quickAgenda(projects);

function planned(given = agenda, more: Partial<Parameters<typeof planAgenda>[1]> = {}): PlanVersion {
  const { plan, infeasible } = planAgenda(given, { ...options, ...more });
  if (!plan) throw new Error(JSON.stringify(infeasible));
  return plan;
}

const startOf = (plan: PlanVersion, id: string) => datesByProject(plan.phases).get(id)?.start;

test('a pinned project lies on its Monday, its successor makes room, and nothing else moves', () => {
  const present = planned();
  const pins = [{ project: 'A', start: '2021-02-01' }];
  const plan = planned(agenda, { present: { ...present, pins }, way: 'stay' });
  expect(['A', 'B', 'C'].map((id) => startOf(plan, id))).toEqual(['2021-02-01', '2021-03-01', '2021-01-04']);
  expect(plan.pins).toEqual(pins);
  expect(checkPlan(agenda, plan)).toEqual([]);
  // Planned anew, the pin still holds.
  expect(startOf(planned(agenda, { present: plan }), 'A')).toBe('2021-02-01');
  expect(startOf(planned(agenda), 'A')).toBe('2021-01-04');
});

test('what a person holds is bound by nothing else', () => {
  const present = planned();
  const free = whyDate(agenda, planned(agenda, { present }), 'B');
  expect(free?.reasons.map(({ kind }) => kind)).toContain('dependency');
  const plan = planned(agenda, { present: { ...present, pins: [{ project: 'B', start: '2021-06-07' }] }, way: 'stay' });
  expect(whyDate(agenda, plan, 'B')).toMatchObject({ start: '2021-06-07', reasons: [] });
});

test('what lies in the frozen months stays there, also when planning anew would move it', () => {
  const present = planned();
  const later = {
    ...present,
    phases: present.phases.map((one) =>
      one.project === 'C' ? { ...one, start: '2021-02-01', finish: '2021-02-26' } : one,
    ),
  };
  expect(startOf(planned(agenda, { present: later }), 'C')).toBe('2021-01-04');
  const frozen = planned(agenda, { present: { ...later, frozenUntil: '2021-03-01' } });
  expect(startOf(frozen, 'C')).toBe('2021-02-01');
});

test('staying moves nothing where nothing has changed, whatever could be better', () => {
  const present = planned();
  const later = {
    ...present,
    phases: present.phases.map((one) =>
      one.project === 'C' ? { ...one, start: '2021-06-07', finish: '2021-07-02' } : one,
    ),
  };
  const plan = planned(agenda, { present: later, way: 'stay' });
  expect(plan.phases).toEqual(later.phases);
  expect(plan.quality?.aims.map(({ kind, value }) => [kind, value]).slice(0, 3)).toEqual([
    ['statutoryLate', 0],
    ['promisedLate', 0],
    ['moved', 0],
  ]);
});

test('a pin that cannot hold is refused with the reason', () => {
  const present = planned();
  const pins = [
    { project: 'A', start: '2021-02-01' },
    { project: 'B', start: '2021-02-08' },
  ];
  const { plan, infeasible } = planAgenda(agenda, { ...options, present: { ...present, pins }, way: 'stay' });
  expect(plan).toBeNull();
  expect(infeasible && infeasibleText(agenda, infeasible).de).toContain(
    '„A“ kann frühestens am 01.02.2021 beginnen und müsste spätestens am 11.01.2021 beginnen',
  );
});

test('a partner that is not ready yet is named with what it delivers', () => {
  const offer = { id: 'form', deliverable: 'Antragsassistent', availableFrom: '2021-03-01' };
  const partner = { id: 'P', name: 'Komm24', level: 'municipalCompany', offers: [offer] };
  const served = agendaSchema.parse({
    ...agenda,
    partners: [partner],
    projects: agenda.projects.map((one) => ({
      ...one,
      modes: one.modes.map((mode) => ({ ...mode, kind: 'shared', partner: 'P', offer: 'form' })),
    })),
  });
  expect(checkPlan(served, planned())[0]?.de).toBe('„Komm24: Antragsassistent“ ist im Monat 01/2021 überlastet.');
});

test('a plan that no longer fits the agenda is told with what is wrong', () => {
  const present = planned();
  const less = agendaSchema.parse({
    ...agenda,
    teams: agenda.teams.map((team) => ({ ...team, capacity: [{ from: '2021-01-01', personDaysPerYear: 104 }] })),
  });
  expect(checkPlan(agenda, present)).toEqual([]);
  expect(checkPlan(less, present).map(({ de }) => de)[0]).toBe('„Projektleitung“ ist im Monat 01/2021 überlastet.');
  const longer = quickAgenda(projects.map((one) => (one.id === 'C' ? { ...one, weeks: 9 } : one)));
  expect(checkPlan(longer, present)[0]?.de).toContain('Die Phasen des Projekts „C“ wurden geändert');
  const more = quickAgenda([...projects, { id: 'D', weeks: 1 }]);
  expect(checkPlan(more, present)[0]?.de).toContain('Das Projekt „D“ fehlt im Plan');
  const early = {
    ...present,
    phases: present.phases.map((one) => ({ ...one, start: '2021-01-04', finish: '2021-01-29' })),
  };
  expect(checkPlan(agenda, early).map(({ de }) => de)).toContain('„B“ beginnt, bevor „A“ so weit ist.');
});

test('two plans are compared in weeks, margins, load and euros; what was deleted since is named', () => {
  const before = { ...planned(), id: 'old' };
  const moved = planned(agenda, { present: { ...before, pins: [{ project: 'A', start: '2021-03-01' }] }, way: 'stay' });
  const without = quickAgenda(projects.filter(({ id }) => id !== 'C'));
  const after = { ...moved, phases: moved.phases.filter(({ project }) => project !== 'C') };
  const difference = planDifferenceSchema.parse(comparePlans(without, before, after, '2021-01-04'));
  expect(difference.projects.map(({ project, name, kind, startWeeks }) => [project, name, kind, startWeeks])).toEqual([
    ['C', 'Projekt C', 'deleted', 0],
    ['A', 'Projekt A', 'changed', 8],
    ['B', 'Projekt B', 'changed', 8],
  ]);
  expect(difference.late.promised).toEqual({ before: 0, after: 4 });
  expect(difference.teams.find(({ team }) => team === 'PM')?.before?.month).toBe('2021-01');
  expect(difference.money).toEqual([
    { budgetLine: 'money', name: 'Programmmittel', years: [{ year: 2021, before: 800_000, after: 800_000 }] },
  ]);
  expect(difference.finish).toEqual({ before: '2021-02-26', after: '2021-04-23' });
});

test('a plan compared with itself differs in nothing', () => {
  const plan = planned();
  const difference = comparePlans(agenda, plan, plan, '2021-01-04');
  expect([difference.projects, difference.duties, difference.teams, difference.unchanged]).toEqual([[], [], [], 3]);
});
