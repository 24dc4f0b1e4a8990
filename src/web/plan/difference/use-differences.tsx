import { Link } from '@tanstack/react-router';
import type { DutyDifference, PlanDifference } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Duties with a deadline that gain or lose margin. */
export function DutyDifferences({ rows }: { rows: readonly DutyDifference[] }) {
  const { t, f } = useLanguage();
  const words = t.comparison;
  const days = (value: number | null) => (value === null ? words.notPlanned : f.number(value));
  const columns: Column<DutyDifference>[] = [
    {
      key: 'duty',
      label: words.duty,
      rowHeader: true,
      cell: (row) => <German>{`${row.law} ${row.paragraph}: ${row.name}`}</German>,
    },
    {
      key: 'project',
      label: t.project,
      cell: (row) => (
        <Link to="/projekte/$id" params={{ id: row.project }}>
          {row.project}
        </Link>
      ),
    },
    { key: 'deadline', label: words.deadline, numeric: true, cell: (row) => f.date(row.deadline) },
    { key: 'before', label: words.marginBefore, numeric: true, cell: (row) => days(row.before) },
    { key: 'after', label: words.marginAfter, numeric: true, strong: true, cell: (row) => days(row.after) },
  ];
  return (
    <Section title={words.duties} gap>
      {(titleId) =>
        rows.length === 0 ? (
          <p className="fp-muted">{words.noDuties}</p>
        ) : (
          <DataTable
            labelledBy={titleId}
            columns={columns}
            rows={rows}
            rowKey={(row) => `${row.obligation} ${row.project}`}
          />
        )
      }
    </Section>
  );
}

type TeamRow = PlanDifference['teams'][number];

/** Teams with other work, or with a fullest month that is another. */
export function TeamDifferences({ rows }: { rows: readonly TeamRow[] }) {
  const { t, f } = useLanguage();
  const words = t.comparison;
  const peak = (one: TeamRow['before']) =>
    one === null ? '–' : words.peak(f.percent(one.percent), f.monthLong(one.month));
  const columns: Column<TeamRow>[] = [
    { key: 'team', label: words.team, rowHeader: true, cell: (row) => <German>{row.name}</German> },
    { key: 'before', label: words.peakBefore, cell: (row) => peak(row.before) },
    { key: 'after', label: words.peakAfter, cell: (row) => peak(row.after) },
    { key: 'work', label: words.workBefore, numeric: true, cell: (row) => f.days(row.beforeTenths) },
    { key: 'workAfter', label: words.workAfter, numeric: true, cell: (row) => f.days(row.afterTenths) },
  ];
  return (
    <Section title={words.teams} gap>
      {(titleId) =>
        rows.length === 0 ? (
          <p className="fp-muted">{words.noTeams}</p>
        ) : (
          <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => row.team} />
        )
      }
    </Section>
  );
}

type MoneyRow = PlanDifference['money'][number]['years'][number] & { line: string; name: string };

/** What the projects spend by budget line and fiscal year. */
export function MoneyDifferences({ money }: { money: PlanDifference['money'] }) {
  const { t, f } = useLanguage();
  const words = t.comparison;
  const rows = money.flatMap(({ budgetLine, name, years }) =>
    years.map((one): MoneyRow => ({ ...one, line: budgetLine, name })),
  );
  const columns: Column<MoneyRow>[] = [
    {
      key: 'year',
      label: t.year,
      rowHeader: true,
      cell: (row) => (
        <>
          {row.year} {money.length > 1 && <German>{row.name}</German>}
        </>
      ),
    },
    { key: 'before', label: words.before, numeric: true, cell: (row) => f.thousands(row.before) },
    { key: 'after', label: words.after, numeric: true, cell: (row) => f.thousands(row.after) },
    {
      key: 'difference',
      label: words.difference,
      numeric: true,
      strong: true,
      cell: (row) => f.signed(Math.round((row.after - row.before) / 100_000)),
    },
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={words.money} gap>
      {(titleId) => (
        <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => `${row.line} ${row.year}`} />
      )}
    </Section>
  );
}
