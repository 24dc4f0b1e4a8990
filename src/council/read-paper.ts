import { isIsoDate, isoDate } from '../agenda/index.ts';
import { MONTHS } from './months.ts';
import type { PaperKind, PaperPoint } from './paper.ts';
import { findReferences, type NumberForm } from './reference.ts';

/** A line of a paper's text, and where it stood: its number from 1, and the page of a PDF. */
export interface TextLine {
  text: string;
  page: number | null;
}

/** Where in the text a suggestion was found. */
export interface Place {
  line: number;
  page: number | null;
  /** The words that it was read from. */
  words: string;
}

export interface Suggested<Value> {
  value: Value;
  place: Place;
}

/** What a paper's text suggests; each is confirmed by a person, and what was not found is absent. */
export interface PaperSuggestions {
  reference?: Suggested<string>;
  kind?: Suggested<PaperKind>;
  receivedOn?: Suggested<string>;
  name?: Suggested<string>;
  originators: Suggested<string>[];
  points: Suggested<PaperPoint>[];
  reasoning?: Suggested<string>;
  fundingProposal?: Suggested<string>;
  /** Other papers that the text names. */
  related: Suggested<string>[];
}

const LABELS = {
  name: /^(?:gegenstand|betreff|betr\.|thema|titel|bezeichnung)\s*:?\s*(.*)$/i,
  originator:
    /^(?:einreicher(?:in|innen)?|antragsteller(?:in|innen)?|eingereicht von|fragesteller(?:in|innen)?)\s*:?\s*(.*)$/i,
  date: /^(?:datum|eingang|eingegangen am|eingereicht am|vom)\s*:?\s*(.*)$/i,
  reasoning: /^(?:begründung|sachverhalt|erläuterung)\s*:?\s*(.*)$/i,
  funding: /^(?:deckungsvorschlag|finanzierungsvorschlag|finanzierung|deckung)\s*:?\s*(.*)$/i,
  points:
    /^(?:beschlussvorschlag|beschlusstext|antragstext|fragen)\s*:?\s*$|^(?:der|die)\s+(?:stadtrat|rat|stadtverordnetenversammlung|gemeinderat|kreistag)\s+(?:möge\s+)?beschließ\w*.*:?\s*$|^(?:dazu|hierzu|deshalb|ich|wir)\b.*\b(?:frage|fragen)\b.*:\s*$/i,
} as const;

const NUMBERED = /^\(?(\d{1,2}(?:\.\d{1,2})?|[a-z])[.)]\s+(\S.*)$/;
const FACTION =
  /\b((?:Rats|Stadtrats)?[Ff]raktion(?:sgemeinschaft)?\s+[\p{L}\d/&.\- ]{2,80}?)(?=[,;()]|\s(?:vom|hat|bittet|beantragt|fragt)\b|$)/u;

/** A line that says `Fraktion: SPD` names the faction as one that says `Fraktion SPD`. */
const FACTION_LABEL = /^(\s*(?:Rats|Stadtrats)?[Ff]raktion(?:sgemeinschaft)?)\s*:\s*/u;

/** First day that a text names, German (`17.08.2020`, `17. August 2020`) or ISO. */
function dateIn(text: string): { on: string; words: string } | null {
  const numbers = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(text);
  const words = /(?<!\d)(\d{1,2})\.\s?([A-Za-zä]{3,9})\s(\d{4})(?!\d)/.exec(text);
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  const found = [
    numbers && { at: numbers.index, words: numbers[0], on: dayOf(numbers[3], numbers[2], numbers[1]) },
    words && { at: words.index, words: words[0], on: dayOf(words[3], monthNumber(words[2]), words[1]) },
    iso && { at: iso.index, words: iso[0], on: iso[0] },
  ].flatMap((one) => (one?.on && isIsoDate(one.on) ? [{ at: one.at, words: one.words, on: one.on }] : []));
  return found.sort((a, b) => a.at - b.at)[0] ?? null;
}

const monthNumber = (name = ''): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

const dayOf = (year = '', month = '', day = ''): string | null =>
  Number(month) > 0 ? isoDate(Number(year), Number(month), Number(day)) : null;

/**
 * What the text of a council paper suggests for its register: number, kind, day, subject, movers, points, reasoning.
 * Reads labels as German councils use them. Nothing is guessed beyond the words; each finding names its place.
 */
export function suggestPaper(lines: readonly TextLine[], forms: readonly NumberForm[]): PaperSuggestions {
  const place = (index: number, words: string): Place => ({
    line: index + 1,
    page: lines[index]?.page ?? null,
    words: words.slice(0, 200),
  });
  const result: PaperSuggestions = { originators: [], points: [], related: [] };
  for (const [index, { text }] of lines.entries()) {
    for (const found of findReferences(text, forms)) {
      if (result.reference === undefined) {
        result.reference = { value: found.reference, place: place(index, found.words) };
        result.kind = { value: found.kind, place: place(index, found.words) };
      } else if (
        found.reference !== result.reference.value &&
        !result.related.some((one) => one.value === found.reference)
      ) {
        result.related.push({ value: found.reference, place: place(index, found.words) });
      }
    }
    readLabels(result, lines, index, place);
  }
  result.receivedOn ??= firstDate(lines, place);
  if (result.originators.length === 0) factions(result, lines, place);
  readParts(result, lines, place);
  return result;
}

type MakePlace = (index: number, words: string) => Place;

/** Value behind a label, on the same line or the next one that says something. */
function behind(lines: readonly TextLine[], index: number, label: RegExp): { value: string; index: number } | null {
  const match = label.exec(lines[index]?.text.trim() ?? '');
  if (!match) return null;
  const own = match[1]?.trim() ?? '';
  if (own !== '') return { value: own, index };
  const next = lines.findIndex((line, at) => at > index && line.text.trim() !== '');
  return next < 0 || next > index + 3 ? null : { value: lines[next]?.text.trim() ?? '', index: next };
}

function readLabels(result: PaperSuggestions, lines: readonly TextLine[], index: number, place: MakePlace): void {
  const name = result.name ? null : behind(lines, index, LABELS.name);
  if (name) result.name = { value: name.value.slice(0, 300), place: place(name.index, name.value) };
  const day = result.receivedOn ? null : behind(lines, index, LABELS.date);
  const on = day && dateIn(day.value);
  if (day && on) result.receivedOn = { value: on.on, place: place(day.index, on.words) };
  const movers = result.originators.length > 0 ? null : behind(lines, index, LABELS.originator);
  if (movers) {
    result.originators = movers.value
      .split(/;|,\s(?=(?:Rats|Stadtrats)?Fraktion)|\sund\s(?=(?:der\s)?Fraktion)/)
      .map((one) => one.trim().slice(0, 300))
      .filter((one) => one !== '')
      .map((value) => ({ value, place: place(movers.index, movers.value) }));
  }
}

function firstDate(lines: readonly TextLine[], place: MakePlace): Suggested<string> | undefined {
  for (const [index, { text }] of lines.entries()) {
    const found = dateIn(text);
    if (found) return { value: found.on, place: place(index, found.words) };
  }
  return undefined;
}

function factions(result: PaperSuggestions, lines: readonly TextLine[], place: MakePlace): void {
  for (const [index, { text }] of lines.slice(0, 30).entries()) {
    const found = FACTION.exec(text.replace(FACTION_LABEL, '$1 '))?.[1]?.trim();
    if (found && !result.originators.some((one) => one.value === found))
      result.originators.push({ value: found, place: place(index, text.includes(found) ? found : text.trim()) });
  }
}

/** The long parts: numbered points after "… beschließt:", and what follows "Begründung" and "Deckungsvorschlag". */
function readParts(result: PaperSuggestions, lines: readonly TextLine[], place: MakePlace): void {
  let part: 'head' | 'points' | 'reasoning' | 'funding' = 'head';
  const collected = { reasoning: [] as string[], funding: [] as string[] };
  const starts: { reasoning?: number; funding?: number } = {};
  for (const [index, line] of lines.entries()) {
    const text = line.text.trim();
    const heading = headingOf(text);
    if (heading) {
      part = heading.part;
      if (part !== 'points' && heading.rest) collected[part].push(heading.rest);
      if (part !== 'points') starts[part] ??= index;
      continue;
    }
    if (text === '' || part === 'head') continue;
    if (part === 'points') readPoint(result, text, index, place);
    else collected[part].push(text);
  }
  // A text without a heading for its points: numbered lines are all that can be told from the rest.
  if (result.points.length === 0) {
    for (const [index, line] of lines.entries())
      if (NUMBERED.test(line.text.trim())) readPoint(result, line.text.trim(), index, place);
  }
  const keep = (name: 'reasoning' | 'funding'): Suggested<string> | undefined =>
    collected[name].length > 0
      ? {
          value: collected[name].join('\n').slice(0, 20_000),
          place: place(starts[name] ?? 0, collected[name][0] ?? ''),
        }
      : undefined;
  const [reasoning, funding] = [keep('reasoning'), keep('funding')];
  if (reasoning) result.reasoning = reasoning;
  if (funding) result.fundingProposal = funding;
}

function headingOf(text: string): { part: 'points' | 'reasoning' | 'funding'; rest: string } | null {
  if (LABELS.points.test(text)) return { part: 'points', rest: '' };
  const reasoning = LABELS.reasoning.exec(text);
  if (reasoning) return { part: 'reasoning', rest: reasoning[1] ?? '' };
  const funding = LABELS.funding.exec(text);
  return funding ? { part: 'funding', rest: funding[1] ?? '' } : null;
}

const MOST_POINTS = 100;

/** A numbered line begins a point; any other line goes on with the last one, or is the only point. */
function readPoint(result: PaperSuggestions, text: string, index: number, place: MakePlace): void {
  const numbered = NUMBERED.exec(text);
  const last = result.points.at(-1);
  if (numbered && result.points.length < MOST_POINTS) {
    const number = numbered[1] ?? String(result.points.length + 1);
    result.points.push({ value: { number, text: numbered[2] ?? '' }, place: place(index, text) });
  } else if (last) last.value.text = `${last.value.text} ${text}`.slice(0, 20_000);
  else result.points.push({ value: { number: '1', text }, place: place(index, text) });
}
