import { addDays, daysBetween } from '../../language/format.ts';

export interface DateScale {
  /** Place of a day between 0 and 100. */
  percent: (iso: string) => number;
  years: { label: string; percent: number }[];
}

/** A scale from some weeks before the first possible start to shortly after the last finish. */
export function dateScale(first: string, finishes: readonly string[]): DateScale {
  const from = addDays(first, -60);
  const last = finishes.reduce((a, b) => (a > b ? a : b), addDays(first, 365));
  const until = addDays(last, 30);
  const days = daysBetween(from, until);
  const percent = (iso: string): number => Math.round((10_000 * daysBetween(from, iso)) / days) / 100;
  const years: DateScale['years'] = [{ label: from.slice(0, 4), percent: 0 }];
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(until.slice(0, 4)); year++) {
    const at = percent(`${year}-01-01`);
    // The first label stands at the left edge; a year that begins right beside it takes its place.
    if (at < 5) years.pop();
    // A label needs room to its right.
    if (at < 96) years.push({ label: String(year), percent: at });
  }
  return { percent, years };
}
