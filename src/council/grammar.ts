import type { Obligation, Text } from '../agenda/index.ts';
import { NBSP, number } from './figures.ts';
import type { PaperKind } from './paper.ts';

/** The German (and English) that a statement needs: counts, lists, cases, citations. */

const WORDS_DE = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const WORDS_EN = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Noun with singular and plural, in both languages. */
export interface Noun {
  one: Text;
  many: Text;
  /** `f` takes "eine", `m` and `n` take "ein". */
  gender: 'm' | 'f' | 'n';
}

const noun = (gender: Noun['gender'], de: [string, string], en: [string, string]): Noun => ({
  one: { de: de[0], en: en[0] },
  many: { de: de[1], en: en[1] },
  gender,
});

export const NOUNS = {
  week: noun('f', ['Woche', 'Wochen'], ['week', 'weeks']),
  projectWeek: noun('f', ['Projektwoche', 'Projektwochen'], ['project-week', 'project-weeks']),
  project: noun('n', ['Vorhaben', 'Vorhaben'], ['project', 'projects']),
  interview: noun('n', ['Gespräch', 'Gespräche'], ['interview', 'interviews']),
  need: noun('m', ['Bedarf', 'Bedarfe'], ['need', 'needs']),
  month: noun('m', ['Monat', 'Monate'], ['month', 'months']),
  day: noun('m', ['Tag', 'Tage'], ['day', 'days']),
} as const;

/** `1 Woche`, `56 Wochen`: figures for measures. */
export function count(value: number, of: Noun): Text {
  const form = value === 1 ? of.one : of.many;
  const digits = number(value);
  return { de: `${digits.de}${NBSP}${form.de}`, en: `${digits.en}${NBSP}${form.en}` };
}

/** `ein Vorhaben`, `sieben Vorhaben`, `13 Vorhaben`: words up to twelve, as running text has them. */
export function counted(value: number, of: Noun): Text {
  if (!Number.isInteger(value) || value < 0 || value > 12) return count(value, of);
  const form = value === 1 ? of.one : of.many;
  const wordDe = value === 0 ? 'kein' : value === 1 && of.gender === 'f' ? 'eine' : WORDS_DE[value];
  const zeroEnding = value === 0 ? 'e' : '';
  return {
    de: `${wordDe}${zeroEnding} ${form.de}`,
    en: `${value === 0 ? 'no' : WORDS_EN[value]} ${form.en}`,
  };
}

/** First letter upper case, for a sentence that begins with a computed word. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `A`, `A und B`, `A, B und C`. */
export function list(items: readonly string[], language: keyof Text = 'de'): string {
  const and = language === 'de' ? 'und' : 'and';
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/** At most `limit` items, the rest counted: `A, B und 5 weitere`. */
export function shortList(items: readonly string[], limit: number, language: keyof Text = 'de'): string {
  if (items.length <= limit + 1) return list(items, language);
  const rest = items.length - limit;
  return list([...items.slice(0, limit), language === 'de' ? `${rest} weitere` : `${rest} more`], language);
}

/** No-break spaces inside a citation: `§ 3a Abs. 1`, `Art. 6`. */
export function tied(citation: string): string {
  return citation.replace(/(§§?|Art\.|Abs\.|Nr\.|S\.|Satz|Buchst\.) (?=[\dA-Za-z])/g, `$1${NBSP}`);
}

/** `§ 3a Abs. 1 SächsEGovG`, as German offices cite; the same in both languages. */
export function citation(of: Pick<Obligation, 'law' | 'paragraph'>): string {
  return `${tied(of.paragraph)} ${of.law}`;
}

/** German quotation marks; English double ones. */
export function quoted(text: string, language: keyof Text = 'de'): string {
  return language === 'de' ? `„${text}“` : `“${text}”`;
}

export type Case = 'nominative' | 'genitive' | 'dative' | 'accusative';

const CASES: readonly Case[] = ['nominative', 'genitive', 'dative', 'accusative'];
const ARTICLES: Record<'m' | 'f', readonly string[]> = {
  m: ['der', 'des', 'dem', 'den'],
  f: ['die', 'der', 'der', 'die'],
};

/** Kinds of paper: gender and the noun in its four cases. */
const PAPERS: Record<PaperKind, { gender: 'm' | 'f'; forms: readonly string[]; en: string }> = {
  motion: {
    gender: 'm',
    forms: ['Beschlussantrag', 'Beschlussantrags', 'Beschlussantrag', 'Beschlussantrag'],
    en: 'motion',
  },
  amendment: {
    gender: 'm',
    forms: ['Änderungsantrag', 'Änderungsantrags', 'Änderungsantrag', 'Änderungsantrag'],
    en: 'amendment',
  },
  councilInquiry: { gender: 'f', forms: ['Ratsanfrage', 'Ratsanfrage', 'Ratsanfrage', 'Ratsanfrage'], en: 'inquiry' },
  draftResolution: {
    gender: 'f',
    forms: ['Beschlussvorlage', 'Beschlussvorlage', 'Beschlussvorlage', 'Beschlussvorlage'],
    en: 'draft resolution',
  },
  information: {
    gender: 'f',
    forms: ['Informationsvorlage', 'Informationsvorlage', 'Informationsvorlage', 'Informationsvorlage'],
    en: 'information paper',
  },
};

/** `der Beschlussantrag`, `des Beschlussantrags`, `zur Ratsanfrage` is `zu` + dative. */
export function paperNoun(kind: PaperKind, grammaticalCase: Case = 'nominative', article = true): Text {
  const { gender, forms, en } = PAPERS[kind];
  const at = CASES.indexOf(grammaticalCase);
  const form = forms[at] ?? '';
  return { de: article ? `${ARTICLES[gender][at]} ${form}` : form, en: article ? `the ${en}` : en };
}

/** `zum Beschlussantrag`, `zur Ratsanfrage`. */
export function toPaper(kind: PaperKind): string {
  return `${PAPERS[kind].gender === 'm' ? 'zum' : 'zur'} ${paperNoun(kind, 'dative', false).de}`;
}

/** `Er` or `Sie`, to take up the paper in the next sentence. */
export function pronoun(kind: PaperKind): string {
  return PAPERS[kind].gender === 'm' ? 'Er' : 'Sie';
}
