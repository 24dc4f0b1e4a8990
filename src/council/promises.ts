import { type Commitment, isIsoDate, isoDate } from '../agenda/index.ts';
import type { Statement } from './assessment.ts';
import { textOf } from './evidence.ts';
import { MONTHS } from './months.ts';
import type { Paper } from './paper.ts';
import { sentences } from './sentences.ts';

/**
 * Promises: found in what the administration has written, confirmed by a person, and followed up when their date or
 * event comes. In the practice of the cities the "second step" without a date is what gets forgotten.
 */

/** A sentence that may be a promise. Only a suggestion: a person decides. */
export interface PromiseSuggestion {
  text: string;
  /** Block of the statement in which it stands. */
  block: string;
  /** The words that made it look like a promise. */
  words: string;
  due: Commitment['due'] | null;
}

/** The body that a promise on this paper is made to: the one that decides, or that hears of it last. */
export function bodyOfPaper({ consultations }: Pick<Paper, 'consultations'>): string | null {
  const decides = consultations.findLast((one) => one.role === 'authoritative') ?? consultations.at(-1);
  return decides?.body ?? null;
}

/** A day named as a goal: "bis zum 31.12.2022", "zum 29.08.2022", "ab dem 4. Januar 2021". */
const DAY =
  /\b(?:bis|zum|ab|am)\s+(?:spätestens\s+)?(?:zum\s+|dem\s+)?(\d{1,2})\.\s?(?:(\d{1,2})\.\s?|([A-Za-zä]{3,9})\s)(\d{4})/u;
/** Something that has to happen first. */
const EVENT =
  /\b(?:erst\s+)?(?:in einem (?:zweiten|weiteren|späteren|nächsten) Schritt|in (?:der|einer) (?:zweiten|nächsten|späteren) (?:Stufe|Phase)|zu einem späteren Zeitpunkt|(?:nach|mit|sobald|nachdem) (?:der |dem |die |das )?(?:Abschluss|Fertigstellung|Einführung|Erneuerung|Beschluss|Genehmigung|Vorlage|Inkrafttreten|Freigabe)[^,.;]{0,80})/iu;
/** What an administration says when it undertakes to do something. */
const UNDERTAKES =
  /\b(?:legt|vorgelegt|vorlegen|berichtet|berichten|unterrichtet|informiert|informieren|prüft|geprüft|umgesetzt|umsetzen|umsetzbar|behandelt|behandeln|erläutert|eingeführt|bereitgestellt|sagt zu|zugesagt|möglich|aufgenommen|erneut)\b/iu;

function dayIn(text: string): string | null {
  const match = DAY.exec(text);
  if (!match) return null;
  const month = match[2] ? Number(match[2]) : MONTHS.indexOf((match[3] ?? '').toLowerCase()) + 1;
  if (month < 1) return null;
  const on = isoDate(Number(match[4]), month, Number(match[1]));
  return isIsoDate(on) ? on : null;
}

/** Sentences of a statement that undertake something, those already kept as promises left out. */
export function suggestPromises(content: Statement, known: readonly Commitment[]): PromiseSuggestion[] {
  const kept = known.map((one) => plain(one.text));
  const seen = new Set<string>();
  return content.blocks
    .flatMap((block) =>
      block.paragraphs.flatMap((one) => sentences(textOf(one.runs)).map((text) => ({ block, text: unquoted(text) }))),
    )
    .flatMap(({ block, text }): PromiseSuggestion[] => {
      const event = EVENT.exec(text)?.[0];
      const day = dayIn(text);
      // What has been done by a day is told, not promised.
      const on = day !== null && day > content.asOf ? day : null;
      const undertakes = UNDERTAKES.exec(text)?.[0];
      if (!undertakes || (event === undefined && on === null)) return [];
      // A promise that is kept already is also named in the text, with quotes and its day behind it.
      if (kept.some((one) => plain(text).includes(one)) || seen.has(plain(text))) return [];
      seen.add(plain(text));
      const due = on ? { kind: 'date' as const, on } : event ? { kind: 'event' as const, event } : null;
      return [{ text, block: block.title, words: [event ?? DAY.exec(text)?.[0] ?? '', undertakes].join(' … '), due }];
    });
}

/** A sentence whose quotation goes on in the next one, without what introduces it. */
const unquoted = (text: string): string => (/“/.test(text) ? text : text.replace(/^[^„]*„/u, ''));

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
