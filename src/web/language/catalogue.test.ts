import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';

type Leaf = { path: string; texts: string[] };

/** Counts that grammar treats differently, and a word where a text is asked for. */
const SAMPLES = [0, 1, 2, 7, 30, 'X'] as const;

/** Every text of a catalogue; functions are called with sample values. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, texts: [value] }];
  if (typeof value === 'function')
    return [{ path, texts: SAMPLES.map((sample) => String(value(sample, sample, sample, sample, sample))) }];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
  throw new Error(`${path} is neither text nor function`);
}

const german = leaves(de);
const english = leaves(en);

test('both catalogues hold the same messages', () => {
  expect(english.map((one) => one.path)).toEqual(german.map((one) => one.path));
});

test('no message is empty', () => {
  for (const { path, texts } of [...german, ...english])
    for (const text of texts) expect(text.trim(), path).not.toBe('');
});

test('no German word is left in the English catalogue but the name of the product', () => {
  const words =
    /[äöüßÄÖÜ]|\b(und|oder|nicht|kein|keine|der|die|das|den|mit|für|von|zum|zur|ist|wird|sind|bis|ab|Stand|Ende|Frist|Projekt|Papier|Beleg|Woche|Monat)\b/;
  expect(
    english.flatMap(({ path, texts }) => texts.filter((text) => words.test(text)).map((text) => `${path}: ${text}`)),
  ).toEqual([]);
});

test('what differs in German is translated', () => {
  // Names, letters, and words that both languages share.
  const shared =
    /^(Fahrplan|Name|Info|Text|Teams?|Partner|Status|Plan|Dimension|Passkeys|Administration|Problem|in|Phasen?|[MPCOX]|\d+|\W*)$|^[\W\d]*$/;
  const same = german.flatMap(({ path, texts }, index) =>
    texts[0] === english[index]?.texts[0] && !shared.test(texts[0] ?? '') ? [`${path}: ${texts[0]}`] : [],
  );
  expect(same).toEqual([]);
});
