import { useId, useState } from 'react';
import type { Risk, RiskRow } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Asked } from '../../plan/asked.tsx';
import { useNames } from '../../plan/names.ts';
import { PlanTabs } from '../../plan/plan-tabs.tsx';
import { ProjectName } from '../../plan/project-name.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** How far durations may turn out shorter or longer, in percent of what is planned. */
const spreads = [
  { shortestPercent: 95, longestPercent: 120 },
  { shortestPercent: 90, longestPercent: 150 },
  { shortestPercent: 80, longestPercent: 200 },
] as const;
const USUAL = 1;

type Row = RiskRow & { deadline: RiskRow['deadlines'][number] | null };

/** One row per deadline, the least sure first; projects without a deadline after them. */
function rowsOf(risk: Risk): Row[] {
  const rows = risk.projects.flatMap((row): Row[] =>
    row.deadlines.length === 0 ? [{ ...row, deadline: null }] : row.deadlines.map((deadline) => ({ ...row, deadline })),
  );
  const rank = ({ deadline }: Row): number => deadline?.metPermille ?? 2000;
  return rows.sort((a, b) => rank(a) - rank(b) || a.project.localeCompare(b.project, 'de', { numeric: true }));
}

function RiskTable({ risk }: { risk: Risk }) {
  const { t, f } = useLanguage();
  const words = t.asked.risk;
  const nameOf = useNames();
  const titleId = useId();
  const columns: Column<Row>[] = [
    {
      key: 'project',
      label: t.project,
      rowHeader: true,
      cell: (row) => <ProjectName id={row.project} name={nameOf('project', row.project)} />,
    },
    { key: 'planned', label: words.planned, numeric: true, cell: (row) => f.date(row.plannedFinish) },
    { key: 'half', label: words.half, numeric: true, cell: (row) => f.date(row.finish50) },
    { key: 'nine', label: words.nine, numeric: true, cell: (row) => f.date(row.finish90) },
    {
      key: 'deadline',
      label: words.deadline,
      numeric: true,
      cell: ({ deadline }) => (deadline ? f.date(deadline.on) : '–'),
    },
    {
      key: 'kind',
      label: words.kind,
      cell: ({ deadline }) => (deadline ? (deadline.statutory ? words.statutory : words.promised) : '–'),
    },
    {
      key: 'met',
      label: words.met,
      numeric: true,
      strong: true,
      cell: ({ deadline }) => (deadline ? f.percent(deadline.metPermille / 10) : '–'),
    },
  ];
  const { shortestPercent, longestPercent } = risk.spread;
  return (
    <>
      <h2 id={titleId} className="fp-h2">
        {words.table}
      </h2>
      <p className="fp-lead">{words.all(f.percent(risk.allStatutoryMetPermille / 10))}</p>
      <p className="fp-note">
        {words.assumption(f.number(risk.runs), f.percent(shortestPercent), f.percent(longestPercent))}
      </p>
      <DataTable
        labelledBy={titleId}
        columns={columns}
        rows={rowsOf(risk)}
        rowKey={(row) => `${row.project} ${row.deadline?.on ?? ''} ${row.deadline?.statutory ?? ''}`}
      />
    </>
  );
}

/** How sure the dates of the plan are. */
export function RiskPage() {
  const { t, f } = useLanguage();
  const words = t.asked.risk;
  const [choice, setChoice] = useState(USUAL);
  const options = spreads.map(({ shortestPercent, longestPercent }, index) => ({
    value: String(index),
    label: words.between(f.percent(shortestPercent), f.percent(longestPercent)),
  }));
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead} />
      <PlanTabs />
      <Asked<Risk>
        path="/plans/risk"
        action={words.compute}
        body={{ spread: spreads[choice] }}
        form={
          <div className="fp-tools">
            <SelectField
              label={words.spread}
              options={options}
              value={String(choice)}
              onChange={(value) => setChoice(Number(value))}
            />
          </div>
        }
      >
        {(risk) => <RiskTable risk={risk} />}
      </Asked>
    </div>
  );
}
