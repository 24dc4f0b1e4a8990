import type { Language } from '../../agenda/index.ts';

/**
 * Numbers, dates and weeks as the pages show them: `1.380`, `47,7`, true minus, `31.08.2020`, `KW 9`, `11/2020`.
 * Dates come and go as ISO strings; no time zone is ever involved.
 */

const NBSP = '\u00a0';
const DAY = 86_400_000;

const utc = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY);
}

/** ISO date of the day `days` after `iso`. */
export function addDays(iso: string, days: number): string {
  return new Date(utc(iso) + days * DAY).toISOString().slice(0, 10);
}

/** ISO 8601 week: it belongs to the year of its Thursday. */
export function isoWeek(iso: string): number {
  const weekday = (new Date(utc(iso)).getUTCDay() + 6) % 7;
  const thursday = addDays(iso, 3 - weekday);
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

/** Roman numeral of the quarter: Q3 is a project, III a quarter. */
export function quarter(iso: string): string {
  return ['I', 'II', 'III', 'IV'][Math.floor((Number(iso.slice(5, 7)) - 1) / 3)] ?? '';
}

export type Precision = 'day' | 'week' | 'month' | 'quarter';

export interface Format {
  /** `1.380`; with decimals `47,7`. */
  number: (value: number, decimals?: number) => string;
  /** With its sign: `+3`, `−4`. */
  signed: (value: number) => string;
  /** Tenths of a person-day as days: `122`, `47,7`; `exact` always shows the tenth. */
  days: (tenths: number, exact?: boolean) => string;
  /** Cents as thousands of euros without the unit: `1.380`. */
  thousands: (cents: number) => string;
  /** Cents as whole euros with the unit. */
  euros: (cents: number) => string;
  /** `92 %` */
  percent: (value: number) => string;
  /** `31.08.2020` */
  date: (iso: string) => string;
  /** `31.08.`, where the year stands beside it. */
  dayMonth: (iso: string) => string;
  /** `11/2020` */
  month: (iso: string) => string;
  /** `März 2021` */
  monthLong: (iso: string) => string;
  monthLetter: (iso: string) => string;
  /** `KW 9` */
  week: (iso: string) => string;
  /** A date as exactly as it is known: day, `KW 9/2021`, `11/2020` or `III/2020`. */
  dated: (iso: string, precision: Precision) => string;
  /** `31.08.2020, 10:42 Uhr`, in the time zone of the reader. */
  timestamp: (iso: string) => string;
  /** "a, b und c" */
  list: (items: readonly string[]) => string;
}

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

const minus = (text: string): string => text.replace('-', '\u2212');

function dateFormats(language: Language): Pick<Format, 'date' | 'dayMonth' | 'month' | 'monthLong' | 'monthLetter'> {
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...options });
    return (iso: string) => format.format(utc(iso.length === 7 ? `${iso}-01` : iso));
  };
  const monthLong = make({ month: 'long', year: 'numeric' });
  const english = make({ day: 'numeric', month: 'short', year: 'numeric' });
  const englishDay = make({ day: 'numeric', month: 'short' });
  const german = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
  return {
    date: language === 'de' ? german : (iso) => english(iso).replaceAll(' ', NBSP).replace('Sept', 'Sep'),
    dayMonth: language === 'de' ? (iso) => german(iso).slice(0, 6) : englishDay,
    month: (iso) => `${iso.slice(5, 7)}/${iso.slice(0, 4)}`,
    monthLong,
    monthLetter: (iso) => monthLong(iso).charAt(0),
  };
}

/** The formats of one language. */
export function createFormat(language: Language): Format {
  const locale = locales[language];
  const plain = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const number = (value: number, decimals = 0): string => {
    // Rounding may leave a zero with a sign.
    const text = minus((plain[decimals] ?? plain[0])?.format(value) ?? String(value));
    return /[1-9]/.test(text) ? text : text.replace('\u2212', '');
  };
  const dates = dateFormats(language);
  const weekWord = language === 'de' ? 'KW' : 'week';
  const week = (iso: string): string => `${weekWord}${NBSP}${isoWeek(iso)}`;
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const localDay = new Intl.DateTimeFormat('sv-SE');
  return {
    ...dates,
    number,
    signed: (value) => (value > 0 ? `+${number(value)}` : number(value)),
    days: (tenths, exact = false) => number(tenths / 10, exact || tenths % 10 !== 0 ? 1 : 0),
    thousands: (cents) => number(cents / 100_000),
    euros: (cents) => (language === 'de' ? `${number(cents / 100)}${NBSP}€` : `€${number(cents / 100)}`),
    percent: (value) => (language === 'de' ? `${number(value)}${NBSP}%` : `${number(value)}%`),
    week,
    dated: (iso, precision) => {
      if (precision === 'month') return dates.month(iso);
      if (precision === 'quarter') return `${quarter(iso)}/${iso.slice(0, 4)}`;
      if (precision === 'week') return `${week(iso)}/${iso.slice(0, 4)}`;
      return dates.date(iso);
    },
    timestamp: (iso) => {
      const at = new Date(iso);
      const clock = language === 'de' ? `${time.format(at)} Uhr` : time.format(at);
      return `${dates.date(localDay.format(at))}, ${clock}`;
    },
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}
