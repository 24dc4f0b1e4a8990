import type { z } from 'zod';
import type { Text } from './text.ts';

type Issue = z.core.$ZodIssue;

/** What to write into a field, by the schema's own German remark, for what a type and its limits cannot say. */
const byRemark: Record<string, Text> = {
  'id: Buchstaben, Ziffern, Punkt, Strich; höchstens 64 Zeichen': {
    de: 'Bitte nur Buchstaben ohne Umlaute, Ziffern, Punkt, Strich und Unterstrich verwenden, höchstens 64 Zeichen, zuerst einen Buchstaben oder eine Ziffer.',
    en: 'Please use plain letters, digits, dot, dash and underscore only, at most 64 characters, a letter or digit first.',
  },
  'Datum als JJJJ-MM-TT, zum Beispiel 2020-08-31': {
    de: 'Bitte ein Datum angeben, das es gibt, zum Beispiel 31.08.2020.',
    en: 'Please give a date that exists, for example 31.08.2020.',
  },
  'Jahr zwischen 1900 und 2199': {
    de: 'Der Tag liegt vor 1900 oder nach 2199. Bitte das Jahr prüfen.',
    en: 'The day lies before 1900 or after 2199. Please check the year.',
  },
  'Gemeindeschlüssel mit 8 Ziffern': {
    de: 'Bitte den amtlichen Gemeindeschlüssel mit 8 Ziffern angeben, zum Beispiel 14511000.',
    en: 'Please give the official municipality key (AGS) of 8 digits, for example 14511000.',
  },
  'Schlüssel des OZG-Katalogs mit 5 Ziffern': {
    de: 'Bitte den Schlüssel des OZG-Katalogs mit 5 Ziffern angeben, zum Beispiel 10021.',
    en: 'Please give the key of the OZG catalogue, 5 digits, for example 10021.',
  },
  'E-Mail-Adresse, zum Beispiel amt10@musterstadt.de': {
    de: 'Bitte eine E-Mail-Adresse angeben, zum Beispiel amt10@musterstadt.de.',
    en: 'Please give an e-mail address, for example amt10@musterstadt.de.',
  },
  'Dieselben Stufen, jede einmal, in anderer Reihenfolge': {
    de: 'Bitte dieselben Stufen nennen, jede einmal, in anderer Reihenfolge.',
    en: 'Please name the same stages, each once, in another order.',
  },
  'Uhrzeit als 16:00': {
    de: 'Bitte eine Uhrzeit angeben, zum Beispiel 16:00.',
    en: 'Please give a time of day, for example 16:00.',
  },
  'Form wie BA-NNN/JJJJ: N für die Nummer, J für das Jahr': {
    de: 'Bitte eine Form wie BA-NNN/JJJJ angeben: N für die Nummer, J für das Jahr.',
    en: 'Please give a form like BA-NNN/JJJJ: N for the number, J for the year.',
  },
  'Höchstens drei kurze Sätze (500 Zeichen)': {
    de: 'Bitte höchstens drei kurze Sätze schreiben (500 Zeichen).',
    en: 'Please write at most three short sentences (500 characters).',
  },
  'Die Stelle hat keine Worte.': {
    de: 'Es ist keine Stelle markiert. Bitte Worte des Abschnitts markieren.',
    en: 'No words are marked. Please mark words of the block.',
  },
  'Mindestens ein Punkt': {
    de: 'Bitte mindestens einen Punkt mit seinem Wortlaut angeben, bei einer Anfrage mindestens eine Frage.',
    en: 'Please give at least one point with its wording, for an inquiry at least one question.',
  },
  'Adresse mit https://': {
    de: 'Bitte eine Adresse angeben, die mit https:// oder http:// beginnt.',
    en: 'Please give an address that begins with https:// or http://.',
  },
  'Höchstens 400 Absätze': {
    de: 'Ein Abschnitt hat höchstens 400 Absätze. Bitte auf mehrere Abschnitte verteilen.',
    en: 'A block has at most 400 paragraphs. Please divide it among several blocks.',
  },
  'Höchstens 300 Stücke': {
    de: 'Ein Absatz hat höchstens 300 Stücke aus Text, Hervorhebung und Feldern. Bitte den Absatz teilen.',
    en: 'A paragraph has at most 300 pieces of text, emphasis and fields. Please divide the paragraph.',
  },
  'Höchstens 20.000 Zeichen am Stück': {
    de: 'Ein Absatz hat höchstens 20.000 Zeichen am Stück. Bitte den Absatz teilen.',
    en: 'A paragraph has at most 20,000 characters in one piece. Please divide the paragraph.',
  },
  'Höchstens 500 Zeilen': {
    de: 'Eine Tabelle hat höchstens 500 Zeilen. Bitte die Tabelle kürzen.',
    en: 'A table has at most 500 rows. Please shorten the table.',
  },
  'Höchstens 20 Tabellen': {
    de: 'Ein Abschnitt hat höchstens 20 Tabellen. Bitte auf mehrere Abschnitte verteilen.',
    en: 'A block has at most 20 tables. Please divide them among several blocks.',
  },
  'Keine Steuerzeichen': {
    de: 'Der Text enthält Steuerzeichen, die Word und PDF nicht darstellen können. Bitte entfernen.',
    en: 'The text holds control characters that Word and PDF cannot show. Please remove them.',
  },
  'Zwischenüberschrift nur aus Worten': {
    de: 'Eine Zwischenüberschrift besteht nur aus Worten, ohne Felder und Hervorhebung. Bitte in den Text setzen.',
    en: 'A subheading consists of words only, without fields and emphasis. Please put these into the text.',
  },
  'Jeder Abschnitt steht nur einmal in der Vorlage.': {
    de: 'Jeder Abschnitt darf nur einmal in der Vorlage stehen.',
    en: 'Each section may stand in the template once only.',
  },
};

const byType: Record<string, Text> = {
  string: { de: 'Bitte ausfüllen.', en: 'Please fill this in.' },
  number: { de: 'Bitte eine Zahl angeben.', en: 'Please give a number.' },
  int: { de: 'Bitte eine ganze Zahl angeben.', en: 'Please give a whole number.' },
  boolean: { de: 'Bitte ja oder nein angeben.', en: 'Please say yes or no.' },
  array: { de: 'Bitte mindestens einen Eintrag angeben.', en: 'Please give at least one entry.' },
};

const choose: Text = {
  de: 'Bitte eine der Möglichkeiten wählen.',
  en: 'Please choose one of the values offered.',
};
const lookAgain: Text = { de: 'Diese Angabe passt hier nicht.', en: 'This value does not fit here.' };

/** Stored cents are typed as euros, tenths of a person-day as days (or written with one decimal). */
function inPeoplesUnit(limit: number, path: readonly PropertyKey[]): { value: number; unit: string } {
  const names = path.slice(-2).map(String);
  if (names.some((name) => /cents/i.test(name))) return { value: limit / 100, unit: ' €' };
  if (names.some((name) => /tenths/i.test(name))) return { value: limit / 10, unit: '' };
  return { value: limit, unit: '' };
}

/** `1.234,5` in German and `1,234.5` in English, without asking the machine for its language. */
function digits(value: number): Text {
  const [whole = '', part] = String(value).split('.');
  const written = (thousands: string, decimal: string): string =>
    whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (part === undefined ? '' : decimal + part);
  return { de: written('.', ','), en: written(',', '.') };
}

function limitRemark(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Text {
  const small = issue.code === 'too_small';
  const limit = Number(small ? issue.minimum : issue.maximum);
  const [de, en] = small ? ['mindestens', 'at least'] : ['höchstens', 'at most'];
  if (issue.origin === 'string' || issue.origin === 'array') {
    if (small && limit <= 1) return byType[issue.origin] ?? lookAgain;
    const count = digits(limit);
    const [noun, english] = issue.origin === 'string' ? ['Zeichen', 'characters'] : ['Einträge', 'entries'];
    return { de: `Bitte ${de} ${count.de} ${noun} angeben.`, en: `Please give ${en} ${count.en} ${english}.` };
  }
  const { value, unit } = inPeoplesUnit(limit, issue.path);
  const number = digits(value);
  return {
    de: `Bitte eine Zahl von ${de} ${number.de}${unit} angeben.`,
    en: `Please give a number of ${en} ${number.en}${unit}.`,
  };
}

/**
 * What is expected in the place of an issue, as a sentence beside the field, which has its name there already: without
 * the place, without the words of the file format.
 */
export function remarkOf(issue: Issue): Text {
  const own = byRemark[issue.message];
  if (own !== undefined) return own;
  switch (issue.code) {
    case 'invalid_type':
      return byType[issue.expected] ?? byType.string ?? lookAgain;
    case 'invalid_value':
    case 'invalid_union':
      return choose;
    case 'too_small':
    case 'too_big':
      return limitRemark(issue);
    case 'invalid_key':
      return (issue.issues[0] && byRemark[issue.issues[0].message]) ?? lookAgain;
    default:
      return lookAgain;
  }
}
