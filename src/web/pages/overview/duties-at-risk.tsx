import { Link } from '@tanstack/react-router';
import type { ObligationRow, Overview } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Keyed } from '../../plan/keyed.tsx';
import { LightAndHelp } from '../../plan/light-and-help.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** A duty that one project covers is known by it; a law names many duties alike. */
function Name({ row }: { row: ObligationRow }) {
  const [project, ...more] = row.projects;
  if (project === undefined || more.length > 0) return <German>{row.name}</German>;
  return (
    <Link to="/projekte/$id" params={{ id: project.id }} title={row.name}>
      <German>{project.name}</German>
    </Link>
  );
}

function useColumns(illustrative: boolean): Column<ObligationRow>[] {
  const { t, f } = useLanguage();
  return [
    {
      key: 'name',
      label: t.obligations.duty,
      rowHeader: true,
      cell: (row) => (
        <Keyed id={row.projects[0]?.id ?? ''}>
          <Name row={row} />
        </Keyed>
      ),
    },
    {
      key: 'law',
      label: t.obligations.legalBasis,
      short: t.obligations.law,
      cell: (row) => (
        <Link to="/belege/$kind/$id" params={{ kind: 'obligation', id: row.id }}>
          {row.law} {row.paragraph}
        </Link>
      ),
    },
    {
      key: 'deadline',
      label: t.obligations.deadline,
      numeric: true,
      cell: (row) => (row.deadline ? f.date(row.deadline) : t.obligations.noDeadline),
    },
    {
      key: 'finish',
      label: t.obligations.plan,
      numeric: true,
      illustrative,
      cell: (row) => (row.finish ? f.date(row.finish) : t.obligations.uncovered),
    },
    {
      key: 'margin',
      term: 'margin',
      label: t.obligations.marginDays,
      short: t.obligations.margin,
      numeric: true,
      strong: true,
      cell: (row) => (row.marginDays === null ? '–' : f.number(row.marginDays)),
    },
    { key: 'light', label: t.light, cell: (row) => <LightAndHelp row={row} /> },
  ];
}

/** Duties whose deadline is near, missed or past. */
export function DutiesAtRisk({ overview }: { overview: Overview }) {
  const { t } = useLanguage();
  const columns = useColumns(overview.obligationsAtRisk.some((row) => row.illustrative));
  return (
    <Section
      title={t.overview.dutiesAtRisk}
      end={<Link to="/pflichten">{t.overview.allDuties(overview.obligationsWithDeadline)}</Link>}
    >
      {(titleId) =>
        overview.obligationsAtRisk.length === 0 ? (
          <p className="fp-note">{t.overview.noDutiesAtRisk}</p>
        ) : (
          <DataTable
            labelledBy={titleId}
            columns={columns}
            rows={overview.obligationsAtRisk}
            rowKey={(row) => `${row.id} ${row.projects.map((project) => project.id).join(' ')}`}
          />
        )
      }
    </Section>
  );
}
