import { Link } from '@tanstack/react-router';
import type { CoverageRow, CoverageView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { ScrollArea } from '../../ui/section.tsx';
import { bindingWord, RowName } from './words.tsx';

type Project = CoverageView['projects'][number];

function MatrixRow({ row, projects }: { row: CoverageRow; projects: readonly Project[] }) {
  const { t, f } = useLanguage();
  const served = new Set(row.projects);
  const gap = row.required && row.projects.length === 0;
  return (
    <tr>
      <th scope="row" className="fp-cover__name">
        <span className={row.kind === 'strategyGoal' ? 'fp-cover__goal' : undefined}>
          <RowName row={row} />
        </span>
        <span className="fp-cover__basis">
          <German>{row.basis}</German>
        </span>
      </th>
      <td className="fp-cover__force">{bindingWord(row, t)}</td>
      <td className="fp-cover__force">
        {gap ? <strong>{t.coverage.noProject}</strong> : f.number(row.projects.length)}
      </td>
      {projects.map(({ id }) => (
        <td key={id} className="fp-cover__cell">
          {served.has(id) && (
            <>
              <span aria-hidden="true" className="fp-cover__dot" />
              <span className="fp-sr">{t.coverage.served}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

/** Rows of the register against projects; a dot stands where the project serves the row. */
export function Matrix(props: { titleId: string; rows: readonly CoverageRow[]; projects: readonly Project[] }) {
  const { titleId, rows, projects } = props;
  const { t } = useLanguage();
  return (
    <ScrollArea labelledBy={titleId}>
      <table className="fp-cover" aria-labelledby={titleId}>
        <thead>
          <tr>
            <th scope="col" className="fp-cover__name">
              {t.coverage.row}
            </th>
            <th scope="col" className="fp-cover__force">
              {t.obligations.force}
            </th>
            <th scope="col" className="fp-cover__force">
              {t.coverage.count}
            </th>
            {projects.map(({ id, name }) => (
              <th key={id} scope="col" className="fp-cover__cell fp-cover__project">
                <Link to="/projekte/$id" params={{ id }} title={name} aria-label={`${id} ${name}`}>
                  {id}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={`${row.kind} ${row.key}`} row={row} projects={projects} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
