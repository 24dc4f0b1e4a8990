import type { Language } from '../../agenda/index.ts';
import type { Format } from './page.ts';
import { paintFor } from './paint.ts';

/** Lines longer than this are hard to read; shorter ones break tables. */
const [NARROWEST, WIDEST, USUAL] = [60, 120, 80];

/** How to print to a stream: as wide as the terminal, 80 columns into a file, colours only where they are wanted. */
export function terminalFormat(stream: { isTTY?: boolean; columns?: number }, language: Language): Format {
  const columns = stream.isTTY && stream.columns ? stream.columns : USUAL;
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns));
  return { language, width, paint: paintFor(stream, process.env) };
}
