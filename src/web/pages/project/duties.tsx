import { Link } from '@tanstack/react-router';
import type { ProjectAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { forceWord } from '../../plan/facts.ts';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Duties that the project meets, each with its true force: a duty that is only optional is never shown as "must". */
export function Duties({ answer }: { answer: ProjectAnswer }) {
  const { t } = useLanguage();
  const columns: Column<ProjectAnswer['obligations'][number]>[] = [
    {
      key: 'name',
      label: t.obligations.duty,
      rowHeader: true,
      cell: (row) => (
        <Link to="/belege/$kind/$id" params={{ kind: 'obligation', id: row.id }}>
          <German>{row.name}</German>
        </Link>
      ),
    },
    {
      key: 'law',
      label: t.obligations.legalBasis,
      short: t.obligations.law,
      cell: (row) => `${row.law} ${row.paragraph}`,
    },
    {
      key: 'force',
      label: t.obligations.force,
      cell: (row) => (
        <>
          {forceWord(row, t)}
          {row.condition && (
            <>
              : <German>{row.condition}</German>
            </>
          )}
        </>
      ),
    },
    { key: 'addressee', label: t.obligations.addressee, cell: (row) => <German>{row.addressee}</German> },
  ];
  return (
    <Section title={t.nav.obligations}>
      {(titleId) =>
        answer.obligations.length === 0 ? (
          <p className="fp-note">{t.sheet.noDuties}</p>
        ) : (
          <DataTable labelledBy={titleId} columns={columns} rows={answer.obligations} rowKey={(row) => row.id} />
        )
      }
    </Section>
  );
}
