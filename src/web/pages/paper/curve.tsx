import { useId } from 'react';
import type { Curve, CurvePoint } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Asked } from '../../plan/asked.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { CurveChart } from './curve-chart.tsx';

/** The first point of each month of the end, and the last one. */
function firstOfEachMonth(points: readonly CurvePoint[]): CurvePoint[] {
  return points.filter(
    (point, i) => i === points.length - 1 || point.finish.slice(0, 7) !== points[i - 1]?.finish.slice(0, 7),
  );
}

function CurveTable({ points }: { points: readonly CurvePoint[] }) {
  const { t, f } = useLanguage();
  const words = t.asked.curve;
  const titleId = useId();
  const columns: Column<CurvePoint>[] = [
    { key: 'finish', label: words.finish, rowHeader: true, strong: true, cell: (row) => f.date(row.finish) },
    { key: 'start', label: t.start, numeric: true, cell: (row) => f.date(row.start) },
    {
      key: 'days',
      label: words.days,
      numeric: true,
      illustrative: true,
      cell: (row) => f.number(Math.ceil(row.tenths / 10)),
    },
    { key: 'money', label: words.money, numeric: true, illustrative: true, cell: (row) => f.thousands(row.cents) },
    {
      key: 'teams',
      label: words.teams,
      cell: (row) =>
        row.teams.map(({ team, tenths }) => `${team} ${f.days(tenths)} ${t.units.personDays}`).join(', ') || '–',
    },
    ...(points.some(({ authorisations }) => authorisations)
      ? [
          {
            key: 'authorisation',
            label: words.authorisation,
            numeric: true,
            illustrative: true,
            cell: (row: CurvePoint) =>
              f.thousands((row.authorisations ?? []).reduce((sum, { cents }) => sum + cents, 0)),
          },
        ]
      : []),
  ];
  return (
    <>
      <h3 id={titleId} className="fp-sr">
        {words.table}
      </h3>
      <ScrollArea labelledBy={titleId}>
        <DataTable
          labelledBy={titleId}
          columns={columns}
          rows={firstOfEachMonth(points)}
          rowKey={(row) => row.finish}
          tight
        />
      </ScrollArea>
    </>
  );
}

/** The whole curve from an earlier end to the extra capacity that it takes while the plan stays as it is. */
export function CurveSection({ paper }: { paper: string }) {
  const { t, f } = useLanguage();
  const words = t.asked.curve;
  return (
    <Section title={words.title} gap>
      <p className="fp-muted">{words.lead}</p>
      <Asked<Curve> path={`/papers/${encodeURIComponent(paper)}/curve`} action={words.compute}>
        {({ untouched, points }) => (
          <>
            <p>{untouched ? words.untouched(f.date(untouched.start), f.date(untouched.finish)) : words.nowhere}</p>
            <CurveChart points={points} />
            <CurveTable points={points} />
          </>
        )}
      </Asked>
    </Section>
  );
}
