import { type CSSProperties, type KeyboardEvent, memo, useRef, useState } from 'react';
import type { LoadRow, LoadView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { heatStep } from '../../plan/heat.ts';
import { IllustrativeMark } from '../../ui/marks.tsx';
import { useSteady } from '../../ui/use-steady.ts';
import { gridKey } from './grid-key.ts';

interface Cell {
  team: string;
  month: string;
}

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

/** Unit, posts and line work of a team. */
function TeamHead({ row }: { row: LoadRow }) {
  const { t, f } = useLanguage();
  const facts = [
    row.fte === null ? null : t.load.posts(f.number(row.fte, 1)),
    row.linePercent === null ? null : t.load.linePercent(f.percent(Math.round(row.linePercent))),
  ].filter((fact) => fact !== null);
  return (
    <th scope="row" title={`${row.name}, ${row.unitName}`}>
      <abbr title={row.name} className="fp-abbr fp-strong">
        {row.shortName}
      </abbr>
      <span className="fp-heat__unit"> {row.unitName}</span>
      <small>{facts.length > 0 ? facts.join(', ') : row.name}</small>
    </th>
  );
}

/** A team's months. Remembered, as choosing a cell draws its own row anew and not those of sixty teams. */
const HeatRow = memo(function HeatRow(props: {
  row: LoadRow;
  index: number;
  /** The column that the Tab key leads to, if it is in this row. */
  reached: number | null;
  pressed: string | null;
  onReach: (at: { row: number; column: number }) => void;
  onChoose: (team: string, month: string) => void;
}) {
  const { row, index, reached, pressed, onReach, onChoose } = props;
  const { t, f } = useLanguage();
  return (
    <tr>
      <TeamHead row={row} />
      <td className="fp-num">{f.number(Math.round(row.yearTenths / 10))}</td>
      {row.cells.map((cell, column) => (
        <td key={cell.month}>
          <button
            type="button"
            data-cell={`${index} ${column}`}
            className={`fp-heat-${heatStep(cell.percent)}`}
            tabIndex={reached === column ? 0 : -1}
            aria-pressed={pressed === cell.month}
            aria-label={t.load.cell(row.shortName, f.monthLong(cell.month), f.percent(cell.percent))}
            onFocus={() => onReach({ row: index, column })}
            onClick={() => onChoose(row.team, cell.month)}
          >
            {cell.percent}
          </button>
        </td>
      ))}
    </tr>
  );
});

/** Load of teams by month as a grid: arrows move, Enter shows what lies behind a cell. */
export function HeatMap(props: {
  view: LoadView;
  labelledBy: string;
  chosen: Cell | undefined;
  onChoose: (team: string, month: string) => void;
}) {
  const { view, labelledBy, chosen } = props;
  const onChoose = useSteady(props.onChoose);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(() => ({
    row: Math.max(
      view.rows.findIndex((row) => row.team === chosen?.team),
      0,
    ),
    column: Math.max(chosen ? view.months.indexOf(chosen.month) : 0, 0),
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = gridKey(at, { rows: view.rows.length, columns: view.months.length }, event.key, event.ctrlKey);
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
        <tbody>
          {view.rows.map((row, index) => (
            <HeatRow
              key={row.team}
              row={row}
              index={index}
              reached={at.row === index ? at.column : null}
              pressed={chosen?.team === row.team ? chosen.month : null}
              onReach={setAt}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
