import type { RoadmapView } from '../../../planning/index.ts';
import { addDays } from '../../language/format.ts';
import type { Row } from './rows.ts';
import type { TimeScale } from './scale.ts';

/** Height of a row and of the head, width of the names, in SVG units. */
const ROW = 22;
const HEAD = 44;
const NAMES = 300;

const fills = { mandatory: '#171a2b', prerequisite: '#575d7e', decided: '#b7bbd6', optional: '#ffffff' } as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The timeline as an SVG file that needs nothing else: rows as they are shown, bars, the approved plan as outline,
 * deadlines and today.
 */
export function roadmapSvg(view: RoadmapView, rows: readonly Row[], scale: TimeScale, title: string): string {
  const width = NAMES + scale.width;
  const height = HEAD + rows.length * ROW + 8;
  const x = (iso: string): number => NAMES + scale.x(iso);
  const box = (from: string, to: string): string => `x="${x(from)}" width="${x(addDays(to, 1)) - x(from)}"`;
  const text = (left: number, top: number, words: string, more = ''): string =>
    `<text x="${left}" y="${top}" ${more}>${escaped(words)}</text>`;
  const axis = [
    ...scale.years.map((year) => text(NAMES + year.x + 4, 16, year.label, 'font-weight="600"')),
    ...scale.ticks.map(
      (tick) =>
        `<line x1="${NAMES + tick.x}" x2="${NAMES + tick.x}" y1="22" y2="${height}" stroke="#d5d7e6"/>${text(NAMES + tick.middle, 36, tick.label, 'text-anchor="middle" font-size="10"')}`,
    ),
  ];
  const lines = rows.flatMap((row, i) => {
    const top = HEAD + i * ROW;
    if (row.kind === 'area') return [text(8, top + 15, row.area.name, 'font-weight="600"')];
    const { project } = row;
    return [
      text(20, top + 15, `${project.id} ${project.shortName}`),
      ...(project.approvedStart && project.approvedFinish
        ? [
            `<rect ${box(project.approvedStart, project.approvedFinish)} y="${top + 3}" height="16" fill="none" stroke="#8085a8"/>`,
          ]
        : []),
      ...project.bars.map(
        (bar) =>
          `<rect ${box(bar.start, bar.finish)} y="${top + 6}" height="10" fill="${fills[project.commitmentClass]}" stroke="#575d7e"/>`,
      ),
      ...project.deadlines.map(({ on, kind }) => {
        const at = Math.max(NAMES + 1, x(addDays(on, 1))); // a day long past stands at the edge
        return `<line x1="${at}" x2="${at}" y1="${top + 1}" y2="${top + 21}" stroke="#171a2b" stroke-width="${kind === 'statutory' ? 2 : 1}"/>`;
      }),
    ];
  });
  const today = x(view.today);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Fira Sans, sans-serif" font-size="12" fill="#171a2b" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...axis,
    ...lines,
    `<line x1="${today}" x2="${today}" y1="22" y2="${height}" stroke="#1f44b0" stroke-width="1.5"/>`,
    '</svg>',
  ].join('\n');
}
