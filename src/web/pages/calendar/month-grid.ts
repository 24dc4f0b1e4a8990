import { addDays, daysBetween } from '../../language/format.ts';

/** A Monday to count weeks from. */
const MONDAY = '1970-01-05';

/** The month `by` months after `2020-09`. */
export function monthAfter(month: string, by: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The weeks of a month from Monday to Sunday; days of the months beside it are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const monday = addDays(first, -(((daysBetween(MONDAY, first) % 7) + 7) % 7));
  const end = `${monthAfter(month, 1)}-01`;
  const weeks: (string | null)[][] = [];
  for (let day = monday; day < end; day = addDays(day, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((later) => addDays(day, later));
    weeks.push(days.map((one) => (one.startsWith(month) ? one : null)));
  }
  return weeks;
}

/** Entries by their day. */
export function byDay<Entry extends { on: string }>(entries: readonly Entry[]): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const one of entries) days.set(one.on, [...(days.get(one.on) ?? []), one]);
  return days;
}
