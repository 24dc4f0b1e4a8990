import { type Agenda, type Booking, bookingSchema, canonicalJson, type Text } from '../../agenda/index.ts';
import { centsOf, dayOf, numberOf, textOf } from '../project-list/cells.ts';
import { idFrom } from '../project-list/names.ts';
import { bare } from '../project-list/targets.ts';
import { type Column, columnsOf, headOf } from '../sheet/columns.ts';
import type { SheetCell } from '../sheet/write-sheet.ts';
import { type BookingTarget, recogniseBookingColumn } from './columns.ts';

/** What becomes of one line of the list. `line` is its number in the file, from 1. */
export interface BookingRow {
  line: number;
  state: 'new' | 'changed' | 'unchanged' | 'faulty';
  /** Number in the city's books. */
  id: string;
  name: string;
  faults: { column: string; message: Text }[];
  hints: Text[];
  booking: Booking | null;
}

/** A list of bookings as it would be taken over. */
export interface BookingList {
  headLine: number;
  columns: Column<BookingTarget>[];
  rows: BookingRow[];
}

type Cells = Partial<Record<BookingTarget, SheetCell>>;

/** What the lines before have taken, and what headings say of units. */
interface Reading {
  agenda: Agenda;
  amountHeading: string;
  lines: Map<string, number>;
  ids: Set<string>;
}

/**
 * Reads a table as a list of bookings. A line belongs to a booking by its number in the city's books, so a list that is
 * read twice books nothing twice, and an order that was paid meanwhile becomes a payment. Empty cells change nothing of
 * a booking that is there; lines with faults are named and left out.
 *
 * @param chosen heading → what it means, where a person has decided otherwise; null leaves the column out
 */
export function readBookingList(
  agenda: Agenda,
  rows: readonly (readonly SheetCell[])[],
  chosen: Readonly<Record<string, BookingTarget | null>> = {},
): BookingList {
  const head = headOf(rows, recogniseBookingColumn);
  const columns = columnsOf(rows[head] ?? [], recogniseBookingColumn, chosen);
  const reading: Reading = {
    agenda,
    amountHeading: columns.find(({ target }) => target === 'amount')?.heading ?? '',
    lines: new Map(),
    ids: new Set(agenda.bookings.map(({ id }) => id)),
  };
  const found = rows.slice(head + 1).flatMap((cells, index) => {
    const named: Cells = {};
    for (const [at, { target }] of columns.entries()) if (target !== null) named[target] = cells[at] ?? null;
    if (Object.values(named).every((cell) => textOf(cell) === '')) return [];
    return [readRow(reading, named, head + index + 2)];
  });
  return { headLine: head + 1, columns, rows: found };
}

function readRow(reading: Reading, cells: Cells, line: number): BookingRow {
  const { agenda } = reading;
  const faults: BookingRow['faults'] = [];
  const fail = (column: string, de: string, en: string): void => void faults.push({ column, message: { de, en } });
  const reference = textOf(cells.reference);
  const present = agenda.bookings.find((one) => one.reference !== undefined && bare(one.reference) === bare(reference));
  const row = { line, id: reference, name: textOf(cells.text) || (present?.text ?? ''), faults, hints: [] };
  takeNumber(reading, reference, line, fail);
  const on = dayOf(cells.on, 'start');
  const cents = centsOf(cells.amount, reading.amountHeading);
  const year = numberOf(cells.year);
  const kind = kindOf(textOf(cells.kind));
  if (on === null) fail('Datum', `„${textOf(cells.on)}“ ist kein Tag.`, `“${textOf(cells.on)}” is no day.`);
  if (cents === null)
    fail('Betrag', `„${textOf(cells.amount)}“ ist kein Betrag.`, `“${textOf(cells.amount)}” is no amount.`);
  if (year === null) fail('Jahr', `„${textOf(cells.year)}“ ist kein Jahr.`, `“${textOf(cells.year)}” is no year.`);
  if (kind === null)
    fail(
      'Art',
      `„${textOf(cells.kind)}“ ist nicht bekannt; möglich sind „ausgegeben“ und „gebunden“.`,
      `“${textOf(cells.kind)}” is not known; possible are “spent” and “committed”.`,
    );
  const budgetLine = lineOf(agenda, cells, present, fail);
  const project = projectOf(agenda, cells, fail);
  if (on === undefined && !present) fail('Datum', 'Der Tag fehlt.', 'The day is missing.');
  if (cents === undefined && !present) fail('Betrag', 'Der Betrag fehlt.', 'The amount is missing.');
  if (faults.length > 0) return { ...row, state: 'faulty', booking: null };
  const typed = {
    kind: kind ?? present?.kind ?? 'spent',
    ...(on ? { on, year: Number(on.slice(0, 4)) } : {}),
    ...(present ? { year: present.year } : {}),
    ...(year ? { year } : {}),
    ...(cents === undefined || cents === null ? {} : { cents }),
    ...(budgetLine ? { budgetLine } : {}),
    ...(project ? { project } : {}),
    ...(textOf(cells.text) ? { text: textOf(cells.text).slice(0, 300) } : {}),
    ...(textOf(cells.takenFrom) ? { takenFrom: textOf(cells.takenFrom).slice(0, 300) } : {}),
  };
  const id = present?.id ?? idFrom(`b-${reference}`, (one) => reading.ids.has(one), 'buchung');
  const parsed = bookingSchema.safeParse({ id, reference, ...present, ...typed });
  if (!parsed.success) {
    fail('', 'Die Zeile ist nicht zu verstehen.', 'The line cannot be understood.');
    return { ...row, state: 'faulty', booking: null };
  }
  reading.ids.add(id);
  return { ...row, state: stateOf(present, parsed.data), booking: parsed.data };
}

type Fail = (column: string, de: string, en: string) => void;

/** Each number stands in one line alone. */
function takeNumber({ lines }: Reading, reference: string, line: number, fail: Fail): void {
  const before = lines.get(bare(reference));
  if (reference === '') fail('Belegnummer', 'Die Nummer fehlt.', 'The number is missing.');
  else if (before === undefined) lines.set(bare(reference), line);
  else
    fail(
      'Belegnummer',
      `Diese Nummer steht schon in Zeile ${before}.`,
      `This number stands in line ${before} already.`,
    );
}

function stateOf(present: Booking | undefined, booking: Booking): BookingRow['state'] {
  if (present === undefined) return 'new';
  return canonicalJson(bookingSchema, present) === canonicalJson(bookingSchema, booking) ? 'unchanged' : 'changed';
}

const KINDS: Record<Booking['kind'], readonly string[]> = {
  spent: [
    'ausgegeben',
    'ist',
    'gezahlt',
    'bezahlt',
    'zahlung',
    'auszahlung',
    'rechnung',
    'gutschrift',
    'spent',
    'paid',
  ],
  committed: [
    'gebunden',
    'auftrag',
    'beauftragt',
    'bestellt',
    'bestellung',
    'mittelbindung',
    'vormerkung',
    'committed',
  ],
};

/** Undefined where nothing is said; null where it is not understood. */
function kindOf(text: string): Booking['kind'] | null | undefined {
  if (text === '') return undefined;
  const word = bare(text);
  if (KINDS.spent.includes(word)) return 'spent';
  return KINDS.committed.includes(word) ? 'committed' : null;
}

/** By id or name; of a city with one budget line it is that one. */
function lineOf(agenda: Agenda, cells: Cells, present: Booking | undefined, fail: Fail): string | undefined {
  const name = textOf(cells.budgetLine);
  if (name === '') {
    const only = agenda.budgetLines.length === 1 ? agenda.budgetLines[0]?.id : undefined;
    if (only === undefined && !present) fail('Budget', 'Das Budget fehlt.', 'The budget line is missing.');
    return present?.budgetLine ?? only;
  }
  const found = agenda.budgetLines.find((one) => bare(one.id) === bare(name) || bare(one.name) === bare(name));
  if (!found) fail('Budget', `Ein Budget „${name}“ gibt es nicht.`, `There is no budget line “${name}”.`);
  return found?.id;
}

function projectOf(agenda: Agenda, cells: Cells, fail: Fail): string | undefined {
  const name = textOf(cells.project);
  if (name === '') return undefined;
  const word = bare(name);
  const found = agenda.projects.find((one) =>
    [one.id, one.name, one.shortName ?? ''].some((own) => bare(own) === word),
  );
  if (!found) fail('Projekt', `Ein Projekt „${name}“ gibt es nicht.`, `There is no project “${name}”.`);
  return found?.id;
}
