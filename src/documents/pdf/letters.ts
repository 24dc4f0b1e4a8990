/** Signs that Noto Sans lacks and that the compiler's own DejaVu Sans Mono has; `letters.test.ts` prints each of them. */
export const SIGNS = '◇◆○●□■△▲▽▼→←↑↓↔⇒≤≥≈−×÷✓✗☐☑★☆∑√∞';

/** Shown as a blank: the compiler breaks lines at them, they need no glyph. */
const BLANKS = /[\t\n\u00a0\u202f\u2009]/u;

/** Says nothing on paper: joiners, direction marks, soft hyphens, byte-order marks, control characters, variants. */
const SILENT = /^(?:\p{Cf}|\p{Cc}|\p{Variation_Selector})$/u;

/**
 * Makes a text printable: what no font has a letter for is named by its code point, `[U+1F600]`, so that nothing is
 * lost without a word and a single sign never stops a document (PDF/UA-1 allows no missing glyphs).
 */
export function printable(text: string, covered: ReadonlySet<number>): string {
  let result = '';
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0;
    if (BLANKS.test(letter)) result += letter;
    else if (SILENT.test(letter)) continue;
    else if (covered.has(code) || SIGNS.includes(letter)) result += letter;
    else result += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return result;
}
