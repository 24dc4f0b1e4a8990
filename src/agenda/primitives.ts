import { z } from 'zod';
import { isDistantDay, isIsoDate } from './calendar.ts';

/** Stable key of a record, unique within its kind: letters, digits, dot, dash, underscore. Never reused. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'id: Buchstaben, Ziffern, Punkt, Strich; höchstens 64 Zeichen');

/** Calendar day as `2020-08-31`. */
export const isoDateSchema = z.string().refine(isIsoDate, {
  error: ({ input }) =>
    isDistantDay(input) ? 'Jahr zwischen 1900 und 2199' : 'Datum als JJJJ-MM-TT, zum Beispiel 2020-08-31',
});

/** Whole euro cents, never negative. */
export const centsSchema = z.int().min(0).max(10_000_000_000_000);

/** Tenths of a person-day (10 = one day), never negative. */
export const tenthsSchema = z.int().min(0).max(100_000_000);

/** Working weeks; a phase longer than twenty years is a typing error. */
export const weeksSchema = z.int().min(1).max(1040);

/** Share in whole percent. */
export const percentSchema = z.number().min(0).max(100);

/** One line of text. */
export const lineSchema = z.string().trim().min(1).max(300);

/** Several sentences. */
export const proseSchema = z.string().trim().min(1).max(20_000);

export const fiscalYearSchema = z.int().min(2000).max(2100);
