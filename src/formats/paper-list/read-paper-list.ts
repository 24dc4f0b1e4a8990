import type { Agenda, Text } from '../../agenda/index.ts';
import {
  findReferences,
  type NumberForm,
  type Paper,
  type PaperKind,
  type PaperPoint,
  paperByReference,
  paperIdOf,
} from '../../council/index.ts';
import { paperFaultsBeside } from '../check-paper.ts';
import { originatorKindIn, paperKindIn } from '../oparl/read-words.ts';
import { parsePaper } from '../paper-file.ts';
import { dayOf, partsOf, textOf } from '../project-list/cells.ts';
import { directoryOf } from '../project-list/names.ts';
import { bare } from '../project-list/targets.ts';
import { type Column, columnsOf, headOf, inColumn } from '../sheet/columns.ts';
import type { SheetCell } from '../sheet/write-sheet.ts';
import { type PaperTarget, recognisePaperColumn } from './columns.ts';

/** What becomes of one line of the list. `line` is its number in the file, from 1. */
export interface PaperRow {
  line: number;
  state: 'new' | 'changed' | 'unchanged' | 'faulty';
  id: string;
  name: string;
  faults: { column: string; message: Text }[];
  hints: Text[];
  paper: Paper | null;
}

/** A list of council papers as it would be taken over. */
export interface PaperList {
  headLine: number;
  columns: Column<PaperTarget>[];
  rows: PaperRow[];
}

/** What a list is read beside. */
export interface Register {
  agenda: Agenda;
  papers: readonly Paper[];
  numberForms: readonly NumberForm[];
}

/** Papers of the lines before, whose numbers cannot come again in whatever spelling. */
type Taken = { paper: Paper; line: number }[];

type Cells = Partial<Record<PaperTarget, SheetCell>>;

/**
 * Reads a table as a list of council papers. A line belongs to a paper by its number, however that is spelt; so a list
 * that is read twice makes no paper twice. Of a paper that is there already only subject, day, movers and responsible
 * unit change, never its text. Empty cells change nothing; lines with faults are named and left out.
 *
 * @param chosen heading → what it means, where a person has decided otherwise; null leaves the column out
 */
export function readPaperList(
  register: Register,
  rows: readonly (readonly SheetCell[])[],
  chosen: Readonly<Record<string, PaperTarget | null>> = {},
): PaperList {
  const head = headOf(rows, recognisePaperColumn);
  const columns = columnsOf(rows[head] ?? [], recognisePaperColumn, chosen);
  const taken: Taken = [];
  const found = rows.slice(head + 1).flatMap((cells, index) => {
    const named: Cells = {};
    for (const [at, { target }] of columns.entries()) if (target !== null) named[target] = cells[at] ?? null;
    if (Object.values(named).every((cell) => textOf(cell) === '')) return [];
    return [readRow({ register, columns }, named, head + index + 2, taken)];
  });
  return { headLine: head + 1, columns, rows: found };
}

function readRow(
  { register, columns }: { register: Register; columns: PaperList['columns'] },
  cells: Cells,
  line: number,
  taken: Taken,
): PaperRow {
  const faults: PaperRow['faults'] = [];
  const hints: Text[] = [];
  const fail = (column: string, de: string, en: string): void => void faults.push({ column, message: { de, en } });
  const reference = textOf(cells.reference);
  const present = reference === '' ? undefined : paperByReference(register.papers, reference);
  const id = present?.id ?? paperIdOf(reference);
  const name = textOf(cells.name).replaceAll(/\s+/g, ' ') || (present?.name ?? '');
  const row = { line, id: present?.reference ?? reference, name, faults, hints };
  if (reference === '') fail('Nummer', 'Die Nummer fehlt.', 'The number is missing.');
  if (name === '') fail('Gegenstand', 'Der Gegenstand fehlt.', 'The subject is missing.');
  const before = taken.find((one) => paperByReference([one.paper], reference))?.line;
  if (reference !== '' && before !== undefined)
    fail('Nummer', `Diese Nummer steht schon in Zeile ${before}.`, `This number stands in line ${before} already.`);
  const receivedOn = dayOf(cells.receivedOn, 'start');
  if (receivedOn === null)
    fail('Eingang', `„${textOf(cells.receivedOn)}“ ist kein Tag.`, `"${textOf(cells.receivedOn)}" is no day.`);
  const kind = kindOf(register, cells, reference);
  if (kind === null && present === undefined) fail('Art', 'Die Art ist nicht zu erkennen.', 'The kind cannot be told.');
  const responsible = unitOf(register, cells, hints);
  if (faults.length > 0) return { ...row, state: 'faulty', paper: null };
  const more = {
    ...(receivedOn ? { receivedOn } : {}),
    ...(responsible ? { responsible } : {}),
  };
  const paper = present
    ? { ...present, name, ...more, originators: withMovers(present.originators, cells) }
    : newPaper({ id, reference, name, kind: kind ?? 'motion' }, more, cells, hints);
  const parsed = parsePaper(paper);
  const wrong = 'faults' in parsed ? parsed.faults : paperFaultsBeside(register.agenda, parsed.paper);
  if ('faults' in parsed || wrong.length > 0) {
    return { ...row, faults: wrong.map((one) => inColumn(one, columns)), state: 'faulty', paper: null };
  }
  taken.push({ paper: parsed.paper, line });
  const state = present === undefined ? 'new' : same(present, parsed.paper) ? 'unchanged' : 'changed';
  return { ...row, state, paper: parsed.paper };
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
/** Equal as stored: the order of keys says nothing. */
const same = (a: Paper, b: Paper): boolean =>
  JSON.stringify(a, (_, value: unknown) => sorted(value)) === JSON.stringify(b, (_, value: unknown) => sorted(value));

function newPaper(
  head: { id: string; reference: string; name: string; kind: PaperKind },
  more: object,
  cells: Cells,
  hints: Text[],
): object {
  const points = pointsIn(textOf(cells.points));
  if (points.length === 0) hints.push(NO_POINTS);
  const reasoning = textOf(cells.reasoning);
  const fundingProposal = textOf(cells.fundingProposal);
  return {
    format: 'fahrplan-paper',
    version: 1,
    ...head,
    ...more,
    originators: withMovers([], cells),
    versions: [
      {
        number: 1,
        points: points.length > 0 ? points : [{ number: '1', text: head.name }],
        ...(reasoning ? { reasoning } : {}),
        ...(fundingProposal ? { fundingProposal } : {}),
      },
    ],
  };
}

/** By its word, else by the form of the number. */
function kindOf({ numberForms }: Register, cells: Cells, reference: string): PaperKind | null {
  const byWord = paperKindIn(textOf(cells.kind) || undefined);
  if (byWord !== undefined && byWord !== 'statement') return byWord;
  return findReferences(reference, numberForms)[0]?.kind ?? null;
}

/** Movers of the list beside those that are known already. */
function withMovers(known: Paper['originators'], cells: Cells): Paper['originators'] {
  const names = new Set(known.map((one) => bare(one.name)));
  const more = partsOf(cells.originators).filter((name) => !names.has(bare(name)));
  return [...known, ...more.map((name) => ({ name, kind: originatorKindIn(name, undefined) }))];
}

/** Points as they are numbered in the cell; without numbers each line is one. */
function pointsIn(text: string): PaperPoint[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const points: PaperPoint[] = [];
  for (const line of lines) {
    const [, number, words] = /^\(?(\d{1,2}(?:\.\d{1,2})?|[a-z])[.)]\s+(\S.*)$/.exec(line) ?? [];
    const last = points.at(-1);
    if (number !== undefined && words !== undefined) points.push({ number, text: words });
    else if (last && /^\(?(\d{1,2}|[a-z])[.)]\s/.test(lines[0] ?? '')) last.text = `${last.text} ${line}`;
    else points.push({ number: String(points.length + 1), text: line });
  }
  return points;
}

function unitOf({ agenda }: Register, cells: Cells, hints: Text[]): string | undefined {
  const name = textOf(cells.responsible);
  const found = name === '' ? undefined : directoryOf(agenda).units.get(bare(name));
  if (name !== '' && found === undefined)
    hints.push({
      de: `Das Amt „${name}“ ist nicht bekannt und wird ausgelassen.`,
      en: `The office “${name}” is not known and is left out.`,
    });
  return found;
}

const NO_POINTS: Text = {
  de: 'Ohne Punkte: Der Gegenstand gilt als einziger Punkt. Bitte später ergänzen.',
  en: 'Without points: the subject counts as the only point. Please complete it later.',
};
