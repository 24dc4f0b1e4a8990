import { daysBetween } from '../../agenda/index.ts';
import type { RoadmapView } from '../../planning/index.ts';

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
/** A line of the drawing: an action field, or a project below it. */
type Row = { area: string } | { project: Area['projects'][number] };

/** Lines of one sheet: more of them cannot be read on A3. */
const MOST_ROWS = 56;

/**
 * The roadmap as drawings, one for each sheet: one row per project under its action field, the working plan as a bar,
 * the approved plan as a thin one below it, deadlines as diamonds (red when the plan ends after them), today as a line.
 */
export function roadmapSvgs(view: RoadmapView): string[] {
  const rows = view.areas.flatMap(({ name, projects }): Row[] => [
    { area: name },
    ...projects.map((project) => ({ project })),
  ]);
  const sheets = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return Array.from({ length: sheets }, (_, sheet) =>
    drawing(view, rows.slice(sheet * MOST_ROWS, (sheet + 1) * MOST_ROWS)),
  );
}

function drawing(view: RoadmapView, rows: readonly Row[]): string {
  const span = Math.max(1, daysBetween(view.from, view.until));
  const x = (on: string): number =>
    NAMES + (Math.min(span, Math.max(0, daysBetween(view.from, on))) / span) * (WIDTH - NAMES - 10);
  const lines = rows.flatMap((row, index) => {
    const y = HEAD + index * ROW;
    if ('project' in row) return [label(18, y, `${row.project.id} ${row.project.name}`), ...barsOf(row.project, x, y)];
    const band = `<rect x="0" y="${y}" width="${WIDTH}" height="${ROW}" fill="${COLOURS.area}"/>`;
    return [band, label(6, y, row.area, 'bold')];
  });
  const height = HEAD + rows.length * ROW + 6;
  const upright = (on: string, colour: string, width: number): string => {
    const at = x(on).toFixed(1);
    return `<line x1="${at}" x2="${at}" y1="${HEAD - 10}" y2="${height}" stroke="${colour}" stroke-width="${width}"/>`;
  };
  const years = yearsOf(view).map((year) => {
    const on = `${year}-01-01`;
    const text = `<text x="${x(on).toFixed(1)}" y="18" font-size="13" fill="${COLOURS.text}">${year}</text>`;
    return upright(on, COLOURS.line, 1) + text;
  });
  const style = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Noto Sans"`;
  return `<svg ${style}>${years.join('')}${lines.join('')}${upright(view.today, COLOURS.late, 1.5)}</svg>`;
}

function yearsOf({ from, until }: RoadmapView): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => `${year}-01-01` >= from,
  );
}

const label = (x: number, y: number, text: string, weight = 'normal'): string =>
  `<text x="${x}" y="${y + 14}" font-size="12" font-weight="${weight}" fill="${COLOURS.text}">${escaped(shortened(text))}</text>`;

function barsOf(project: Area['projects'][number], x: (on: string) => number, y: number): string[] {
  const bar = (from: string | null, until: string | null, top: number, height: number, colour: string): string[] => {
    if (from === null || until === null) return [];
    const [start, end] = [x(from), x(until)];
    const width = Math.max(2, end - start).toFixed(1);
    return [
      `<rect x="${start.toFixed(1)}" y="${y + top}" width="${width}" height="${height}" rx="2" fill="${colour}"/>`,
    ];
  };
  const deadlines = project.deadlines.map(({ on }) => {
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
