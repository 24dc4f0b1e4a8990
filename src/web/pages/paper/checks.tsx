import type { CheckResult } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

const shapes = { met: 'ok', notMet: 'bad', notApplicable: 'off' } as const;

/** Statutory and formal checks: the records give a hint, a person decides. */
export function Checks({ checks }: { checks: readonly CheckResult[] }) {
  const { t, f, text } = useLanguage();
  const columns: Column<CheckResult>[] = [
    { key: 'question', label: t.paper.check, rowHeader: true, cell: (row) => text(row.question) },
    {
      key: 'paragraph',
      label: t.obligations.legalBasis,
      short: t.obligations.law,
      cell: (row) => row.paragraph || '–',
    },
    { key: 'hint', label: t.paper.hint, cell: (row) => text(row.hint) },
    {
      key: 'decision',
      label: t.paper.decision,
      cell: (row) =>
        row.decision === null ? (
          <Signal shape="off">{t.paper.undecided}</Signal>
        ) : (
          <>
            <Signal shape={shapes[row.decision.decision]}>{t.paper.decisions[row.decision.decision]}</Signal>
            <br />
            <German>{row.decision.reason}</German>
            <br />
            <span className="fp-muted">
              {row.decision.by}, {f.date(row.decision.on)}
            </span>
          </>
        ),
    },
  ];
  if (checks.length === 0) return null;
  return (
    <Section title={t.paper.checks} gap end={<span className="fp-note">{t.paper.checksNote}</span>}>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={checks} rowKey={(row) => row.check} />}
    </Section>
  );
}
