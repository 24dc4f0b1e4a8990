import type { ProjectRow } from '../../api/types.ts';
import type { ProjectSort } from '../../app/search.ts';
import { useLanguage } from '../../language/context.tsx';
import { ProjectName } from '../../plan/project-name.tsx';
import { StatusSignal } from '../../plan/status-signal.tsx';
import { German, TrafficLight } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';
import { choiceOf } from './arrange.ts';

export interface ProjectColumn extends Column<ProjectRow> {
  sort?: ProjectSort;
  /** A result of the plan; a list that is read back leaves it out. */
  computed?: true;
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
      plain: (row) => row.name,
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
      computed: true,
      label: t.start,
      sort: 'beginn',
      ...figure,
      cell: (row) => date(row.start),
      plain: (row) => row.start,
    },
    {
      key: 'finish',
      computed: true,
      label: t.finish,
      sort: 'ende',
      ...figure,
      cell: (row) => date(row.finish),
      plain: (row) => row.finish,
    },
    {
      key: 'margin',
      computed: true,
      label: t.obligations.marginDays,
      short: t.obligations.margin,
      sort: 'reserve',
      numeric: true,
      cell: (row) => (row.marginDays === null ? '–' : f.number(row.marginDays)),
      plain: (row) => row.marginDays,
    },
    {
      key: 'light',
      computed: true,
      label: t.light,
      cell: (row) => <TrafficLight light={row.light} />,
      plain: (row) => t.lights[row.light],
    },
    {
      key: 'effort',
      computed: true,
      label: `${t.effort}, ${t.units.personDays}`,
      short: t.effort,
      sort: 'aufwand',
      ...figure,
      cell: (row) => f.number(Math.round(row.effortTenths / 10)),
      plain: (row) => row.effortTenths / 10,
    },
    {
      key: 'cost',
      computed: true,
      label: `${t.oneOff}, ${t.units.thousandEuros}`,
      short: t.oneOff,
      sort: 'kosten',
      ...figure,
      cell: (row) => f.thousands(row.costCents),
      plain: (row) => row.costCents / 100_000,
    },
  ];
}

/** What the project belongs to. */
function useMoreColumns(): ProjectColumn[] {
  const { t, f } = useLanguage();
  const german = (key: string, label: string, of: (row: ProjectRow) => string): ProjectColumn => ({
    key,
    label,
    cell: (row) => <German>{of(row) || '–'}</German>,
    plain: (row) => of(row) || null,
  });
  return [
    german('area', t.overview.area, (row) => row.actionField.name),
    german('stage', t.portfolio.stage, (row) => row.stage?.name ?? ''),
    german('partners', t.portfolio.partner, (row) => row.partners.map((one) => one.name).join('; ')),
    german('duties', t.portfolio.duty, (row) => row.obligations.join('; ')),
    {
      key: 'choice',
      computed: true,
      label: t.choice.state,
      cell: (row) => t.choice.states[choiceOf(row)],
      plain: (row) => t.choice.states[choiceOf(row)],
    },
    {
      key: 'approved',
      computed: true,
      label: t.portfolio.approvedFinish,
      numeric: true,
      cell: (row) => (row.approvedFinish ? f.date(row.approvedFinish) : '–'),
      plain: (row) => row.approvedFinish,
    },
  ];
}

/** Columns that are shown unless the address names others. */
const USUAL = ['name', 'kind', 'lead', 'state', 'start', 'finish', 'margin', 'light', 'effort', 'cost'];

/** The columns that the address asks for, in their fixed order; the name is always one of them. */
export function chosenColumns(all: readonly ProjectColumn[], keys: string | undefined): ProjectColumn[] {
  const wanted = new Set(keys === undefined ? USUAL : ['name', ...keys.split(',')]);
  return all.filter((column) => wanted.has(column.key));
}

/** Columns of the project list, on screen and in the exported file. */
export function useProjectColumns(illustrative: boolean): ProjectColumn[] {
  return [...useNameColumns(), ...useMoreColumns(), ...useFigureColumns(illustrative)];
}
