import type { Zoom } from '../../app/search.ts';
import { addDays, daysBetween, quarter } from '../../language/format.ts';

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
const steps: Record<Zoom, { months: number; width: number }> = {
  monat: { months: 1, width: 36 },
  quartal: { months: 3, width: 43 },
  jahr: { months: 12, width: 64 },
};

const monthStart = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
const monthIndex = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

function labelOf(zoom: Zoom, iso: string, monthLetter: (iso: string) => string): string {
  if (zoom === 'monat') return monthLetter(iso);
  return zoom === 'quartal' ? quarter(iso) : '';
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
  const step = steps[zoom];
  const firstMonth = Math.floor(monthIndex(range.from) / 3) * 3;
  const endMonth = (Math.floor(monthIndex(range.until) / 3) + 1) * 3;
  const from = monthStart(firstMonth);
  const end = monthStart(endMonth);
  const days = daysBetween(from, end);
  const perDay = Math.max(fit ? 0 : step.width / (step.months * 30.44), minWidth / days);
  const x = (iso: string): number => Math.round(daysBetween(from, iso) * perDay * 10) / 10;
  const ticks: Tick[] = [];
  const years: TimeScale['years'] = [];
  // Ticks stand on multiples of their span, so that years begin on one whatever the first month is.
  for (let month = Math.ceil(firstMonth / step.months) * step.months; month < endMonth; month += step.months) {
    const iso = monthStart(month);
    const next = monthStart(Math.min(month + step.months, endMonth));
    const middle = (x(iso) + x(next)) / 2;
    ticks.push({ x: x(iso), middle, label: labelOf(zoom, iso, monthLetter), year: month % 12 === 0 });
  }
  for (let month = firstMonth; month < endMonth; month++) {
    if (month % 12 === 0 || month === firstMonth)
      years.push({ x: x(monthStart(month)), label: monthStart(month).slice(0, 4) });
  }
  return { width: Math.ceil(days * perDay), from, until: addDays(end, -1), x, ticks, years };
}
