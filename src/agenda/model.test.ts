import { expect, test } from 'vitest';
import { agendaCollections, agendaSchema, approvedPlan } from './agenda.ts';
import { longestWeeks, modeWeeks, openModes, shortestWeeks } from './duration.ts';
import { personDaysPerPost, personDaysPerYear, type Team, teamSchema, unitNameOn } from './organization.ts';
import { isEnded, projectSchema } from './project.ts';
import { isIllustrative, provenanceOf } from './provenance.ts';
import { smallAgenda } from './testing.ts';

const agenda = agendaSchema.parse(smallAgenda());
const project = (id: string) => projectSchema.parse(smallAgenda().projects.find((one) => one.id === id));
const team = (capacity: unknown[]): Team => teamSchema.parse({ id: 'T', name: 'Team', unit: 'u', capacity });

test('the list of collections names every list of records of the schema', () => {
  const lists = Object.entries(agenda).filter(([, value]) => Array.isArray(value));
  expect(lists.map(([key]) => key)).toEqual([...agendaCollections]);
});

test('capacity is what is left after line work and absence', () => {
  const period = { from: '2020-01-01', fte: 4, projectSharePercent: 80, absencePercent: 25 };
  const posts = team([period, { from: '2021-01-01', fte: 4 }]);
  expect(posts.capacity.map((one) => personDaysPerYear(posts, one))).toEqual([480, 800]);
  expect(personDaysPerPost(posts, '2020-06-01')).toBe(160);
  expect(personDaysPerPost(posts, '2021-06-01')).toBe(200);
  const days = team([{ from: '2020-01-01', personDaysPerYear: 900 }]);
  expect(days.capacity.map((one) => personDaysPerYear(days, one))).toEqual([900]);
});

test('an office bears the name of the day', () => {
  const office = agenda.units.find((unit) => unit.id === 'it');
  if (!office) throw new Error('no office');
  expect(unitNameOn(office, '2021-12-31')).toBe('Amt für Informationsbearbeitung');
  expect(unitNameOn(office, '2022-01-01')).toBe('Amt für IT');
});

test('provenance of a field is its own, else that of the record', () => {
  const portal = project('portal');
  expect(provenanceOf(portal, 'name')).toEqual({ kind: 'sourced', source: 'register' });
  expect(isIllustrative(portal, 'name')).toBe(false);
  expect(isIllustrative(portal, 'phases')).toBe(true);
  expect(provenanceOf({}, 'name')).toBeUndefined();
});

test('duration: phases in line, with gaps at fixed distances, by mode', () => {
  const portal = project('portal');
  expect([modeWeeks(portal, 'own'), modeWeeks(portal, 'shared'), modeWeeks(portal, 'none')]).toEqual([24, 8, 0]);
  expect([shortestWeeks(portal), longestWeeks(portal)]).toEqual([8, Number.POSITIVE_INFINITY]);
  expect([shortestWeeks(project('payment')), longestWeeks(project('payment'))]).toEqual([19, 19]);
  expect([shortestWeeks(project('app')), longestWeeks(project('app'))]).toEqual([24, 24]);
  expect(openModes({ ...portal, fixedMode: 'shared' })).toEqual(['shared']);
  expect(shortestWeeks({ ...portal, fixedMode: 'own' })).toBe(24);
});

test('the approved plan is the one approved last; working plans do not count', () => {
  const [plan] = agenda.plans;
  if (!plan) throw new Error('no plan');
  const plans = [plan, { ...plan, id: 'plan-2' }, { ...plan, id: 'plan-3', status: 'working' as const }];
  expect(approvedPlan({ ...agenda, plans })?.id).toBe('plan-2');
  expect(approvedPlan({ ...agenda, plans: [] })).toBeUndefined();
});

test('ended is what can no longer be planned', () => {
  const status = (value: string) => isEnded(projectSchema.parse({ ...smallAgenda().projects[0], status: value }));
  expect(['succeeded', 'failed', 'rejected', 'stopped'].map(status)).toEqual([true, true, true, true]);
  expect(['suggested', 'planned', 'waiting', 'inProgress'].map(status)).toEqual([false, false, false, false]);
});
