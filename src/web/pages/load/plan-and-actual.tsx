import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ActualsView, ActualYear } from '../../../planning/index.ts';
import { actualsQuery } from '../../api/actuals.ts';
import type { PlainCell } from '../../api/sheets.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { ExportMenu, type PlainTable } from '../../plan/export-menu.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Line = ActualsView['lines'][number];

const shapes = { none: 'off', withinPlan: 'ok', abovePlan: 'near', over: 'bad' } as const;

/** Columns of money, in the order of page and file. */
const amounts = [
  ['amount', 'amountCents'],
  ['carriedIn', 'carriedInCents'],
  ['planned', 'plannedCents'],
  ['spent', 'spentCents'],
  ['committed', 'committedCents'],
  ['remainder', 'remainderCents'],
  ['carriedOut', 'carriedOutCents'],
  ['followUp', 'followUpCents'],
] as const satisfies readonly (readonly [keyof Messages['actuals'], keyof ActualYear])[];

function Years({ line, titleId }: { line: Line; titleId: string }) {
  const { t, f } = useLanguage();
  const words = t.actuals;
  const illustrative = line.years.some((row) => row.illustrative);
  const columns: Column<ActualYear>[] = [
    { key: 'year', label: t.year, rowHeader: true, noWrap: true, cell: (row) => row.year },
    ...amounts.map(
      ([label, field]): Column<ActualYear> => ({
        key: field,
        label: words[label],
        numeric: true,
        strong: field === 'remainderCents',
        illustrative: illustrative && field !== 'spentCents' && field !== 'committedCents',
        cell: (row) => f.thousands(row[field]),
      }),
    ),
    {
      key: 'state',
      label: words.state,
      cell: ({ state, lastOn }) => (
        <>
          <Signal shape={shapes[state]}>{words.states[state]}</Signal>
          {lastOn && <p className="fp-muted">{words.lastOn(f.date(lastOn))}</p>}
        </>
      ),
    },
  ];
  return <DataTable labelledBy={titleId} columns={columns} rows={line.years} rowKey={(row) => row.year} />;
}

function Projects({ line }: { line: Line }) {
  const { t, f } = useLanguage();
  const words = t.actuals;
  if (line.projects.length === 0) return null;
  const columns: Column<Line['projects'][number]>[] = [
    {
      key: 'name',
      label: words.project,
      rowHeader: true,
      cell: ({ id, name }) => (
        <Link to="/projekte/$id" params={{ id }}>
          <German>{`${id} ${name}`}</German>
        </Link>
      ),
    },
    { key: 'planned', label: words.planned, numeric: true, cell: (row) => f.thousands(row.plannedCents) },
    { key: 'spent', label: words.spent, numeric: true, cell: (row) => f.thousands(row.spentCents) },
    { key: 'committed', label: words.committed, numeric: true, cell: (row) => f.thousands(row.committedCents) },
  ];
  return (
    <Section gap title={words.projects}>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={line.projects} rowKey={({ id }) => id} />}
    </Section>
  );
}

/** All budget lines in one table, in euros, as a file. */
function tableOf(view: ActualsView, t: Messages): PlainTable {
  const words = t.actuals;
  const head = [words.budgetLine, t.year, ...amounts.map(([label]) => `${words[label]}, €`), words.state];
  const lines = view.lines.flatMap((line) =>
    line.years.map((row): PlainCell[] => [
      line.name,
      row.year,
      ...amounts.map(([, field]) => row[field] / 100),
      words.states[row.state],
    ]),
  );
  return { head, lines };
}

/** Budget, plan, and what was really spent and ordered, per budget line and fiscal year. */
export function PlanAndActual({ line: id }: { line: string }) {
  const { t, f } = useLanguage();
  const words = t.actuals;
  const { data: view } = useQuery(actualsQuery);
  const line = view?.lines.find((one) => one.id === id);
  if (view === undefined || line === undefined) return null;
  const booked = line.years.some(({ state }) => state !== 'none');
  return (
    <Section
      gap
      title={
        <>
          <German>{line.name}</German>: {words.title}
        </>
      }
      end={<ExportMenu name={words.fileName} table={() => tableOf(view, t)} />}
    >
      {(titleId) => (
        <>
          <Years line={line} titleId={titleId} />
          <p className="fp-foot">
            {!booked && `${words.nothing} `}
            <Link to="/auslastung/buchungen" search={{ budget: id }}>
              {words.show}
            </Link>
          </p>
          <p className="fp-foot">
            {view.plan ? words.plan(t.stages.plans[view.plan.status], f.date(view.plan.on)) : words.noPlan} {words.rule}
          </p>
          <Projects line={line} />
        </>
      )}
    </Section>
  );
}
