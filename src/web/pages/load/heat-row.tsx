import { memo, type ReactNode } from 'react';
import type { LoadRow, OfferRow } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { heatStep } from '../../plan/heat.ts';
import { German, IllustrativeMark } from '../../ui/marks.tsx';
import type { GridPosition } from './grid-key.ts';

/** A cell of the map: of a team, or of a partner's offer with a quota. */
export type HeatCell = { team: string; month: string } | { offer: string; month: string };

interface RowProps {
  index: number;
  /** The column that the Tab key leads to, if it is in this row. */
  reached: number | null;
  /** Month that is chosen in this row. */
  pressed: string | null;
  onReach: (at: GridPosition) => void;
  onChoose: (cell: HeatCell) => void;
}

function Cells(
  props: Omit<RowProps, 'onChoose'> & {
    cells: readonly { month: string; percent: number; shown: ReactNode; label: string }[];
    onChoose: (month: string) => void;
  },
) {
  const { index, reached, pressed, onReach, onChoose, cells } = props;
  return cells.map(({ month, percent, shown, label }, column) => (
    <td key={month}>
      <button
        type="button"
        data-cell={`${index} ${column}`}
        className={`fp-heat-${heatStep(percent)}`}
        tabIndex={reached === column ? 0 : -1}
        aria-pressed={pressed === month}
        aria-label={label}
        onFocus={() => onReach({ row: index, column })}
        onClick={() => onChoose(month)}
      >
        {shown}
      </button>
    </td>
  ));
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

/** A team's months. Remembered: choosing a cell draws two rows anew, and not those of sixty teams. */
export const TeamLine = memo(function TeamLine({ row, onChoose, ...props }: RowProps & { row: LoadRow }) {
  const { t, f } = useLanguage();
  const cells = row.cells.map(({ month, percent }) => ({
    month,
    percent,
    shown: percent,
    label: t.load.cell(row.shortName, f.monthLong(month), f.percent(percent)),
  }));
  return (
    <tr>
      <TeamHead row={row} />
      <td className="fp-num">{f.number(Math.round(row.yearTenths / 10))}</td>
      <Cells {...props} cells={cells} onChoose={(month) => onChoose({ team: row.team, month })} />
    </tr>
  );
});

/** What a partner's quota serves, month by month: projects at the same time. */
export const OfferLine = memo(function OfferLine({ row, onChoose, ...props }: RowProps & { row: OfferRow }) {
  const { t, f } = useLanguage();
  const words = t.capacity;
  const cells = row.cells.map(({ month, percent, served, quota }) => ({
    month,
    percent,
    shown: quota === 0 && served === 0 ? '–' : served,
    label: words.quotaCell(
      row.partnerName,
      f.monthLong(month),
      quota === 0 && served === 0 ? words.quotaNotYet : words.quotaServed(served, quota),
    ),
  }));
  return (
    <tr>
      <th scope="row" title={`${row.partnerName}, ${row.name}`}>
        <span className="fp-strong">
          <German>{row.partnerName}</German>
        </span>
        <small>
          <German>{row.name}</German>
        </small>
      </th>
      <td className="fp-num">
        {f.number(row.quota)}
        {row.illustrative && <IllustrativeMark />}
      </td>
      <Cells {...props} cells={cells} onChoose={(month) => onChoose({ offer: row.offer, month })} />
    </tr>
  );
});
