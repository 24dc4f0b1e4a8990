import { daysBetween } from '../../agenda/index.ts';
import type { RoadmapView } from '../../planning/index.ts';
import { type RoadmapZoom, type TimeSheet, timeSheets } from './roadmap-view.ts';

/** Points of the drawing; it is scaled to the page. */
const WIDTH = 1600;
const NAMES = 420;
const ROW = 20;
const HEAD = 34;

const COLOURS = {
  bar: '#1f5fbf',
  approved: '#9aa7b5',
  late: '#b3261e',
  line: '#c3ccd6',
  area: '#eef2f6',
  text: '#1a1a1a',
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '');

/** Letters that fit beside the bars. */
const shortened = (text: string): string => (text.length > 58 ? `${text.slice(0, 57)}…` : text);

type Area = RoadmapView['areas'][number];
/** A line of the drawing: a group, or a project below it. */
type Row = { area: string } | { project: Area['projects'][number] };

/** Lines of one sheet: more of them cannot be read on A3. */
const MOST_ROWS = 56;

/**
 * The roadmap as drawings, one for each sheet: one row per project under its group, the working plan as a bar, the
 * approved plan as a thin one below it, deadlines as diamonds (red when the plan ends after them), today as a line.
 */
export function roadmapSvgs(
  view: RoadmapView,
  areas: readonly Omit<Area, 'id'>[],
  zoom: RoadmapZoom,
): (Pick<TimeSheet, 'from' | 'until'> & { svg: string })[] {
  const rows = areas.flatMap(({ name, projects }): Row[] => [
    { area: name },
    ...projects.map((project) => ({ project })),
  ]);
  const sheets = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return Array.from({ length: sheets }, (_, sheet) => rows.slice(sheet * MOST_ROWS, (sheet + 1) * MOST_ROWS)).flatMap(
    (part) =>
      timeSheets(view, zoom).map((time) => ({
        from: time.from,
        until: time.until,
        svg: drawing(time, view.today, part),
      })),
  );
}

function drawing(time: TimeSheet, today: string, rows: readonly Row[]): string {
  const span = Math.max(1, daysBetween(time.from, time.until));
  const x = (on: string): number =>
    NAMES + (Math.min(span, Math.max(0, daysBetween(time.from, on))) / span) * (WIDTH - NAMES - 10);
  const within = (on: string): boolean => on >= time.from && on <= time.until;
  const lines = rows.flatMap((row, index) => {
    const y = HEAD + index * ROW;
    if ('project' in row)
      return [label(18, y, `${row.project.id} ${row.project.name}`), ...barsOf(row.project, time, x, y)];
    const band = `<rect x="0" y="${y}" width="${WIDTH}" height="${ROW}" fill="${COLOURS.area}"/>`;
    return [band, label(6, y, row.area, 'bold')];
  });
  const height = HEAD + rows.length * ROW + 6;
  const upright = (on: string, colour: string, width: number): string => {
    const at = x(on).toFixed(1);
    return `<line x1="${at}" x2="${at}" y1="${HEAD - 10}" y2="${height}" stroke="${colour}" stroke-width="${width}"/>`;
  };
  const words = (on: string, y: number, size: number, text: string | number): string =>
    `<text x="${x(on).toFixed(1)}" y="${y}" font-size="${size}" fill="${COLOURS.text}">${text}</text>`;
  const ticks = time.ticks.map(({ on, label: text }) => upright(on, COLOURS.line, 0.5) + words(on, 31, 9, text));
  const years = yearsOf(time).map((year) => {
    const on = `${year}-01-01`;
    return upright(on, COLOURS.line, 1) + words(on, 18, 13, year);
  });
  // A sheet that begins within a year says which one, where there is room before the next.
  const [next = time.until] = yearsOf(time).map((year) => `${year}-01-01`);
  const begun = x(next) - NAMES > 40 ? words(time.from, 18, 13, time.from.slice(0, 4)) : '';
  const style = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Noto Sans"`;
  return `<svg ${style}>${ticks.join('')}${begun}${years.join('')}${lines.join('')}${within(today) ? upright(today, COLOURS.late, 1.5) : ''}</svg>`;
}

function yearsOf({ from, until }: TimeSheet): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => `${year}-01-01` >= from,
  );
}

const label = (x: number, y: number, text: string, weight = 'normal'): string =>
  `<text x="${x}" y="${y + 14}" font-size="12" font-weight="${weight}" fill="${COLOURS.text}">${escaped(shortened(text))}</text>`;

function barsOf(project: Area['projects'][number], time: TimeSheet, x: (on: string) => number, y: number): string[] {
  const bar = (from: string | null, until: string | null, top: number, height: number, colour: string): string[] => {
    if (from === null || until === null || until < time.from || from > time.until) return [];
    const [start, end] = [x(from), x(until)];
    const width = Math.max(2, end - start).toFixed(1);
    return [
      `<rect x="${start.toFixed(1)}" y="${y + top}" width="${width}" height="${height}" rx="2" fill="${colour}"/>`,
    ];
  };
  const isHere = ({ on }: { on: string }): boolean =>
    (time.first || on >= time.from) && (time.last || on <= time.until);
  const deadlines = project.deadlines.filter(isHere).map(({ on }) => {
    const colour = project.finish !== null && project.finish > on ? COLOURS.late : COLOURS.text;
    const [at, middle] = [x(on), y + 8];
    return `<path d="M${at.toFixed(1)} ${middle - 5}l5 5l-5 5l-5 -5z" fill="${colour}"/>`;
  });
  return [
    ...bar(project.start, project.finish, 3, 9, COLOURS.bar),
    ...bar(project.approvedStart, project.approvedFinish, 13, 3, COLOURS.approved),
    ...deadlines,
  ];
}
