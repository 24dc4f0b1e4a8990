import { expect, test } from 'vitest';
import { type Agenda, agendaSchema } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { approved, type QuickProject, quickAgenda } from '../testing.ts';
import { answerQuestion } from './answer-question.ts';
import { CandidateError } from './candidate.ts';
import { chosenAgenda, replacedBy } from './chosen.ts';

const options = { seed: 1, limit: { iterations: 200 } };
const quick: QuickProject[] = [
  { id: 'old', weeks: 20, days: { PM: 200 } },
  { id: 'other', weeks: 10, days: { PM: 100 }, commitmentClass: 'optional' },
  { id: 'after', weeks: 2, after: ['other'], commitmentClass: 'optional' },
  { id: 'new', weeks: 10, days: { PM: 100 } },
];

function agendaOf(alternatives: Agenda['alternatives']): Agenda {
  const agenda = quickAgenda(quick);
  const droppable = { loss: 10 };
  return agendaSchema.parse({
    ...agenda,
    alternatives,
    projects: agenda.projects.map((one) => (['other', 'after'].includes(one.id) ? { ...one, droppable } : one)),
  });
}

const way = (choice: 'exactlyOne' | 'atMostOne', ...projects: string[]) => [
  { id: 'way', name: 'Weg', choice, projects },
];
const ids = (agenda: Agenda) => agenda.projects.map(({ id }) => id);

test('questions rest on what the plan has chosen; an agenda without choice stays the same object', () => {
  const plain = quickAgenda(quick);
  expect(chosenAgenda(plain, undefined)).toBe(plain);
  const agenda = agendaOf(way('exactlyOne', 'old', 'new'));
  const plan = { phases: [{ project: 'old', phase: 'work', mode: 'own', start: '2021-01-04', finish: '2021-05-21' }] };
  expect(ids(chosenAgenda(agenda, plan))).toEqual(['old']);
  // Without any plan the first of exactly one stands for the others.
  expect(ids(chosenAgenda(agenda, undefined))).toEqual(['old']);
  expect(ids(chosenAgenda(agenda, plan, ['new']))).toEqual(['new']);
});

test('what is asked about brings back what it waits for, and takes away what waits for what it excludes', () => {
  const agenda = agendaOf(way('atMostOne', 'other', 'new'));
  expect(ids(chosenAgenda(agenda, { phases: [] }, ['after']))).toEqual(['old', 'other', 'after']);
  const phases = ['old', 'other', 'after'].map((project) => ({
    project,
    phase: 'work',
    mode: 'own',
    start: '2021-01-04',
    finish: '2021-01-15',
  }));
  expect(replacedBy(agenda, { phases }, 'new')).toEqual(['other', 'after']);
});

test('a candidate takes the place of the project that it excludes: sooner than beside it, and the answer says so', () => {
  const beside = agendaOf([]);
  const withPlan = (agenda: Agenda) => {
    const existing = { ...agenda, alternatives: [], projects: agenda.projects.filter(({ id }) => id !== 'new') };
    return { ...approved(agenda, planAgenda(existing, options).plan) };
  };
  const candidate = beside.projects.find(({ id }) => id === 'new') as Agenda['projects'][number];
  const second = answerQuestion(withPlan(beside), candidate, options);
  const instead = answerQuestion(withPlan(agendaOf(way('exactlyOne', 'old', 'new'))), candidate, options);
  expect(second.replaced).toBeUndefined();
  expect(instead.replaced).toEqual(['old']);
  expect((instead.untouched?.finish ?? '') < (second.untouched?.finish ?? '')).toBe(true);
});

test('a choice that has fallen is said, not planned around', () => {
  const agenda = agendaOf(way('exactlyOne', 'old', 'new'));
  const begun = {
    ...agenda,
    projects: agenda.projects.map((one) => (one.id === 'old' ? { ...one, status: 'inProgress' as const } : one)),
  };
  const candidate = begun.projects.find(({ id }) => id === 'new') as Agenda['projects'][number];
  expect(() => answerQuestion(begun, candidate, options)).toThrow(CandidateError);
});
