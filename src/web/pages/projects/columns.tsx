import type { ProjectRow } from '../../api/types.ts';
import type { ProjectSort } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { ProjectName } from '../../plan/project-name.tsx';
import { StatusSignal } from '../../plan/status-signal.tsx';
import { German, TrafficLight } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';

export interface ProjectColumn extends Column<ProjectRow> {
  sort?: ProjectSort;
  /** Value in the exported file; dates stay ISO, amounts are numbers. */
  plain: (row: ProjectRow) => string | number | null;
}

/** What the project is, and whose. */
function useNameColumns(): ProjectColumn[] {
  const { t } = useLanguage();
  return [
    {
      key: 'name',
      label: t.project,
      sort: 'name',
      rowHeader: true,
      cell: (row) => <ProjectName id={row.id} name={row.name} />,
      plain: (row) => `${row.id} ${row.name}`,
    },
    {
      key: 'kind',
      label: t.roadmap.kind,
      sort: 'art',
      cell: (row) => t.classes[row.commitmentClass],
      plain: (row) => t.classes[row.commitmentClass],
    },
    {
      key: 'lead',
      label: t.roadmap.lead,
      sort: 'amt',
      cell: (row) => (row.leadName ? <German>{row.leadName}</German> : '–'),
      plain: (row) => row.leadName,
    },
    {
      key: 'state',
      label: t.roadmap.state,
      cell: (row) => <StatusSignal status={row.status} />,
      plain: (row) => t.statuses[row.status],
    },
  ];
}

/** When it runs, and what it takes. */
function useFigureColumns(illustrative: boolean): ProjectColumn[] {
  const { t, f } = useLanguage();
  const date = (iso: string | null) => (iso === null ? '–' : f.date(iso));
  const figure = { numeric: true, illustrative };
  return [
    {
      key: 'start',
      label: t.start,
      sort: 'beginn',
      ...figure,
      cell: (row) => date(row.start),
      plain: (row) => row.start,
    },
    {
      key: 'finish',
      label: t.finish,
      sort: 'ende',
      ...figure,
      cell: (row) => date(row.finish),
      plain: (row) => row.finish,
    },
    {
      key: 'margin',
      label: t.obligations.marginDays,
      short: t.obligations.margin,
      sort: 'reserve',
      numeric: true,
      cell: (row) => (row.marginDays === null ? '–' : f.number(row.marginDays)),
      plain: (row) => row.marginDays,
    },
    {
      key: 'light',
      label: t.light,
      cell: (row) => <TrafficLight light={row.light} />,
      plain: (row) => t.lights[row.light],
    },
    {
      key: 'effort',
      label: `${t.effort}, ${t.units.personDays}`,
      short: t.effort,
      sort: 'aufwand',
      ...figure,
      cell: (row) => f.number(Math.round(row.effortTenths / 10)),
      plain: (row) => row.effortTenths / 10,
    },
    {
      key: 'cost',
      label: `${t.oneOff}, ${t.units.thousandEuros}`,
      short: t.oneOff,
      sort: 'kosten',
      ...figure,
      cell: (row) => f.thousands(row.costCents),
      plain: (row) => row.costCents / 100_000,
    },
  ];
}

/** Columns of the project list, on screen and in the exported file. */
export function useProjectColumns(illustrative: boolean): ProjectColumn[] {
  return [...useNameColumns(), ...useFigureColumns(illustrative)];
}
