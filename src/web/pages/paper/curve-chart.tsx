import { useRef } from 'react';
import type { CurvePoint } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { daysBetween } from '../../language/format.ts';
import { useWidth } from '../../ui/use-width.ts';

const HEIGHT = 160;
const MARGIN = { left: 44, right: 12, top: 8, bottom: 22 };

/** Steps of round height, about four of them. */
function ticks(most: number): number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** Extra person-days over the day of the end, as steps: less is needed only from the next point on. The table says the same. */
export function CurveChart({ points }: { points: readonly CurvePoint[] }) {
  const { t, f } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const most = Math.max(...points.map(({ tenths }) => tenths)) / 10;
  const days = Math.max(1, daysBetween(first.finish, last.finish));
  const x = (iso: string): number =>
    MARGIN.left + (daysBetween(first.finish, iso) / days) * (width - MARGIN.left - MARGIN.right);
  const y = (value: number): number =>
    HEIGHT - MARGIN.bottom - (value / Math.max(1, most)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const line = points.map(({ finish, tenths }, i) =>
    i === 0 ? `M${x(finish)},${y(tenths / 10)}` : `H${x(finish)}V${y(tenths / 10)}`,
  );
  const years: string[] = [];
  for (let year = Number(first.finish.slice(0, 4)) + 1; year <= Number(last.finish.slice(0, 4)); year++)
    years.push(`${year}-01-01`);
  return (
    <div ref={frame} className="fp-curve">
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={t.asked.curve.chart}>
          {ticks(most).map((value) => (
            <g key={value}>
              <line className="fp-curve__grid" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(value)} y2={y(value)} />
              <text className="fp-curve__text" x={MARGIN.left - 6} y={y(value) + 4} textAnchor="end">
                {f.number(value)}
              </text>
            </g>
          ))}
          {years.map((day) => (
            <text key={day} className="fp-curve__text" x={x(day)} y={HEIGHT - 6}>
              {day.slice(0, 4)}
            </text>
          ))}
          <path className="fp-curve__line" d={line.join('')} />
        </svg>
      )}
    </div>
  );
}
