import { z } from 'zod';
import { type PaperKind, paperKindSchema } from './paper.ts';

/**
 * Numbers of council papers. A city writes the form of each kind the way its clerks do: `BA-NNN/JJJJ`, with `N` for
 * the digits of the running number and `J` for those of the year.
 */
export const numberFormSchema = z.strictObject({
  kind: paperKindSchema,
  form: z
    .string()
    .trim()
    .max(40)
    .regex(/^[^NJ]*N{1,6}[^NJ]*(J{2}|J{4})?[^NJ]*$/, 'Form wie BA-NNN/JJJJ: N für die Nummer, J für das Jahr'),
});
export type NumberForm = z.infer<typeof numberFormSchema>;

/** Kinds and letters of Chemnitz (BA, RA, B, I); those of amendments are assumed. */
export const DEFAULT_NUMBER_FORMS: readonly NumberForm[] = [
  { kind: 'motion', form: 'BA-NNN/JJJJ' },
  { kind: 'councilInquiry', form: 'RA-NNN/JJJJ' },
  { kind: 'amendment', form: 'ÄA-NNN/JJJJ' },
  { kind: 'draftResolution', form: 'B-NNN/JJJJ' },
  { kind: 'information', form: 'I-NNN/JJJJ' },
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Pattern for a number of this form, wherever it stands in a text; leading zeros, spaces and the dash behind letters may differ. */
function patternOf({ form }: NumberForm): RegExp {
  const body = form.split(/(N+|J+)/).map((part) => {
    if (part.startsWith('N')) return '(?<number>\\d{1,6})';
    if (part.startsWith('J')) return `(?<year>\\d{${part.length}})`;
    const letters = /^(.*\p{L})[-–\s]$/u.exec(part)?.[1];
    if (letters !== undefined) return `${escaped(letters)}\\s?[-–]?\\s?`;
    return escaped(part).replace(/[-–/]/g, '\\s?$&\\s?');
  });
  return new RegExp(`(?<![\\p{L}\\d])${body.join('')}(?!\\d)`, 'gu');
}

/** Writes a running number in its form: `BA-090/2020`. */
export function formatReference({ form }: NumberForm, number: number, year: number): string {
  return form
    .replace(/N+/, (digits) => String(number).padStart(digits.length, '0'))
    .replace(/J+/, (digits) => String(year).slice(-digits.length));
}

export interface FoundReference {
  kind: PaperKind;
  /** As the city writes it, whatever the text had. */
  reference: string;
  /** Position in the text. */
  at: number;
  /** As it stands in the text. */
  words: string;
}

/** Every paper number in a text, in its order; a longer form (`BA-…`) wins over one that it ends with (`A-…`). */
export function findReferences(text: string, forms: readonly NumberForm[]): FoundReference[] {
  return forms
    .flatMap((form) =>
      [...text.matchAll(patternOf(form))].map((match): FoundReference => {
        const number = match.groups?.number ?? '';
        const year = match.groups?.year;
        return {
          kind: form.kind,
          reference: year === undefined ? match[0] : formatReference(form, Number(number), Number(year)),
          at: match.index,
          words: match[0],
        };
      }),
    )
    .sort((a, b) => a.at - b.at);
}

/** The next free number of a kind in a year; null if the city has no form for the kind. */
export function nextReference(
  forms: readonly NumberForm[],
  kind: PaperKind,
  year: number,
  taken: readonly string[],
): string | null {
  const form = forms.find((one) => one.kind === kind);
  if (!form) return null;
  const numbers = taken.flatMap((reference) => {
    const match = patternOf(form).exec(reference);
    const sameYear = match?.groups?.year === undefined || String(year).endsWith(match.groups.year);
    return match?.groups?.number && sameYear ? [Number(match.groups.number)] : [];
  });
  return formatReference(form, Math.max(0, ...numbers) + 1, year);
}

/** Key of a paper made of its number: `ba-090-2020`. */
export function paperIdOf(reference: string): string {
  const plain = reference
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 64) || 'papier';
}
