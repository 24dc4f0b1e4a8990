import { Link } from '@tanstack/react-router';
import type { CoverageRow } from '../../../planning/index.ts';
import type { Messages } from '../../language/de.ts';
import { forceWord } from '../../plan/facts.ts';
import { German } from '../../ui/marks.tsx';

/** How strongly a row binds the city; "must" only where the register says it of a norm in force. */
export function bindingWord(row: CoverageRow, t: Messages): string {
  const status = row.expired ? 'expired' : 'inForce';
  if (row.force !== null) return forceWord({ force: row.force, status, inForce: row.inForce }, t);
  if (row.expired) return t.expired;
  return row.required ? t.coverage.binding : t.coverage.notBinding;
}

/** Name of a row, linked to its record. */
export function RowName({ row }: { row: CoverageRow }) {
  const kind = row.kind === 'obligation' ? 'obligation' : 'strategy';
  return (
    <Link to="/belege/$kind/$id" params={{ kind, id: row.id }}>
      <German>{row.name}</German>
    </Link>
  );
}
