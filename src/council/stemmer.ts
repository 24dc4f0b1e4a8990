/**
 * CISTEM, a stemmer for German: Leonie Weißweiler and Alexander Fraser, "Developing a Stemmer for German Based on a
 * Comparative Analysis of Publicly Available Stemmers", GSCL 2017, algorithm in section 4. Written from the
 * published steps, in the form that ignores upper case, because words at the head of a sentence are capitals too.
 */

/** Groups of letters that count as one while endings are taken off, with a stand-in that no word contains. */
const GROUPS: readonly (readonly [string, string])[] = [
  ['sch', '$'],
  ['ei', '%'],
  ['ie', '&'],
];

/** Lower case, umlauts and ß folded: `Größe` → `grosse`. */
export function folded(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ä', 'a')
    .replaceAll('ö', 'o')
    .replaceAll('ü', 'u')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Stem of a German word: `Digitalisierung`, `digitalisierungen` → `digitalisierung`; `gefördert` → `ford`. */
export function stem(word: string): string {
  return withoutInflection(folded(word).replace(/^ge(?=.{4})/, ''));
}

/** Stem that still begins as the word does, for who compares letters as well: `Geodaten` → `geodat`. */
export function stemFromStart(word: string): string {
  return withoutInflection(folded(word));
}

function withoutInflection(word: string): string {
  let rest = word;
  for (const [letters, mark] of GROUPS) rest = rest.replaceAll(letters, mark);
  // A double letter is one letter with a mark, so that an ending never splits it.
  rest = rest.replace(/(.)\1/g, '$1*');
  rest = withoutEndings(rest);
  rest = rest.replace(/(.)\*/g, '$1$1');
  for (const [letters, mark] of GROUPS) rest = rest.replaceAll(mark, letters);
  return rest;
}

/** Takes endings off until three letters are left or none fits: first `em`, `er`, `nd`, then `t`, then `e`, `s`, `n`. */
function withoutEndings(word: string): string {
  let rest = word;
  while (rest.length > 3) {
    const shorter =
      (rest.length > 5 && (ending(rest, /e[mr]$/) ?? ending(rest, /nd$/))) ||
      (ending(rest, /t$/) ?? ending(rest, /[esn]$/));
    if (shorter === undefined) break;
    rest = shorter;
  }
  return rest;
}

function ending(word: string, pattern: RegExp): string | undefined {
  return pattern.test(word) ? word.replace(pattern, '') : undefined;
}
