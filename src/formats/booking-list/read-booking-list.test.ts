import { expect, test } from 'vitest';
import { type Agenda, agendaSchema } from '../../agenda/index.ts';
import { smallAgenda } from '../../agenda/testing.ts';
import { parseCsv } from '../sheet/csv.ts';
import { readBookingList } from './read-booking-list.ts';

const agenda = agendaSchema.parse(smallAgenda());
const LINE = agenda.budgetLines[0]?.id;
const read = (csv: string, known: Agenda = agenda) => readBookingList(known, parseCsv(csv));

const LIST = `Haushaltsüberwachung;;;;
Belegnr.;Datum;Art;Betrag in €;Projekt;Buchungstext
4711;31.03.2021;gezahlt;1.234,50;portal;Konzept
4712;15.04.2021;Auftrag;2000;;Lizenzen
4713;30.04.2021;;-50,00;;Gutschrift
;01.05.2021;gezahlt;1;;
4711;01.05.2021;gezahlt;1;;
4714;31.02.2021;geschenkt;viel;gibtesnicht;
`;

test('lines become bookings of their fiscal year; what is wrong is named at its column', () => {
  const { headLine, rows } = read(LIST);
  expect(headLine).toBe(2);
  expect(rows.slice(0, 3).map(({ booking }) => booking)).toMatchObject([
    { kind: 'spent', cents: 123_450, year: 2021, project: 'portal', budgetLine: LINE, reference: '4711' },
    { kind: 'committed', cents: 200_000, on: '2021-04-15' },
    { kind: 'spent', cents: -5_000 },
  ]);
  expect(rows.slice(3).map(({ faults }) => faults.map(({ column }) => column))).toEqual([
    ['Belegnummer'],
    ['Belegnummer'],
    ['Datum', 'Betrag', 'Art', 'Projekt'],
  ]);
});

test('a list that is read twice books nothing twice, and an order that was paid becomes a payment', () => {
  const bookings = read(LIST).rows.flatMap(({ booking }) => booking ?? []);
  const known = agendaSchema.parse({ ...agenda, bookings });
  expect(
    read(LIST, known)
      .rows.slice(0, 3)
      .map(({ state }) => state),
  ).toEqual(['unchanged', 'unchanged', 'unchanged']);
  const [row] = read('Belegnr;Art;Datum\n47-12;gezahlt;02.05.2021\n', known).rows;
  expect(row).toMatchObject({
    state: 'changed',
    booking: { id: bookings[1]?.id, kind: 'spent', cents: 200_000, on: '2021-05-02', text: 'Lizenzen' },
  });
});
