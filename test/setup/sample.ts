import { type Agenda, agendaSchema } from '../../src/agenda/index.ts';
import { openStatement, type Paper, paperSchema, type StatementFile } from '../../src/council/index.ts';

/** A small valid agenda of an invented city, for tests that need any agenda. */
export function sampleAgenda(city = 'musterstadt'): Agenda {
  const phase = { id: 'p1', name: 'Umsetzung', work: { own: { weeks: 4, effortTenths: { it: 200 } } } };
  const project = {
    actionField: 'services',
    commitmentClass: 'optional',
    status: 'planned',
    modes: [{ id: 'own', name: 'Eigene Leute', kind: 'own' }],
    phases: [phase],
  };
  return agendaSchema.parse({
    format: 'fahrplan-agenda',
    version: 1,
    city: { id: city, name: 'Musterstadt', agsKey: '14000000', state: 'Sachsen', budgetRhythm: 'annual' },
    name: 'Digitale Agenda',
    planStart: '2020-08-31',
    actionFields: [{ id: 'services', name: 'Bürgerdienste', scope: 'administration' }],
    projects: [
      {
        ...project,
        id: 'geo',
        name: 'Geodatenportal',
        purpose: 'Karten und Geodaten der Ämter für alle bereitstellen.',
      },
      { ...project, id: 'akte', name: 'Elektronische Akte', purpose: 'Akten der Verwaltung digital führen.' },
      { ...project, id: 'termin', name: 'Terminvergabe im Bürgeramt', benefit: 'Kürzere Wartezeiten.' },
    ],
    obligations: [
      {
        id: 'ozg',
        law: 'OZG',
        lawTitle: 'Onlinezugangsgesetz',
        paragraph: '§ 1 Abs. 1',
        name: 'Verwaltungsleistungen online',
        duty: 'Verwaltungsleistungen auch elektronisch über Verwaltungsportale anbieten.',
        force: 'must',
        trigger: { kind: 'date', on: '2022-12-31' },
        addressee: 'Länder und Gemeinden',
      },
    ],
    needs: [{ id: 'n1', name: 'Karten für die Feuerwehr', units: ['brandschutz'] }],
  });
}

export function samplePaper(id = 'ba-1-2020'): Paper {
  return paperSchema.parse({
    format: 'fahrplan-paper',
    version: 1,
    id,
    reference: 'BA-001/2020',
    kind: 'motion',
    name: 'Offene Geodaten',
    versions: [{ number: 1, points: [{ number: '1', text: 'Die Stadt veröffentlicht ihre Geodaten.' }] }],
  });
}

/** A statement that somebody has begun to write. */
export function sampleStatement(paper: string): StatementFile {
  const content = {
    format: 'fahrplan-statement' as const,
    version: 1 as const,
    paper,
    title: 'Stellungnahme',
    asOf: '2020-09-01',
    blocks: [],
    evidence: [],
    footnotes: [],
  };
  return openStatement({ content, planRun: 'r1', units: [], person: 'anna' });
}

/** The value, which the test takes for granted; fails with a sentence if it is missing. */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the test expected a value here');
  return value;
}
