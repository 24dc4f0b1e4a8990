import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { papersQuery } from '../../api/queries.ts';
import type { PaperRow } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { daysBetween } from '../../language/format.ts';
import { isOpen } from '../../plan/papers.ts';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

function useColumns(asOf: string): Column<PaperRow>[] {
  const { t, f, text } = useLanguage();
  return [
    {
      key: 'reference',
      label: t.papers.paper,
      rowHeader: true,
      noWrap: true,
      cell: (row) => (
        <Link to="/ratspost/$id" params={{ id: row.id }}>
          {row.reference}
        </Link>
      ),
    },
    {
      key: 'name',
      label: t.papers.subject,
      cell: (row) => (
        <>
          <German>{row.name}</German>
          <br />
          <span className="fp-muted">{row.nextStep ? text(row.nextStep.label) : t.papers.noNextStep}</span>
        </>
      ),
    },
    {
      key: 'next',
      label: t.papers.due,
      numeric: true,
      cell: (row) =>
        row.nextStep === null ? null : row.nextStep.on === null ? (
          t.dateMissing
        ) : (
          <>
            {f.date(row.nextStep.on)}
            <br />
            <span className="fp-muted">{t.inDays(daysBetween(asOf, row.nextStep.on))}</span>
          </>
        ),
    },
  ];
}

/** Papers of the council on which something is still to be done, the nearest date first. */
export function OpenPapers({ asOf }: { asOf: string }) {
  const { t } = useLanguage();
  const query = useQuery(papersQuery);
  const columns = useColumns(asOf);
  const date = (row: PaperRow): string => row.nextStep?.on ?? '9999';
  return (
    <Section title={t.overview.openPapers} end={<Link to="/ratspost">{t.overview.allPapers}</Link>}>
      {(titleId) => (
        <Loaded query={query}>
          {({ papers }) => {
            const open = papers.filter((paper) => isOpen(paper, asOf)).sort((a, b) => date(a).localeCompare(date(b)));
            if (open.length === 0) return <p className="fp-note">{t.overview.noOpenPapers}</p>;
            return (
              <DataTable
                labelledBy={titleId}
                columns={columns}
                rows={open.slice(0, 5)}
                rowKey={(row) => row.id}
                hideHead
                rigid
              />
            );
          }}
        </Loaded>
      )}
    </Section>
  );
}
