import { Link } from '@tanstack/react-router';
import type { CoverageRow, CoverageView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { bindingWord, RowName } from './words.tsx';

type Project = CoverageView['projects'][number];

function Projects({ row, names }: { row: CoverageRow; names: ReadonlyMap<string, string> }) {
  const { t } = useLanguage();
  const ids = row.projects.filter((id) => names.has(id));
  if (row.projects.length === 0) return row.required ? <strong>{t.coverage.noProject}</strong> : '–';
  if (ids.length === 0) return '–';
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link to="/projekte/$id" params={{ id }} title={names.get(id)}>
        {id}
      </Link>
    </span>
  ));
}

/** The same content as the grid, one row per norm or goal with its projects: for narrow windows and for reading aloud. */
export function CoverageList(props: { titleId: string; rows: readonly CoverageRow[]; projects: readonly Project[] }) {
  const { titleId, rows, projects } = props;
  const { t } = useLanguage();
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const columns: Column<CoverageRow>[] = [
    {
      key: 'name',
      label: t.coverage.row,
      short: t.obligations.duty,
      rowHeader: true,
      cell: (row) => <RowName row={row} />,
    },
    {
      key: 'basis',
      label: t.coverage.basis,
      short: t.coverage.basisShort,
      cell: (row) => <German>{row.basis}</German>,
    },
    { key: 'force', label: t.obligations.force, cell: (row) => bindingWord(row, t) },
    { key: 'projects', label: t.coverage.count, cell: (row) => <Projects row={row} names={names} /> },
  ];
  return <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => `${row.kind} ${row.key}`} />;
}
