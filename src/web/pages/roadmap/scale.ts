import type { Zoom } from '../../app/search.ts';
import { addDays, daysBetween, isoWeek, quarter } from '../../language/format.ts';

export interface Tick {
  x: number;
  /** Middle of the span that the label names. */
  middle: number;
  label: string;
  year: boolean;
}

export interface TimeScale {
  width: number;
  from: string;
  until: string;
  /** Distance of the beginning of a day from the left edge, in pixels. */
  x: (iso: string) => number;
  ticks: Tick[];
  years: { x: number; label: string }[];
}

/** Months between two ticks, and the least width of such a span in pixels. */
const steps: Record<Exclude<Zoom, 'woche'>, { months: number; width: number }> = {
  monat: { months: 1, width: 36 },
  quartal: { months: 3, width: 43 },
  jahr: { months: 12, width: 64 },
};

/** Least width of a week where weeks are told apart, in pixels. */
const WEEK_WIDTH = 22;

const monthStart = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
const monthIndex = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

function labelOf(zoom: Exclude<Zoom, 'woche'>, iso: string, monthLetter: (iso: string) => string): string {
  if (zoom === 'monat') return monthLetter(iso);
  return zoom === 'quartal' ? quarter(iso) : '';
}

/** Least width of a day, in pixels. */
const dayWidth = (zoom: Zoom): number =>
  zoom === 'woche' ? WEEK_WIDTH / 7 : steps[zoom].width / (steps[zoom].months * 30.44);

/** A tick on each Monday with the number of its ISO week; the first week of a year begins that year. */
function weekTicks(from: string, end: string, x: TimeScale['x']): Tick[] {
  const ticks: Tick[] = [];
  const first = addDays(from, (7 - (daysBetween(MONDAY, from) % 7)) % 7);
  for (let iso = first; iso < end; iso = addDays(iso, 7)) {
    const week = isoWeek(iso);
    ticks.push({
      x: x(iso),
      middle: x(iso) + (x(addDays(iso, 7)) - x(iso)) / 2,
      label: String(week),
      year: week === 1,
    });
  }
  return ticks;
}

/** Any Monday before all plans. */
const MONDAY = '1990-01-01';

/** Ticks on multiples of the span, so that years begin on one whatever the first month is. */
function monthTicks(
  zoom: Exclude<Zoom, 'woche'>,
  months: { first: number; end: number },
  x: TimeScale['x'],
  monthLetter: (iso: string) => string,
): Tick[] {
  const ticks: Tick[] = [];
  const span = steps[zoom].months;
  for (let month = Math.ceil(months.first / span) * span; month < months.end; month += span) {
    const iso = monthStart(month);
    const middle = (x(iso) + x(monthStart(Math.min(month + span, months.end)))) / 2;
    ticks.push({ x: x(iso), middle, label: labelOf(zoom, iso, monthLetter), year: month % 12 === 0 });
  }
  return ticks;
}

/**
 * Scale of the timeline: whole quarters around the plan, stretched to `minWidth` where the zoom leaves room.
 *
 * @param range first and last day to be shown
 * @param fit never wider than `minWidth`, as on paper, where nothing scrolls
 */
export function createScale(
  range: { from: string; until: string },
  zoom: Zoom,
  minWidth: number,
  monthLetter: (iso: string) => string,
  fit = false,
): TimeScale {
  const firstMonth = Math.floor(monthIndex(range.from) / 3) * 3;
  const endMonth = (Math.floor(monthIndex(range.until) / 3) + 1) * 3;
  const from = monthStart(firstMonth);
  const end = monthStart(endMonth);
  const days = daysBetween(from, end);
  const perDay = Math.max(fit ? 0 : dayWidth(zoom), minWidth / days);
  const x = (iso: string): number => Math.round(daysBetween(from, iso) * perDay * 10) / 10;
  const ticks =
    zoom === 'woche' ? weekTicks(from, end, x) : monthTicks(zoom, { first: firstMonth, end: endMonth }, x, monthLetter);
  const years: TimeScale['years'] = [];
  for (let month = firstMonth; month < endMonth; month++) {
    if (month % 12 === 0 || month === firstMonth)
      years.push({ x: x(monthStart(month)), label: monthStart(month).slice(0, 4) });
  }
  return { width: Math.ceil(days * perDay), from, until: addDays(end, -1), x, ticks, years };
}
