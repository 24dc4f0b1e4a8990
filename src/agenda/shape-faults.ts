import type { z } from 'zod';
import { type Fault, fault, pathText } from './fault.ts';
import { remarkOf } from './shape-remarks.ts';
import type { Text } from './text.ts';

type Issue = z.core.$ZodIssue;

/** What must stand in a place, by the schema's own German remark, for patterns that a number cannot express. */
const patternWords: Record<string, Text> = {
  'id: Buchstaben, Ziffern, Punkt, Strich; höchstens 64 Zeichen': {
    de: 'eine Kennung aus Buchstaben (ohne Umlaute), Ziffern, Punkt, Strich und Unterstrich, die mit Buchstabe oder Ziffer beginnt und höchstens 64 Zeichen hat',
    en: 'an id of plain letters, digits, dot, dash and underscore that begins with a letter or digit and has at most 64 characters',
  },
  'Datum als JJJJ-MM-TT, zum Beispiel 2020-08-31': {
    de: 'ein bestehendes Datum als JJJJ-MM-TT, zum Beispiel 2020-08-31',
    en: 'an existing date as YYYY-MM-DD, for example 2020-08-31',
  },
  'Jahr zwischen 1900 und 2199': {
    de: 'ein Tag zwischen 1900 und 2199; bitte das Jahr prüfen',
    en: 'a day between 1900 and 2199; please check the year',
  },
  'Gemeindeschlüssel mit 8 Ziffern': {
    de: 'der amtliche Gemeindeschlüssel mit 8 Ziffern, zum Beispiel 14511000',
    en: 'the official municipality key (AGS) of 8 digits, for example 14511000',
  },
};

const typeWords: Record<string, Text> = {
  string: { de: 'ein Text', en: 'a text' },
  number: { de: 'eine Zahl', en: 'a number' },
  int: { de: 'eine ganze Zahl', en: 'a whole number' },
  boolean: { de: '„true“ oder „false“', en: '“true” or “false”' },
  array: { de: 'eine Liste [ … ]', en: 'a list [ … ]' },
  object: { de: 'ein Objekt { … }', en: 'an object { … }' },
  record: { de: 'ein Objekt { … }', en: 'an object { … }' },
};

function choices(values: readonly unknown[]): Text {
  const quoted = values.map((value) => JSON.stringify(value));
  const joined = (or: string): string =>
    quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${or} ${quoted.at(-1)}`;
  return { de: joined('oder'), en: joined('or') };
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Text {
  const small = issue.code === 'too_small';
  const limit = Number(small ? issue.minimum : issue.maximum);
  const [de, en] = small ? ['mindestens', 'at least'] : ['höchstens', 'at most'];
  const digits = (separator: string): string => String(limit).replace(/\B(?=(\d{3})+$)/g, separator);
  const number = { de: digits('.'), en: digits(',') };
  if (issue.origin === 'string') {
    if (small && limit <= 1) return { de: 'ein Text, der nicht leer ist', en: 'a text that is not empty' };
    return { de: `ein Text mit ${de} ${number.de} Zeichen`, en: `a text of ${en} ${number.en} characters` };
  }
  if (issue.origin === 'array') {
    return {
      de: `eine Liste mit ${de} ${number.de} ${limit === 1 ? 'Eintrag' : 'Einträgen'}`,
      en: `a list of ${en} ${number.en} ${limit === 1 ? 'entry' : 'entries'}`,
    };
  }
  return { de: `eine Zahl von ${de} ${number.de}`, en: `a number of ${en} ${number.en}` };
}

/** What the schema expects in the place of an issue. */
function expected(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return (
        typeWords[issue.expected] ?? {
          de: `ein Wert der Art ${issue.expected}`,
          en: `a value of type ${issue.expected}`,
        }
      );
    case 'invalid_value':
      return choices(issue.values);
    case 'too_small':
    case 'too_big':
      return bound(issue);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? choices(issue.options) : anotherValue;
    case 'invalid_format':
      return (
        patternWords[issue.message] ?? {
          de: `ein Text nach dem Muster ${issue.pattern ?? issue.format}`,
          en: `a text that matches ${issue.pattern ?? issue.format}`,
        }
      );
    default:
      return patternWords[issue.message] ?? anotherValue;
  }
}

const anotherValue: Text = { de: 'ein anderer Wert', en: 'another value' };

/** A value as it stands in the file, shortened. */
function shown(value: unknown): Text {
  if (Array.isArray(value)) return { de: 'eine Liste', en: 'a list' };
  if (typeof value === 'object' && value !== null) return { de: 'ein Objekt', en: 'an object' };
  const text = JSON.stringify(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}…"` : text;
  return { de: short, en: short };
}

/** The value at a path of parsed JSON, or `undefined` where the path ends early. */
export function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function shapeFault(issue: Issue, json: unknown): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    const where = pathText(path);
    const [de, en] = where ? [`unter „${where}“`, `under “${where}”`] : ['auf oberster Ebene', 'at the top level'];
    return issue.keys.map((key) =>
      fault(
        'shape',
        [...path, key],
        `Das Feld „${key}“ gibt es ${de} nicht; bitte den Namen prüfen oder das Feld streichen.`,
        `There is no field “${key}” ${en}; please check the name or remove the field.`,
      ),
    );
  }
  const name = pathText(path) || 'die Datei';
  if (issue.code === 'invalid_key') {
    const want = issue.issues[0] ? expected(issue.issues[0]) : anotherValue;
    return [
      fault(
        'shape',
        path,
        `Der Schlüssel „${path.at(-1)}“ passt nicht; dort muss stehen: ${want.de}.`,
        `The key “${path.at(-1)}” does not fit; it must be ${want.en}.`,
      ),
    ];
  }
  const want = expected(issue);
  const value = valueAt(json, issue.path);
  if (value === undefined) {
    return [
      fault(
        'shape',
        path,
        `Es fehlt „${name}“; dort muss stehen: ${want.de}.`,
        `“${name}” is missing; it must be ${want.en}.`,
      ),
    ];
  }
  const found = shown(value);
  return [
    fault(
      'shape',
      path,
      `Bei „${name}“ steht ${found.de}; dort muss stehen: ${want.de}.`,
      `At “${name}” stands ${found.en}; it must be ${want.en}.`,
    ),
  ];
}

/**
 * What the schema found wrong, in the words of the file's author, and beside it what a form says at the field.
 *
 * @param json what was parsed, to show the wrong value
 */
export function shapeFaults(error: z.ZodError, json: unknown): Fault[] {
  return error.issues.flatMap((issue) =>
    shapeFault(issue, json).map((one) =>
      issue.code === 'unrecognized_keys' ? one : { ...one, remark: remarkOf(issue) },
    ),
  );
}
