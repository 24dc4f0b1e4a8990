import { Arrow } from '../../ui/arrow.tsx';
import { type Column, HeadLabel } from '../../ui/table.tsx';

/** Head of a column that sorts: up, then down. */
export function SortHead<Row>(props: {
  column: Column<Row>;
  active: boolean;
  down: boolean;
  onSort: (order: { ab: true | undefined }) => void;
}) {
  const { column, active, down, onSort } = props;
  return (
    <button type="button" className="fp-sort" onClick={() => onSort({ ab: active && !down ? true : undefined })}>
      <HeadLabel column={column} />
      {active && <Arrow down={down} />}
    </button>
  );
}
