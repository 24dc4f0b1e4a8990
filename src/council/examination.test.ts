import { describe, expect, test } from 'vitest';
import type { ProjectTemplate } from '../agenda/index.ts';
import { candidateFrom, examined, templatesFor } from './examination.ts';
import { paperSchema } from './paper.ts';
import { smallPaper } from './testing.ts';

const first = { by: 'anna', on: '2021-01-04' };
const second = { by: 'ben', on: '2021-01-05' };
const paper = paperSchema.parse({
  format: 'fahrplan-paper',
  version: 1,
  id: 'ba-1-2021',
  reference: 'BA-001/2021',
  kind: 'motion',
  name: 'Wege-App',
  versions: [
    {
      number: 1,
      points: [
        { number: '1', text: 'Eine App.' },
        { number: '2', text: 'Ein Beirat.' },
      ],
    },
  ],
  checks: [{ check: 'votable', decision: 'met', reason: 'Ja oder Nein.', ...first }],
  pointDecisions: [{ point: '1', scope: 'administration', ...first }],
});

describe('examination', () => {
  test('only what has changed gets the name of whoever decides now', () => {
    const after = examined(
      paper,
      {
        checks: [
          { reason: 'Ja oder Nein.', decision: 'met', check: 'votable' },
          { check: 'quorum', decision: 'met', reason: 'Fraktion.' },
        ],
        points: [
          { point: '1', scope: 'city', relations: [] },
          { point: '2', scope: 'elsewhere', relations: [] },
        ],
        candidates: [],
      },
      second,
    );
    expect(after.checks.map((one) => one.by)).toEqual(['anna', 'ben']);
    expect(after.pointDecisions.map((one) => one.by)).toEqual(['ben', 'ben']);
  });

  test('a new project takes phases, effort and provenance of its template, and a free key', () => {
    const template = {
      id: 'app',
      name: 'Mobile Anwendung',
      keywords: [],
      modes: [{ id: 'own', name: 'Eigenleistung', kind: 'own' as const }],
      phases: [
        {
          id: 'p',
          name: 'Bau',
          work: { own: { weeks: 8, effortTenths: { PM: 100 }, costs: [] } },
          precision: 'week' as const,
        },
      ],
      provenance: { '*': { kind: 'illustrative' as const } },
    };
    const made = candidateFrom(template, paper, { actionField: 'O', takenIds: ['N-ba-1-2021'] });
    expect(made).toMatchObject({ id: 'N-ba-1-2021-2', name: 'Mobile Anwendung (BA-001/2021)', status: 'suggested' });
    expect(made.phases).toEqual(template.phases);
    expect(made.provenance).toEqual(template.provenance);
  });
});

test('templates whose keywords the paper uses come first, the others stay in their order', () => {
  const template = (id: string, ...keywords: string[]) => projectTemplate(id, keywords);
  const list = [template('a'), template('b', 'Karte'), template('c', 'App', 'Baustelle')];
  const motion = smallPaper({
    name: 'Baustellen-App',
    versions: [{ number: 1, points: [{ number: '1', text: 'x' }] }],
  });
  expect(templatesFor(list, motion).map((one) => one.id)).toEqual(['c', 'a', 'b']);
});

const projectTemplate = (id: string, keywords: string[]): ProjectTemplate => ({
  id,
  name: id,
  keywords,
  modes: [{ id: 'own', name: 'selbst', kind: 'own' }],
  phases: [{ id: 'p', name: 'p', work: {}, precision: 'week' }],
});
