import { useState } from 'react';
import type { ProjectRow } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import type { ProjectColumn } from './columns.tsx';

export interface Selection {
  ids: readonly string[];
  clear: () => void;
  /** The column with the boxes, and the box in its head. */
  column: ProjectColumn;
  head: React.ReactNode;
}

/** Which of the projects that are shown are selected; what a filter hides is selected no longer. */
export function useSelection(shown: readonly ProjectRow[]): Selection {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = shown.filter((row) => chosen.has(row.id)).map((row) => row.id);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const all = ids.length === shown.length && shown.length > 0;
  const box = (label: string, checked: boolean, onChange: () => void) => (
    <input type="checkbox" className="fp-tick" aria-label={label} checked={checked} onChange={onChange} />
  );
  return {
    ids,
    clear: () => setChosen(new Set()),
    head: box(t.portfolio.selectAll, all, () => setChosen(all ? new Set() : new Set(shown.map((row) => row.id)))),
    column: {
      key: 'select',
      label: t.portfolio.select,
      className: 'fp-noprint',
      cell: (row) => box(t.portfolio.selectOne(`${row.id} ${row.name}`), chosen.has(row.id), () => toggle(row.id)),
      plain: () => null,
    },
  };
}
