import { limits } from '../limits.ts';
import { SheetRefusal } from './refusal.ts';

/**
 * Text of a CSV file: UTF-8 or UTF-16 with their marks, else UTF-8 if it is valid, else Windows-1252, in which German
 * versions of Excel write.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const SEPARATORS = [';', '\t', ',', '|'] as const;

/** The sign that divides the first lines most evenly; Excel's own `sep=;` has the last word. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n?|\n/, 20).filter((line) => line.trim() !== '');
  const score = (sign: string): number => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(sign).length - 1);
    const most = Math.max(0, ...counts);
    return most === 0 ? 0 : counts.filter((count) => count === most).length * 1000 + most;
  };
  return SEPARATORS.reduce((best, sign) => (score(sign) > score(best) ? sign : best));
}

/** Lines and cells of a CSV text (RFC 4180, with any of the usual separators). Throws {@link SheetRefusal}. */
export function parseCsv(source: string): string[][] {
  const named = /^sep=(.)\r?\n/.exec(source);
  const text = named ? source.slice(named[0].length) : source;
  const separator = named?.[1] ?? separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.slice(0, limits.sheetCellLetters));
    cell = '';
    if (row.length > limits.sheetColumns) throw new SheetRefusal('sheetTooLong');
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
    if (rows.length > limits.sheetRows) throw new SheetRefusal('sheetTooLong');
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++);
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at++;
      endRow();
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
