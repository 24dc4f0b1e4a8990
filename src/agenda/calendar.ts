/**
 * Calendar arithmetic on ISO strings and whole days, without the JavaScript `Date`: the engine must give the same
 * answer in every time zone. Day numbers count from 1970-01-01 (a Thursday) in the proleptic Gregorian calendar;
 * conversion after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Year of an existing day, written `JJJJ-MM-TT`. */
function yearOfDay(text: string): number | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? year : undefined;
}

/** True for an existing day between 1900 and 2199, written `JJJJ-MM-TT`. */
export function isIsoDate(text: string): boolean {
  const year = yearOfDay(text);
  return year !== undefined && year >= 1900 && year < 2200;
}

/** True for an existing day that lies before or after all that a city plans with. */
export function isDistantDay(text: unknown): boolean {
  return typeof text === 'string' && yearOfDay(text) !== undefined && !isIsoDate(text);
}

export function civil(date: string): CivilDate {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
  const { year, month, day } = civil(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Inverse of {@link dayNumber}. */
export function dateOfDay(days: number): string {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 calendar week: the week belongs to the year of its Thursday. */
export function isoWeek(date: string): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekday(date));
  const { year } = civil(thursday);
  return { year, week: 1 + Math.floor(daysBetween(isoDate(year, 1, 1), thursday) / 7) };
}

export function lastDayOfMonth(year: number, month: number): string {
  return isoDate(year, month, daysInMonth(year, month));
}

/** `2021-03` for a date: months are compared and sorted as strings. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/**
 * Weeks of a plan, counted from its Monday. A week's work is done from Monday to Friday, so a phase that ends with
 * week `w` (exclusive end `w + 1`) is finished on the Friday of week `w`.
 */
export interface PlanWeeks {
  /** Monday of week 0. */
  start: string;
}

/** Monday of week `week`. */
export function mondayOfWeek(weeks: PlanWeeks, week: number): string {
  return addDays(weeks.start, 7 * week);
}

/** Last working day before the exclusive end week `end`. */
export function fridayBeforeWeek(weeks: PlanWeeks, end: number): string {
  return addDays(weeks.start, 7 * end - 3);
}

/** First week whose Monday is not before `date`: nothing may start earlier. */
export function firstWeekFrom(weeks: PlanWeeks, date: string): number {
  return Math.ceil(daysBetween(weeks.start, date) / 7);
}

/** The week that contains `date`. */
export function weekOf(weeks: PlanWeeks, date: string): number {
  return Math.floor(daysBetween(weeks.start, date) / 7);
}

/** Largest exclusive end week whose last Friday is not after `date`: a deadline in weeks. */
export function lastEndWeekBy(weeks: PlanWeeks, date: string): number {
  return Math.floor((daysBetween(weeks.start, date) + 3) / 7);
}
