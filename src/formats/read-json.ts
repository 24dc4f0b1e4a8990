import { type Fault, fault, pathText } from '../agenda/index.ts';
import { limits } from './limits.ts';
import { type JsonProblem, scanJson } from './scan-json.ts';

/** What came of reading: the value, or everything that is wrong with the file. */
export type Read<T> = { value: T } | { faults: Fault[] };

function unreadable(de: string, en: string): { faults: Fault[] } {
  return { faults: [fault('unreadable', [], de, en)] };
}

/**
 * JSON from bytes that somebody gave us. UTF-8 with or without byte order mark; bounded in size and depth; no key
 * twice; no characters that neither a terminal nor the database should get.
 */
export function readJson(bytes: Uint8Array): Read<unknown> {
  if (bytes.length > limits.jsonBytes) return tooLarge();
  const decoded = decode(bytes);
  if ('faults' in decoded) return decoded;
  const text = decoded.value;
  if (text.trim() === '') {
    return unreadable(
      'Die Datei ist leer; bitte die richtige Datei angeben.',
      'The file is empty; please name the right file.',
    );
  }
  const problem = scanJson(text, limits.jsonDepth);
  if (problem) return { faults: [explain(problem, text)] };
  const value: unknown = JSON.parse(text);
  const faults = [...controlCharacters(value, [])];
  return faults.length > 0 ? { faults } : { value };
}

export function tooLarge(): { faults: Fault[] } {
  const megabytes = limits.jsonBytes / 1024 / 1024;
  return unreadable(
    `Die Datei ist größer als ${megabytes} MB und wird nicht gelesen; bitte sie aufteilen oder prüfen, ob es die richtige ist.`,
    `The file is larger than ${megabytes} MB and is not read; please split it or check whether it is the right one.`,
  );
}

function decode(bytes: Uint8Array): Read<string> {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return unreadable(
      'Die Datei ist in UTF-16 gespeichert; bitte sie im Editor als UTF-8 speichern.',
      'The file is stored as UTF-16; please save it as UTF-8 in your editor.',
    );
  }
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return unreadable(
      'Die Datei ist nicht in UTF-8 gespeichert; bitte sie im Editor mit der Kodierung UTF-8 speichern.',
      'The file is not stored as UTF-8; please save it with the encoding UTF-8 in your editor.',
    );
  }
}

function explain({ kind, offset, path }: JsonProblem, text: string): Fault {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const place = { de: `Zeile ${line}, Spalte ${column}`, en: `line ${line}, column ${column}` };
  if (kind === 'duplicateKey') {
    return fault(
      'duplicateKey',
      path,
      `In ${place.de} steht „${pathText(path)}“ zum zweiten Mal; bitte einen der beiden Einträge streichen, sonst ginge einer verloren.`,
      `In ${place.en} “${pathText(path)}” stands for the second time; please remove one of the two entries, as otherwise one would be lost.`,
    );
  }
  if (kind === 'tooDeep') {
    return fault(
      'unreadable',
      [],
      `Die Datei ist ab ${place.de} tiefer als ${limits.jsonDepth} Ebenen verschachtelt und wird nicht gelesen; bitte prüfen, ob es die richtige ist.`,
      `From ${place.en} on the file is nested deeper than ${limits.jsonDepth} levels and is not read; please check whether it is the right one.`,
    );
  }
  const near = text.slice(offset, offset + 1);
  return kind === 'end'
    ? fault(
        'unreadable',
        [],
        `Die Datei bricht in ${place.de} mitten im JSON ab; bitte sie vollständig speichern oder übertragen.`,
        `The file ends in ${place.en} in the midst of the JSON; please save or transfer it completely.`,
      )
    : fault(
        'unreadable',
        [],
        `Die Datei ist kein gültiges JSON: In ${place.de} stört das Zeichen ${shownCharacter(near)}; bitte dort Komma, Anführungszeichen und Klammern prüfen.`,
        `The file is no valid JSON: in ${place.en} the character ${shownCharacter(near)} is out of place; please check comma, quotes and brackets there.`,
      );
}

function shownCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : `„${character}“`;
}

/** Control characters but tab, line feed and carriage return. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

function* controlCharacters(value: unknown, path: (string | number)[]): Iterable<Fault> {
  if (typeof value === 'string' && (CONTROL.test(value) || !value.isWellFormed())) yield controlCharacter(path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    if (CONTROL.test(key) || !key.isWellFormed()) yield controlCharacter(path);
    else yield* controlCharacters(child, place);
  }
}

function controlCharacter(path: (string | number)[]): Fault {
  const place = pathText(path);
  return fault(
    'controlCharacter',
    path,
    `Der Text ${place ? `bei „${place}“ ` : ''}enthält ein Steuerzeichen oder ein halbes Zeichen; bitte ihn neu eingeben.`,
    `The text ${place ? `at “${place}” ` : ''}holds a control character or half a character; please type it again.`,
  );
}
