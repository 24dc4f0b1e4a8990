import { addDays, civil, daysInMonth, isoDate, type Text } from '../agenda/index.ts';
import { tied } from './grammar.ts';
import type { Paper } from './paper.ts';

/** How long a clock runs: a span of days, weeks or months, or a number of council meetings. */
export type ClockSpan = { days: number } | { weeks: number } | { months: number } | { meetings: number };

/** What starts a clock. */
export type ClockStart = 'received' | 'resolution' | 'objection' | 'meeting' | 'treatment';

export interface ClockRule {
  id: string;
  /** Land whose municipal code sets the clock; local rules may replace it. */
  state: string;
  /** As cited: `SächsGemO § 28 Abs. 6`. */
  paragraph: string;
  /** Day of the text version that was read. */
  asOf: string;
  kinds: readonly Paper['kind'][];
  starts: ClockStart;
  span: ClockSpan;
  text: Text;
}

/**
 * Clocks of the Saxon municipal code as read in May 2025 (revosax.sachsen.de). Local rules of procedure may add or
 * shorten: a city passes its own table.
 */
export const SAXON_CLOCKS: readonly ClockRule[] = [
  {
    id: 'inquiryAnswer',
    state: 'Sachsen',
    paragraph: tied('SächsGemO § 28 Abs. 6'),
    asOf: '2025-05-01',
    kinds: ['councilInquiry'],
    starts: 'received',
    span: { weeks: 4 },
    text: {
      de: 'Antwort auf die Anfrage, in der Regel binnen vier Wochen',
      en: 'Answer to the inquiry, as a rule within four weeks',
    },
  },
  {
    id: 'agendaItem',
    state: 'Sachsen',
    paragraph: tied('SächsGemO § 36 Abs. 5'),
    asOf: '2025-05-01',
    kinds: ['motion', 'amendment'],
    starts: 'received',
    span: { meetings: 2 },
    text: {
      de: 'Spätestens auf die Tagesordnung der übernächsten Sitzung',
      en: 'On the agenda of the next but one meeting at the latest',
    },
  },
  {
    id: 'treatedAgain',
    state: 'Sachsen',
    paragraph: tied('SächsGemO § 36 Abs. 5'),
    asOf: '2025-05-01',
    kinds: ['motion', 'amendment'],
    starts: 'treatment',
    span: { months: 6 },
    text: {
      de: 'Bis dahin muss derselbe Gegenstand nicht erneut behandelt werden',
      en: 'Until then the same subject need not be dealt with again',
    },
  },
  {
    id: 'objection',
    state: 'Sachsen',
    paragraph: tied('SächsGemO § 52 Abs. 2'),
    asOf: '2025-05-01',
    kinds: ['motion', 'amendment', 'draftResolution'],
    starts: 'resolution',
    span: { weeks: 2 },
    text: { de: 'Widerspruch gegen den Beschluss', en: 'Objection to the resolution' },
  },
  {
    id: 'meetingAfterObjection',
    state: 'Sachsen',
    paragraph: tied('SächsGemO § 52 Abs. 2'),
    asOf: '2025-05-01',
    kinds: ['motion', 'amendment', 'draftResolution'],
    starts: 'objection',
    span: { weeks: 4 },
    text: { de: 'Sitzung nach dem Widerspruch', en: 'Meeting after the objection' },
  },
  {
    id: 'minutes',
    state: 'Sachsen',
    paragraph: tied('SächsGemO § 40'),
    asOf: '2025-05-01',
    kinds: ['motion', 'amendment', 'draftResolution', 'information'],
    starts: 'meeting',
    span: { months: 1 },
    text: { de: 'Niederschrift der Sitzung', en: 'Minutes of the meeting' },
  },
];

/** The day `months` later; the last day of a shorter month instead of a day that does not exist (BGB § 188 Abs. 3). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = civil(date);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return isoDate(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Last day of a clock that starts on `from`; null if the meetings that it counts are not on record. */
export function dueDate(span: ClockSpan, from: string, meetings: readonly string[] = []): string | null {
  if ('days' in span) return addDays(from, span.days);
  if ('weeks' in span) return addDays(from, 7 * span.weeks);
  if ('months' in span) return addMonths(from, span.months);
  return meetings.filter((meeting) => meeting > from).sort()[span.meetings - 1] ?? null;
}

/** Days that clocks need and that the paper itself may not hold. */
export interface ClockFacts {
  /** Meetings of the council, as far as they are known. */
  meetings?: readonly string[];
  objectionOn?: string | undefined;
  /** When the same subject was last dealt with. */
  treatedOn?: string | undefined;
}

export interface Clock {
  rule: ClockRule;
  startsOn: string | null;
  dueOn: string | null;
  /** Why there is no due date. */
  missing: Text | null;
}

const MISSING: Record<ClockStart, Text> = {
  received: { de: 'Eingangsdatum ist nicht erfasst', en: 'day of receipt is not on record' },
  resolution: { de: 'Tag des Beschlusses ist nicht erfasst', en: 'day of the resolution is not on record' },
  objection: { de: 'kein Widerspruch erfasst', en: 'no objection on record' },
  meeting: { de: 'Tag der Sitzung ist nicht erfasst', en: 'day of the meeting is not on record' },
  treatment: { de: 'keine frühere Behandlung erfasst', en: 'no earlier treatment on record' },
};

function startOf(paper: Paper, start: ClockStart, facts: ClockFacts): string | null {
  const decided = paper.consultations.find((one) => one.role === 'authoritative' && one.result)?.on;
  const days: Record<ClockStart, string | undefined> = {
    received: paper.receivedOn,
    resolution: decided ?? paper.outcome?.on,
    objection: facts.objectionOn,
    meeting: paper.consultations.findLast((one) => one.role === 'authoritative')?.on,
    treatment: facts.treatedOn,
  };
  return days[start] ?? null;
}

/** The clocks that run for a paper, with due dates as far as the records allow. */
export function clocksOf(paper: Paper, rules: readonly ClockRule[], facts: ClockFacts = {}): Clock[] {
  return rules
    .filter((rule) => rule.kinds.includes(paper.kind))
    .map((rule) => {
      const startsOn = startOf(paper, rule.starts, facts);
      if (startsOn === null) return { rule, startsOn, dueOn: null, missing: MISSING[rule.starts] };
      const dueOn = dueDate(rule.span, startsOn, facts.meetings);
      const missing = { de: 'Sitzungstermine sind nicht erfasst', en: 'meeting days are not on record' };
      return { rule, startsOn, dueOn, missing: dueOn === null ? missing : null };
    });
}
