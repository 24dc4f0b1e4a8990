import { civil, ENGLISH_MONTHS, englishDate, germanDate, isoWeek, type Text } from '../agenda/index.ts';

/**
 * Numbers, dates and units as German offices write them, with their English counterparts (DIN 5008, Duden). Written
 * by hand, because the result must not depend on the language data of the machine it runs on.
 */

/** No-break space: a number never loses its unit at the end of a line (DIN 5008). */
export const NBSP = '\u00a0';
/** Typographic minus; the hyphen is too short for a number. */
const MINUS = '\u2212';

const MONTHS_DE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}

function decimal(value: number, decimals: number, group: string, point: string): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 && /[1-9]/.test(whole + (fraction ?? '')) ? MINUS : '';
  return sign + grouped(whole, group) + (fraction ? point + fraction : '');
}

/** `1.234,5` · `1,234.5` */
export function number(value: number, decimals = 0): Text {
  return { de: decimal(value, decimals, '.', ','), en: decimal(value, decimals, ',', '.') };
}

/** A number with one decimal only where it is needed: `122`, `122,5`. */
function compact(value: number): Text {
  return number(value, Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1);
}

/** Tenths of a person-day as bare number: `122`, `122,5`. */
export function days(tenths: number): Text {
  return compact(tenths / 10);
}

/** `122 PT` · `122 PD` */
export function personDays(tenths: number): Text {
  const value = days(tenths);
  return { de: `${value.de}${NBSP}PT`, en: `${value.en}${NBSP}PD` };
}

/** `122 Personentage` · `122 person-days` */
export function personDaysLong(tenths: number): Text {
  const value = days(tenths);
  const one = tenths === 10;
  return {
    de: `${value.de}${NBSP}${one ? 'Personentag' : 'Personentage'}`,
    en: `${value.en}${NBSP}${one ? 'person-day' : 'person-days'}`,
  };
}

/** `76 T€` from 1,000 € on, whole euros below: `950 €` · `€76k`, `€950`. */
export function money(cents: number): Text {
  if (Math.abs(cents) < 100_000) {
    const euros = number(cents / 100, cents % 100 === 0 ? 0 : 2);
    return { de: `${euros.de}${NBSP}€`, en: signBefore('€', euros.en) };
  }
  const thousands = number(cents / 100_000);
  return { de: `${thousands.de}${NBSP}T€`, en: `${signBefore('€', thousands.en)}k` };
}

function signBefore(symbol: string, value: string): string {
  return value.startsWith(MINUS) ? `${MINUS}${symbol}${value.slice(1)}` : `${symbol}${value}`;
}

/** `12.536.247,71 €`, for sums that must be exact. */
export function euros(cents: number): Text {
  const value = number(cents / 100, 2);
  return { de: `${value.de}${NBSP}€`, en: signBefore('€', value.en) };
}

/** `1,5 VZÄ` · `1.5 FTE` */
export function posts(fte: number): Text {
  const value = number(fte, 1);
  return { de: `${value.de}${NBSP}VZÄ`, en: `${value.en}${NBSP}FTE` };
}

/** `+1,5 VZÄ`: a change, with its sign. */
export function postsAdded(fte: number): Text {
  const value = posts(fte);
  return fte > 0 ? { de: `+${value.de}`, en: `+${value.en}` } : value;
}

/** `92 %` · `92%` */
export function percent(value: number): Text {
  const rounded = number(Math.round(value));
  return { de: `${rounded.de}${NBSP}%`, en: `${rounded.en}%` };
}

/** `29.08.2022` · `29 August 2022` */
export function date(iso: string): Text {
  return { de: germanDate(iso), en: englishDate(iso) };
}

/** `08/2022`: where only the month is meant. */
export function month(iso: string): Text {
  const text = `${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return { de: text, en: text };
}

/** `August 2022` */
export function monthLong(iso: string): Text {
  const at = civil(`${iso.slice(0, 7)}-01`);
  return { de: `${MONTHS_DE[at.month - 1]} ${at.year}`, en: `${ENGLISH_MONTHS[at.month - 1]} ${at.year}` };
}

/** `KW 35/2022` · `week 35 of 2022` (ISO 8601). */
export function week(iso: string): Text {
  const at = isoWeek(iso);
  return { de: `KW${NBSP}${at.week}/${at.year}`, en: `week${NBSP}${at.week} of ${at.year}` };
}
