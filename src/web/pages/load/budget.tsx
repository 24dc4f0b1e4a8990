import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BudgetRow, FollowUpYear, LoadView } from '../../../planning/index.ts';
import { meQuery } from '../../api/queries.ts';
import { type LanguageContext, useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Swatches } from '../../ui/swatches.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Running costs, projects and what is left, on one scale over all years. */
function Use({ row, most }: { row: BudgetRow; most: number }) {
  const total = row.runningCents + row.plannedCents + Math.max(row.freeCents, 0);
  return (
    <span className="fp-bud" aria-hidden="true" style={{ width: `${most > 0 ? (100 * total) / most : 0}%` }}>
      <i className="r" style={{ flex: row.runningCents }} />
      <i className="p" style={{ flex: row.plannedCents }} />
      <i className="f" style={{ flex: Math.max(row.freeCents, 0) }} />
    </span>
  );
}

function Meaning() {
  const { running, projects, free } = useLanguage().t.budget;
  return (
    <Swatches
      of={[
        ['fp-sw--upkeep', running],
        ['fp-sw--spent', projects],
        ['fp-sw--free', free],
      ]}
    />
  );
}

/** What may be bound of later years' money, and what the plan binds. */
function commitmentColumns(
  { t, f }: Pick<LanguageContext, 't' | 'f'>,
  money: Partial<Column<BudgetRow>>,
): Column<BudgetRow>[] {
  const cents = (amount: number | undefined) => (amount === undefined ? '–' : f.thousands(amount));
  return [
    {
      key: 'authorised',
      label: t.capacity.authorised,
      ...money,
      cell: ({ commitments }) => cents(commitments?.authorisedCents),
    },
    { key: 'bound', label: t.capacity.bound, ...money, cell: ({ commitments }) => cents(commitments?.boundCents) },
  ];
}

/** Money for projects per fiscal year. */
export function Budget({ line }: { line: LoadView['budgetLines'][number] }) {
  const { t, f } = useLanguage();
  const { data: me } = useQuery(meQuery);
  const most = Math.max(
    ...line.years.map((row) => row.runningCents + row.plannedCents + Math.max(row.freeCents, 0)),
    1,
  );
  const money = {
    numeric: true,
    illustrative: line.years.some((row) => row.illustrative),
  };
  const columns: Column<BudgetRow>[] = [
    {
      key: 'year',
      label: t.year,
      rowHeader: true,
      noWrap: true,
      cell: (row) => (
        <>
          {row.year} {row.status !== 'adopted' && <span className="fp-muted">{t.budget.status[row.status]}</span>}
        </>
      ),
    },
    { key: 'amount', label: t.budget.amount, ...money, cell: (row) => f.thousands(row.amountCents) },
    { key: 'carried', label: t.budget.carriedIn, ...money, cell: (row) => f.thousands(row.carriedInCents) },
    {
      key: 'use',
      label: t.budget.use,
      hiddenLabel: true,
      className: 'fp-w-bar',
      cell: (row) => <Use row={row} most={most} />,
    },
    { key: 'running', label: t.budget.runningShort, ...money, cell: (row) => f.thousands(row.runningCents) },
    { key: 'projects', label: t.budget.projects, ...money, cell: (row) => f.thousands(row.plannedCents) },
    {
      key: 'free',
      label: t.budget.freeShort,
      ...money,
      strong: true,
      cell: (row) => f.thousands(row.freeCents),
    },
    ...(line.years.some(({ commitments }) => commitments) ? commitmentColumns({ t, f }, money) : []),
  ];
  return (
    <Section
      gap
      title={
        <>
          <German>{line.name}</German> {t.budget.perYear}
        </>
      }
      end={<Meaning />}
    >
      {(titleId) => (
        <>
          <DataTable labelledBy={titleId} columns={columns} rows={line.years} rowKey={(row) => row.year} />
          {me?.permissions.includes('writeCapacity') && (
            <p className="fp-foot">
              <Link to="/auslastung/budget/$id" params={{ id: line.id }}>
                {t.capacity.editBudget}
              </Link>
            </p>
          )}
        </>
      )}
    </Section>
  );
}

/** What remains to be paid each year after projects have ended. */
export function FollowUp({ years }: { years: readonly FollowUpYear[] }) {
  const { t, f } = useLanguage();
  const columns: Column<FollowUpYear>[] = [
    { key: 'year', label: t.year, rowHeader: true, cell: (row) => row.year },
    { key: 'cents', label: t.capacity.followUpYear, numeric: true, cell: (row) => f.thousands(row.cents) },
    { key: 'projects', label: t.capacity.followUpProjects, cell: (row) => f.list(row.projects) || '–' },
  ];
  if (years.length === 0) return null;
  return (
    <Section title={t.capacity.followUp} gap>
      {(titleId) => (
        <>
          <DataTable labelledBy={titleId} columns={columns} rows={years} rowKey={(row) => row.year} />
          <p className="fp-foot">{t.capacity.followUpRule}</p>
        </>
      )}
    </Section>
  );
}
