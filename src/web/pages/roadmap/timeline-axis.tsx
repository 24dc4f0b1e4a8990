import { memo } from 'react';
import type { RoadmapView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { addDays } from '../../language/format.ts';
import { dependencyArrows, ROW_HEIGHT } from './dependencies.ts';
import { placeFlags } from './flags.ts';
import type { Row } from './rows.ts';
import type { TimeScale } from './scale.ts';

export const HEAD_HEIGHT = 58;
/** Width of the flag of today, roughly, in pixels. */
const TODAY_WIDTH = 90;

/** Deadlines that are drawn across all rows: those that lie on the scale. */
function shared(view: RoadmapView, scale: TimeScale): RoadmapView['sharedDeadlines'] {
  return view.sharedDeadlines.filter((one) => one.on >= scale.from && one.on <= scale.until);
}

function Flags({ view, scale }: { view: RoadmapView; scale: TimeScale }) {
  const { t, f } = useLanguage();
  const today = scale.x(view.today);
  const visible = view.today >= scale.from && view.today <= scale.until;
  const labels = shared(view, scale).map((one) => ({
    x: scale.x(addDays(one.on, 1)),
    label: `${one.label} · ${f.date(one.on)}`,
  }));
  return (
    <>
      {placeFlags(labels, visible ? today + TODAY_WIDTH : 0).map((flag) => (
        <span
          key={flag.label}
          className="fp-tl__flag fp-tl__flag--law"
          data-right={flag.right}
          style={{ left: flag.x }}
        >
          {flag.label}
        </span>
      ))}
      {visible && (
        <span className="fp-tl__flag" style={{ left: today - 1 }}>
          {t.roadmap.today} {f.dayMonth(view.today)}
        </span>
      )}
    </>
  );
}

/** Column heads, the axis, and the flags of today and of shared deadlines; stays in sight while rows scroll. */
export const TimelineHead = memo(function TimelineHead({
  view,
  scale,
  narrow,
}: {
  view: RoadmapView;
  scale: TimeScale;
  narrow: boolean;
}) {
  const { t } = useLanguage();
  const heads = narrow ? [t.project] : [t.project, t.roadmap.kind, t.roadmap.lead, t.roadmap.state];
  return (
    <div role="row" aria-rowindex={1} className="fp-tl__row fp-tl__row--head">
      {heads.map((head, column) => (
        <div key={head} role="columnheader" className={`fp-tl__cell fp-tl__cell--${column}`}>
          {head}
        </div>
      ))}
      <div role="columnheader" className="fp-tl__plot">
        <span className="fp-sr">{t.roadmap.period}</span>
        <svg width={scale.width} height={HEAD_HEIGHT} aria-hidden="true">
          {scale.years.map((year) => (
            <text key={year.label} className="t-axy" x={year.x + 5} y="35">
              {year.label}
            </text>
          ))}
          {scale.ticks.map((tick) => (
            <g key={tick.x}>
              <line
                className={tick.year ? 'l-year' : 'l-grid'}
                x1={tick.x}
                x2={tick.x}
                y1={tick.year ? 22 : 40}
                y2="58"
              />
              <text className="t-ax" x={tick.middle} y="53" textAnchor="middle">
                {tick.label}
              </text>
            </g>
          ))}
        </svg>
        <span aria-hidden="true">
          <Flags view={view} scale={scale} />
        </span>
      </div>
    </div>
  );
});

/** Lines of months, quarters and years, below the bars. */
export const GridLines = memo(function GridLines({ scale, rows }: { scale: TimeScale; rows: number }) {
  const height = rows * ROW_HEIGHT;
  return (
    <svg className="fp-tl__under" width={scale.width} height={height} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <line key={tick.x} className={tick.year ? 'l-year' : 'l-grid'} x1={tick.x} x2={tick.x} y1="0" y2={height} />
      ))}
    </svg>
  );
});

/** Today, shared deadlines, and the dependencies of the chosen project, above the bars. */
export const TimelineLines = memo(function TimelineLines(props: {
  view: RoadmapView;
  rows: readonly Row[];
  chosen: string | undefined;
  scale: TimeScale;
}) {
  const { view, rows, chosen, scale } = props;
  const height = rows.length * ROW_HEIGHT;
  const today = scale.x(view.today);
  return (
    <svg className="fp-tl__over" width={scale.width} height={height} aria-hidden="true">
      {shared(view, scale).map((one) => {
        const x = scale.x(addDays(one.on, 1));
        return <line key={one.on} className="l-law" x1={x} x2={x} y1="0" y2={height} />;
      })}
      {view.frozenUntil && view.frozenUntil > scale.from && (
        <line className="l-frozen" x1={scale.x(view.frozenUntil)} x2={scale.x(view.frozenUntil)} y1="0" y2={height} />
      )}
      <line className="l-now" x1={today} x2={today} y1="0" y2={height} />
      {dependencyArrows(rows, chosen, scale).map((arrow) => (
        <g key={arrow.key}>
          <path className="l-dep" d={arrow.line} />
          <path className="f-dep" d={arrow.head} />
        </g>
      ))}
    </svg>
  );
});
