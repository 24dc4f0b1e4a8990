import { isIsoDate, lastDayOfMonth } from '../../agenda/index.ts';
import type { SheetCell } from '../sheet/write-sheet.ts';

/** Reading of single cells, as Germans fill them. `undefined`: empty; `null`: not to be understood. */

/** A cell as text without blanks around it. */
export function textOf(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return `${cell.day.slice(8)}.${cell.day.slice(5, 7)}.${cell.day.slice(0, 4)}`;
  // A guard that our own CSV puts before what a spreadsheet would take for a formula.
  return String(cell)
    .trim()
    .replace(/^'(?=[=+@-])/, '');
}

/** Parts of a cell that holds several values, divided by semicolons or lines. */
export function partsOf(cell: SheetCell | undefined): string[] {
  return textOf(cell)
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '–');
}

const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const ROMAN = ['I', 'II', 'III', 'IV'];

/** Day 1 of Excel's calendar is 1 January 1900, and a day in 1900 that never was counts too. */
const SERIAL_OF_1970 = 25_569;

function monthDay(year: number, month: number, end: boolean): string | null {
  if (month < 1 || month > 12) return null;
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return end ? lastDayOfMonth(year, month) : first;
}

/**
 * A day: real dates, `31.08.2020`, `31.8.20`, ISO, Excel's day numbers; and months (`08/2020`, `August 2020`, `Aug 20`), quarters
 * (`III/2020`, `Q3 2020`) and years, of which `edge` takes the first or the last day.
 */
export function dayOf(cell: SheetCell | undefined, edge: 'start' | 'end'): string | null | undefined {
  if (typeof cell === 'object' && cell !== null) return isIsoDate(cell.day) ? cell.day : null;
  const end = edge === 'end';
  if (typeof cell === 'number' && cell > 20_000 && cell < 80_000)
    return new Date((Math.floor(cell) - SERIAL_OF_1970) * 86_400_000).toISOString().slice(0, 10);
  const text = textOf(cell);
  if (text === '' || text === '–' || text === '-') return undefined;
  const found = readDay(text) ?? readPart(text, end);
  return found !== null && isIsoDate(found) ? found : null;
}

function readDay(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return iso[1] ?? null;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2}|\d{4})$/.exec(text) ?? [];
  if (year === '') return null;
  return `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

function readPart(text: string, end: boolean): string | null {
  const [, month, yearOfMonth] = /^(\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (month !== undefined) return monthDay(Number(yearOfMonth), Number(month), end);
  const [, name = '', yearOfName = ''] = /^(\p{L}{3})\p{L}*\.?[\s-]+(\d{2}|\d{4})$/u.exec(text) ?? [];
  const named = MONTHS.indexOf(name.toLocaleLowerCase('de'));
  if (named >= 0) return monthDay(Number(fullYear(yearOfName)), named + 1, end);
  const [, quarter = '', yearOfQuarter] =
    /^(?:Q\s*)?([1-4]|I{1,3}|IV)\.?\s*(?:Quartal|Q)?\s*[/ ]\s*(\d{4})$/i.exec(text) ?? [];
  if (quarter !== '') {
    const number = ROMAN.indexOf(quarter.toUpperCase()) + 1 || Number(quarter);
    return monthDay(Number(yearOfQuarter), number * 3 - (end ? 0 : 2), end);
  }
  const [, year] = /^((?:19|20|21)\d{2})$/.exec(text) ?? [];
  return year === undefined ? null : monthDay(Number(year), end ? 12 : 1, end);
}

/** A number: `1.234,5`, `1234.5`, `12 PT`, `1.380 T€`; blanks and units around it do not count. */
export function numberOf(cell: SheetCell | undefined): number | null | undefined {
  if (typeof cell === 'number') return cell;
  const text = textOf(cell);
  if (text === '' || text === '–' || text === '-') return undefined;
  const digits = text
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(/(PT|Tage|Wochen|Wo\.?|T€|TEUR|TEuro|€|EUR|Euro|Fälle)$/i, '');
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits) ? digits.replaceAll('.', '') : digits;
  const number = plain.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : null;
}

/** Euro cents; thousands of euros when heading or cell say so. */
export function centsOf(cell: SheetCell | undefined, heading: string): number | null | undefined {
  const number = numberOf(cell);
  if (number === null || number === undefined) return number;
  const thousands = /T\s?€|TEUR|Tsd/i.test(heading) || /T\s?€|TEUR|Tsd/i.test(textOf(cell));
  return Math.round(number * (thousands ? 100_000 : 100));
}
