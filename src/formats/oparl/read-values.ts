import { isIsoDate } from '../../agenda/index.ts';

/** Single values of another server, read tolerantly: what cannot be understood is as if it were not there. */

export type Raw = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text without tags, control characters and superfluous blanks. */
export function textIn(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value)
    .slice(0, most * 10)
    .toWellFormed()
    .replaceAll(/<br\s*\/?>|<\/p>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim();
  const whole = most > 300 ? text : text.replaceAll(/\s+/g, ' ');
  return whole === '' ? undefined : whole.slice(0, most).trim();
}

export const lineIn = (value: unknown): string | undefined => textIn(value, 300);

export const booleanIn = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 1 || value === '1') return true;
  return value === 'false' || value === 0 || value === '0' ? false : undefined;
};

/** Days before and after which no council paper of today lies: servers write year 1 or 1900 for "unknown". */
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-01-01';

const germanDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
const germanTime = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

/** A day: `2020-08-31`, a moment (its day in Germany), or `31.08.2020`. */
export function dayIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text) ?? [];
  const moment = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(text) ? new Date(text) : undefined;
  const found =
    year !== ''
      ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      : moment && !Number.isNaN(moment.getTime())
        ? germanDay.format(moment)
        : text.slice(0, 10);
  return isIsoDate(found) && found >= FIRST_DAY && found < LAST_DAY ? found : undefined;
}

/** Time of day in Germany, `15:00`; midnight stands for "not known". */
export function timeIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.includes('T')) return undefined;
  const moment = new Date(value);
  const local = /T(\d\d:\d\d)(:\d\d(\.\d+)?)?$/.exec(value.trim())?.[1];
  const time = local ?? (Number.isNaN(moment.getTime()) ? undefined : germanTime.format(moment));
  return time === '00:00' ? undefined : time;
}

/** A moment in UTC; undefined where the server writes none that can be. */
export function momentIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || dayIn(value) === undefined) return undefined;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** An absolute web address; a relative one is completed by that of the object in which it stands. */
export function urlIn(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const url = URL.parse(value.trim(), base);
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 1000 ? url.href : undefined;
}

/** A list; servers write a single value where a list with one is meant. */
export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
