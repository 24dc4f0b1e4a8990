import { addDays, civil, isoDate, isoWeek, weekday } from '../../agenda/index.ts';
import type { RoadmapView } from '../../planning/index.ts';

/** How somebody has arranged the roadmap: over what, which projects in which order, and how close. */
export interface RoadmapArrangement {
  over: 'field' | 'unit' | 'partner';
  groups: readonly { name: string; projects: readonly string[] }[];
  zoom: RoadmapZoom;
}

/** How far apart the ticks of the time are; the closer, the less of it stands on one sheet. */
export type RoadmapZoom = 'week' | 'month' | 'quarter' | 'year';

type Area = RoadmapView['areas'][number];

/** The roadmap in an arrangement; a project that is gone since is left out. */
export function arrangedAreas(view: RoadmapView, { groups }: RoadmapArrangement): Omit<Area, 'id'>[] {
  const byId = new Map(view.areas.flatMap(({ projects }) => projects).map((project) => [project.id, project]));
  return groups.map(({ name, projects }) => ({ name, projects: projects.flatMap((id) => byId.get(id) ?? []) }));
}

/** A line across the drawing; the label stands behind it. */
export interface Tick {
  on: string;
  label: string;
}

/** One stretch of time that stands on one sheet. */
export interface TimeSheet {
  from: string;
  until: string;
  /** What lies before the first and after the last sheet stands at their edges. */
  first: boolean;
  last: boolean;
  ticks: Tick[];
}

/** Months that one sheet shows, so that each tick has room for its label; 0 = all. */
const SHEET_MONTHS: Record<RoadmapZoom, number> = { week: 9, month: 36, quarter: 0, year: 0 };
/** Months from one tick to the next. */
const TICK_MONTHS = { month: 1, quarter: 3, year: 12 } as const;

const monthsLater = (on: string, months: number): string => {
  const { year, month } = civil(on);
  const index = year * 12 + month - 1 + months;
  return isoDate(Math.floor(index / 12), (index % 12) + 1, 1);
};

function ticksOf(from: string, until: string, zoom: RoadmapZoom): Tick[] {
  const ticks: Tick[] = [];
  if (zoom === 'week') {
    for (let on = addDays(from, (8 - weekday(from)) % 7); on <= until; on = addDays(on, 7))
      ticks.push({ on, label: String(isoWeek(on).week) });
    return ticks;
  }
  const step = TICK_MONTHS[zoom];
  const first = isoDate(civil(from).year, 1, 1);
  for (let on = first; on <= until; on = monthsLater(on, step)) {
    const { month } = civil(on);
    const label = zoom === 'month' ? String(month) : zoom === 'quarter' ? `Q${(month + 2) / 3}` : '';
    if (on >= from) ticks.push({ on, label });
  }
  return ticks;
}

/** The time of the roadmap, divided over as many sheets as its zoom needs. */
export function timeSheets({ from, until }: Pick<RoadmapView, 'from' | 'until'>, zoom: RoadmapZoom): TimeSheet[] {
  const months = SHEET_MONTHS[zoom];
  const sheets: TimeSheet[] = [];
  for (let begin = from; begin <= until; ) {
    const next = months === 0 ? addDays(until, 1) : monthsLater(begin, months);
    const end = next > until ? until : addDays(next, -1);
    const [first, last] = [begin === from, end === until];
    sheets.push({ from: begin, until: end, first, last, ticks: ticksOf(begin, end, zoom) });
    begin = addDays(end, 1);
  }
  return sheets;
}
