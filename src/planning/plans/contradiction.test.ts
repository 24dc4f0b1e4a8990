import { expect, test } from 'vitest';
import { pathText } from '../../agenda/index.ts';
import { type QuickProject, quickAgenda } from '../testing.ts';
import { contradictionIn } from './contradiction.ts';

const found = (...projects: QuickProject[]) => {
  const fault = contradictionIn(quickAgenda(projects));
  return fault && { code: fault.code, path: pathText(fault.path), de: fault.message.de, en: fault.message.en };
};
const START = '2021-03-01';

test('fixed starts that together overload a team name the team, the month and the projects', () => {
  const held = (id: string, from = START): QuickProject => ({ id, weeks: 2, days: { PM: 12 }, fixed: from });
  expect(found(held('A'), held('B', '2021-03-15'))).toBeNull();
  expect(found({ id: 'other', weeks: 2, days: { IT: 1 }, fixed: START }, held('A'), held('B'))).toEqual({
    code: 'noPlanPossible',
    path: 'projects[1].fixedStart',
    de: 'Was festgehalten ist, überlastet „Projektleitung“ im Monat 03/2021. Bitte ein festgehaltenes Projekt verschieben oder lösen. Dort liegen fest: „A“, „B“.',
    en: 'What is held overloads “Projektleitung” in the month 2021-03. Please move or release one of the held projects. Held there: “A”, “B”.',
  });
});

test('fixed starts that together exceed a budget name the line, the year and the projects', () => {
  const held = (id: string): QuickProject => ({ id, weeks: 2, euro: 30_000, fixed: START });
  expect(found(held('A'))).toBeNull();
  expect(found(held('A'), held('B'))).toMatchObject({
    path: 'projects[0].fixedStart',
    de: expect.stringMatching(/„Programmmittel“ im Jahr 2021.*Dort liegen fest: „A“, „B“\./),
  });
});

test('what fits nowhere beside the rest is named itself', () => {
  expect(found({ id: 'A', weeks: 1, days: { PM: 1 } }, { id: 'B', weeks: 2, days: { PM: 30 } })).toMatchObject({
    path: 'projects[1]',
    de: expect.stringContaining('„B“ passt neben dem, was festgehalten ist, an keinem Termin'),
  });
});

test('nothing to plan contradicts nothing', () => {
  expect(found()).toBeNull();
});
