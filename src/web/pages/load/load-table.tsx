import type { LoadView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { heatStep } from '../../plan/heat.ts';
import { ScrollArea } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** The content of the heat map as a table: a line per month, planned and available days and percent per team. */
export function LoadTable({ view, labelledBy }: { view: LoadView; labelledBy: string }) {
  const { t, f } = useLanguage();
  const columns: Column<string>[] = [
    { key: 'month', label: t.month, rowHeader: true, noWrap: true, cell: (month) => f.monthLong(month) },
    ...view.rows.map(
      (row): Column<string> => ({
        key: row.team,
        label: row.shortName,
        numeric: true,
        illustrative: row.illustrative,
        cell: (month) => {
          const cell = row.cells.find((one) => one.month === month);
          if (cell === undefined) return '–';
          const days = t.load.daysOf(
            f.number(Math.round(cell.plannedTenths / 10)),
            f.number(Math.round(cell.availableTenths / 10)),
          );
          return (
            <>
              {f.percent(cell.percent)} <span className="fp-muted">{days}</span>
              <span className="fp-sr">, {t.load.stepNames[heatStep(cell.percent)]}</span>
            </>
          );
        },
      }),
    ),
    ...view.offers.map(
      (row): Column<string> => ({
        key: `offer ${row.offer}`,
        label: row.partnerName,
        numeric: true,
        illustrative: row.illustrative,
        cell: (month) => {
          const cell = row.cells.find((one) => one.month === month);
          if (cell === undefined || (cell.quota === 0 && cell.served === 0)) return '–';
          return t.capacity.quotaServed(cell.served, cell.quota);
        },
      }),
    ),
  ];
  return (
    <ScrollArea labelledBy={labelledBy}>
      <DataTable labelledBy={labelledBy} columns={columns} rows={view.months} rowKey={(month) => month} tight />
    </ScrollArea>
  );
}
