import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Worth, WorthRow } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Asked } from '../../plan/asked.tsx';
import { useNames } from '../../plan/names.ts';
import { PlanTabs } from '../../plan/plan-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { IllustrativeNote } from '../../ui/marks.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** The projects that come earlier, those that gain most first. */
function Gainers({ row }: { row: WorthRow }) {
  const { t, f } = useLanguage();
  const nameOf = useNames();
  if (row.projects.length === 0) return '–';
  return row.projects.map(({ project, weeksEarlier }, i) => (
    <span key={project}>
      {i > 0 && ', '}
      <Link to="/projekte/$id" params={{ id: project }} title={nameOf('project', project)}>
        {project}
      </Link>
      {`\u00a0${t.asked.worth.earlier(f.number(weeksEarlier))}`}
    </span>
  ));
}

function WorthTable({ worth }: { worth: Worth }) {
  const { t, f } = useLanguage();
  const words = t.asked.worth;
  const nameOf = useNames();
  const titleId = useId();
  const what = (row: WorthRow): string =>
    row.kind === 'post'
      ? words.post(nameOf('team', row.team ?? ''))
      : words.money(nameOf('budgetLine', row.budgetLine ?? ''));
  const columns: Column<WorthRow>[] = [
    { key: 'what', label: words.more, rowHeader: true, strong: true, cell: what },
    {
      key: 'cost',
      label: words.perYear,
      numeric: true,
      cell: (row) => (row.costCentsPerYear ? f.thousands(row.costCentsPerYear) : '–'),
    },
    { key: 'statutory', label: words.statutory, numeric: true, cell: (row) => f.number(row.statutoryWeeksGained) },
    { key: 'promised', label: words.promised, numeric: true, cell: (row) => f.number(row.promisedWeeksGained) },
    { key: 'value', label: words.value, numeric: true, cell: (row) => f.number(row.valuePermille / 10, 1) },
    { key: 'projects', label: words.projects, cell: (row) => <Gainers row={row} /> },
  ];
  return (
    <>
      <h2 id={titleId} className="fp-h2">
        {words.table}
      </h2>
      <DataTable
        labelledBy={titleId}
        columns={columns}
        rows={worth.rows}
        rowKey={(row) => `${row.kind} ${row.team ?? row.budgetLine}`}
      />
      <p className="fp-note fp-gap">{words.rule}</p>
    </>
  );
}

/** What one more post in each team, and more money each year, would do. */
export function WorthPage() {
  const { t } = useLanguage();
  return (
    <div className="fp-page">
      <PageHead title={t.asked.worth.title} lead={t.asked.worth.lead} />
      <PlanTabs />
      <Asked<Worth> path="/plans/worth" action={t.asked.worth.compute}>
        {(worth) => <WorthTable worth={worth} />}
      </Asked>
      <p className="fp-foot">
        <IllustrativeNote />
      </p>
    </div>
  );
}
