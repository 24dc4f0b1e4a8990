import { expect, test } from 'vitest';
import { type Agenda, agendaSchema } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { type QuickProject, quickAgenda } from '../testing.ts';
import { datesByProject } from '../translation/schedule.ts';
import { planWeights } from './plan-weights.ts';

const quick: QuickProject[] = [
  { id: 'low', weeks: 4, days: { PM: 40 } },
  { id: 'high', weeks: 4, days: { PM: 40 } },
  { id: 'duty', weeks: 4, days: { PM: 40 }, commitmentClass: 'prerequisite' },
  { id: 'wish', weeks: 4, days: { PM: 40 }, commitmentClass: 'optional' },
];
const points: Record<string, number> = { low: 10, high: 90, duty: 0, wish: 100 };

function agendaOf(inPlanning: boolean): Agenda {
  const agenda = quickAgenda(quick);
  return agendaSchema.parse({
    ...agenda,
    projects: agenda.projects.map((one) => ({ ...one, priority: { nutzen: points[one.id] } })),
    weightings: [{ id: 'g', name: 'Gewichtung', inPlanning, criteria: [{ id: 'nutzen', name: 'Nutzen', weight: 10 }] }],
  });
}

const order = (agenda: Agenda): string[] => {
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 300 } });
  const dates = datesByProject(plan?.phases ?? []);
  return [...dates].toSorted(([, a], [, b]) => (a.start < b.start ? -1 : 1)).map(([id]) => id);
};

test('without the switch only the class counts; with it the score decides within a class', () => {
  expect(planWeights(agendaOf(false), agendaOf(false).projects)).toEqual([3, 3, 8, 1]);
  expect(planWeights(agendaOf(true), agendaOf(true).projects)).toEqual([18, 42, 80, 15]);
});

test('the plan follows the score, and duties stay first', () => {
  expect(order(agendaOf(true))).toEqual(['duty', 'high', 'low', 'wish']);
  expect(order(agendaOf(false))[0]).toBe('duty');
});

test('no score lifts a project above those of a higher class', () => {
  const projects = agendaOf(true).projects.map((one) => ({ ...one, priority: { nutzen: 100 } }));
  const best = planWeights({ ...agendaOf(true), projects }, projects);
  expect(best).toEqual([45, 45, 80, 15]);
  expect(
    planWeights(
      agendaOf(true),
      projects.map((one) => ({ ...one, priority: { nutzen: 0 } })),
    ),
  ).toEqual([15, 15, 80, 5]);
});
