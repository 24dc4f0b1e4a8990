import { expect, test } from 'vitest';
import { agendaSchema } from '../../agenda/index.ts';
import { smallAgenda } from '../../agenda/testing.ts';
import type { Paper } from '../../council/index.ts';
import { parseCsv } from '../sheet/csv.ts';
import { readPaperList } from './read-paper-list.ts';

const agenda = agendaSchema.parse(smallAgenda());
const numberForms = [{ kind: 'motion', form: 'BA-NNN/JJJJ' } as const];
const unit = agenda.units[0];

const read = (csv: string, papers: readonly Paper[] = []) =>
  readPaperList({ agenda, papers, numberForms }, parseCsv(csv));

const LIST = `Liste der Vorlagen;;;;;;
Nr.;Art;Betreff;Eingang;Fraktion;Beschlussvorschlag;Amt
BA-001/2020;Antrag;Offene Daten;24.08.2020;"Fraktion A; Fraktion B";"1. Die Stadt öffnet ihre Daten.
Das gilt auch für Karten.
2. Sie berichtet.";${unit?.names[0]?.name ?? ''}
BA-002/2020;;WLAN;;;;Amt für Rätsel
XY-1;;Unklar;;;;
BA-003/2020;Antrag;;31.02.2020;;;
BA-1/2020;Antrag;Doppelt;;;;
;Antrag;Ohne Nummer;;;;
;;;;;;
`;

test('lines become papers by their number; what is wrong is named at its column', () => {
  const { headLine, rows } = read(LIST);
  expect(headLine).toBe(2);
  expect(rows.map((row) => [row.line, row.state, ...row.faults.map((one) => one.column)])).toEqual([
    [3, 'new'],
    [4, 'new'],
    [5, 'faulty', 'Art'],
    [6, 'faulty', 'Gegenstand', 'Eingang'],
    [7, 'faulty', 'Nummer'],
    [8, 'faulty', 'Nummer'],
  ]);
  expect(rows[0]?.paper).toMatchObject({
    id: 'ba-001-2020',
    kind: 'motion',
    receivedOn: '2020-08-24',
    responsible: unit?.id,
    originators: [{ name: 'Fraktion A' }, { name: 'Fraktion B' }],
    versions: [
      {
        points: [
          { number: '1', text: 'Die Stadt öffnet ihre Daten. Das gilt auch für Karten.' },
          { number: '2', text: 'Sie berichtet.' },
        ],
      },
    ],
  });
  expect(rows[1]?.paper?.versions[0]?.points).toEqual([{ number: '1', text: 'WLAN' }]);
  expect(rows[1]?.hints).toHaveLength(2);
});

test('the same list again changes nothing; a changed cell changes that and never the text', () => {
  const papers = read(LIST).rows.flatMap((row) => row.paper ?? []);
  expect(
    read(LIST, papers)
      .rows.slice(0, 2)
      .map((row) => row.state),
  ).toEqual(['unchanged', 'unchanged']);
  const changed = read('Nummer;Gegenstand;Punkte\nBA-1/2020;Alle Daten;Nur das\n', papers).rows[0];
  expect(changed?.state).toBe('changed');
  expect(changed?.paper).toEqual({ ...papers[0], name: 'Alle Daten' });
});

test('a person decides what a column means', () => {
  const rows = parseCsv('Nummer;Gegenstand;Vorgang\nBA-001/2020;A;B\n');
  const list = readPaperList({ agenda, papers: [], numberForms }, rows, { Gegenstand: null, Vorgang: 'name' });
  expect(list.columns.map((one) => one.target)).toEqual(['reference', null, 'name']);
  expect(list.rows[0]?.paper?.name).toBe('B');
});
