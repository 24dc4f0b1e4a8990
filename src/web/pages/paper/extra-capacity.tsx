import type { ExtraCapacity as Extra } from '../../../planning/index.ts';
import { useEvidence } from '../../evidence/context.tsx';
import { PlanDate, PlanFigure } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import { createFormat } from '../../language/format.ts';
import { useNames } from '../../plan/names.ts';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

const german = createFormat('de');

function TeamTable({ extra, titleId }: { extra: Extra; titleId: string }) {
  const { t, f } = useLanguage();
  const { illustrative } = useEvidence();
  const bounded = extra.teams.some((team) => team.atLeastTenths !== undefined);
  const months = [...new Set(extra.teams.flatMap((team) => team.months.map((one) => one.month)))].sort();
  const columns: Column<Extra['teams'][number]>[] = [
    { key: 'team', label: t.load.team, rowHeader: true, strong: true, cell: (row) => row.team },
    {
      key: 'sum',
      label: `${t.sum}, ${t.units.personDays}`,
      short: t.sum,
      numeric: true,
      strong: true,
      illustrative,
      cell: (row) => (
        <PlanFigure field="extra.teams" value={`${german.days(row.tenths)}\u00a0PT`}>
          {f.days(row.tenths, true)}
        </PlanFigure>
      ),
    },
    ...(bounded
      ? [
          {
            key: 'least',
            label: t.paper.extraLeast.atLeast,
            numeric: true,
            illustrative,
            cell: (row: Extra['teams'][number]) => f.days(row.atLeastTenths ?? 0, true),
          },
        ]
      : []),
    ...months.map(
      (month): Column<Extra['teams'][number]> => ({
        key: month,
        label: f.month(month),
        numeric: true,
        cell: (row) => {
          const cell = row.months.find((one) => one.month === month);
          return cell && cell.tenths > 0 ? f.days(cell.tenths, true) : '–';
        },
      }),
    ),
  ];
  return (
    <ScrollArea labelledBy={titleId}>
      <DataTable labelledBy={titleId} columns={columns} rows={extra.teams} rowKey={(row) => row.team} tight />
    </ScrollArea>
  );
}

function Money({ extra }: { extra: Extra }) {
  const { t, f } = useLanguage();
  return extra.money.map((line) => (
    <p key={line.budgetLine} className="fp-gap">
      {t.paper.extraMoney}{' '}
      <PlanFigure field="extra.money" value={`${german.thousands(line.cents)}\u00a0T€`} marked>
        {f.thousands(line.cents)}
      </PlanFigure>{' '}
      {t.units.thousandEuros}:{' '}
      {line.years.map((year) => `${year.year} ${f.thousands(year.cents)} ${t.units.thousandEuros}`).join(', ')}.
      {line.atLeastCents !== undefined &&
        ` ${t.paper.extraLeast.money(`${f.thousands(line.atLeastCents)} ${t.units.thousandEuros}`)}`}
    </p>
  ));
}

/** What must be allowed to be bound of later years' money. */
function Authorisations({ extra }: { extra: Extra }) {
  const { t, f } = useLanguage();
  const nameOf = useNames();
  return (extra.authorisations ?? []).map((line) => (
    <p key={line.budgetLine} className="fp-gap">
      {t.paper.extraAuthorisation(
        nameOf('budgetLine', line.budgetLine),
        f.list(line.years.map((one) => `${one.year} ${f.thousands(one.cents)} ${t.units.thousandEuros}`)),
      )}
    </p>
  ));
}

/** What no plan gets by without, where somebody looked for it. */
function Least({ extra }: { extra: Extra }) {
  const { t, f } = useLanguage();
  const bounded = extra.atLeastTenths !== undefined || extra.money.some((line) => line.atLeastCents !== undefined);
  if (!bounded) return null;
  if (extra.avoidable) return <p className="fp-muted fp-gap">{t.paper.extraLeast.avoidable}</p>;
  const all = extra.teams.length > 1 && extra.atLeastTenths;
  return (
    <p className="fp-muted fp-gap">
      {t.paper.extraLeast.meaning}
      {all ? ` ${t.paper.extraLeast.allTeams(f.days(all, true))}` : null}
    </p>
  );
}

/** Capacity by team and month and money by year that would make an early start fit on top of the plan as it is. */
export function ExtraCapacity({ extra }: { extra: Extra }) {
  const { t } = useLanguage();
  return (
    <Section
      title={t.paper.extra}
      gap
      end={
        <span className="fp-note">
          {t.start} <PlanDate field="extra.start" date={extra.start} marked />
        </span>
      }
    >
      {(titleId) => (
        <>
          <p className="fp-muted">{t.paper.extraNote}</p>
          {extra.teams.length > 0 && <TeamTable extra={extra} titleId={titleId} />}
          <Money extra={extra} />
          <Authorisations extra={extra} />
          <Least extra={extra} />
        </>
      )}
    </Section>
  );
}
