import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { LoadView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { IllustrativeMark } from '../../ui/marks.tsx';
import { useSteady } from '../../ui/use-steady.ts';
import { type GridPosition, gridKey } from './grid-key.ts';
import { type HeatCell, OfferLine, TeamLine } from './heat-row.tsx';

/** Months grouped by year, for the first line of the head. */
function years(months: readonly string[]): { year: string; count: number }[] {
  return [...Map.groupBy(months, (month) => month.slice(0, 4))].map(([year, list]) => ({ year, count: list.length }));
}

function Head({ view }: { view: LoadView }) {
  const { t, f } = useLanguage();
  return (
    <thead>
      <tr>
        <th className="fp-heat__left" rowSpan={2} scope="col">
          {t.load.team}
        </th>
        <th className="fp-num" rowSpan={2} scope="col">
          {t.load.daysPerYear}
          {view.rows.some((row) => row.illustrative) && <IllustrativeMark />}
        </th>
        {years(view.months).map(({ year, count }) => (
          <th key={year} className="fp-heat__year" colSpan={count} scope="colgroup">
            {year}
          </th>
        ))}
      </tr>
      <tr>
        {view.months.map((month) => (
          <th key={month} scope="col">
            <abbr title={f.monthLong(month)} className="fp-abbr">
              {f.monthLetter(month)}
            </abbr>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Where the chosen cell lies: teams first, then the offers with a quota. */
function positionOf(view: LoadView, chosen: HeatCell | undefined): GridPosition {
  if (chosen === undefined) return { row: 0, column: 0 };
  const row =
    'team' in chosen
      ? view.rows.findIndex(({ team }) => team === chosen.team)
      : view.rows.length + view.offers.findIndex(({ offer }) => offer === chosen.offer);
  return { row: Math.max(row, 0), column: Math.max(view.months.indexOf(chosen.month), 0) };
}

/** The rows of the map: teams, then the offers with a quota. */
function Lines(props: {
  view: LoadView;
  at: GridPosition;
  chosen: HeatCell | undefined;
  onReach: (at: GridPosition) => void;
  onChoose: (cell: HeatCell) => void;
}) {
  const { view, at, chosen, onReach, onChoose } = props;
  const { t } = useLanguage();
  const line = (index: number) => ({ index, reached: at.row === index ? at.column : null, onReach, onChoose });
  const team = chosen && 'team' in chosen ? chosen.team : undefined;
  const offer = chosen && 'offer' in chosen ? chosen.offer : undefined;
  const month = chosen?.month ?? null;
  return (
    <>
      <tbody>
        {view.rows.map((row, index) => (
          <TeamLine key={row.team} row={row} {...line(index)} pressed={team === row.team ? month : null} />
        ))}
      </tbody>
      {view.offers.length > 0 && (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={2 + view.months.length} className="fp-heat__group">
              {t.capacity.quotas}
            </th>
          </tr>
          {view.offers.map((row, place) => (
            <OfferLine
              key={row.offer}
              row={row}
              {...line(view.rows.length + place)}
              pressed={offer === row.offer ? month : null}
            />
          ))}
        </tbody>
      )}
    </>
  );
}

/** Load of teams by month, and the quotas of partners, as a grid: arrows move, Enter shows what lies behind a cell. */
export function HeatMap(props: {
  view: LoadView;
  labelledBy: string;
  chosen: HeatCell | undefined;
  onChoose: (cell: HeatCell) => void;
}) {
  const { view, labelledBy, chosen } = props;
  const onChoose = useSteady(props.onChoose);
  const table = useRef<HTMLTableElement>(null);
  const lines = view.rows.length + view.offers.length;
  const [at, setAt] = useState(() => positionOf(view, chosen));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = gridKey(at, { rows: lines, columns: view.months.length }, event.key, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <div className="fp-x fp-heat__area">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by arrows is a grid (APG).
        role="grid"
        className="fp-heat"
        style={{ '--fp-months': view.months.length } as CSSProperties}
        aria-labelledby={labelledBy}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col className="fp-heat__team" />
          <col className="fp-heat__days" />
        </colgroup>
        <Head view={view} />
        <Lines view={view} at={at} chosen={chosen} onReach={setAt} onChoose={onChoose} />
      </table>
    </div>
  );
}
