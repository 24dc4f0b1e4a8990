import type { Answer, Measure } from '../../../planning/index.ts';
import { useEvidence } from '../../evidence/context.tsx';
import { PlanDate, PlanFigure } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import { createFormat } from '../../language/format.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Row = Measure & { field: string };

const german = createFormat('de');

/** Money that the measure adds, over all years. */
function extraCents(row: Row): number {
  return row.changes.reduce((sum, change) => sum + (change.kind === 'money' ? change.cents : 0), 0);
}

function Name({ row }: { row: Row }) {
  const { t, f } = useLanguage();
  const cents = extraCents(row);
  const money = t.paper.money(f.thousands(cents));
  if (row.kind === 'money') return t.paper.onlyMoney(money);
  const posts = t.paper.posts(`+${f.number(row.fte, 1)}`, row.team ?? '');
  if (row.kind === 'otherPosts') return t.paper.wrongPosts(posts);
  return row.kind === 'postsWithoutMoney' ? t.paper.withoutMoney(posts) : posts;
}

/** What would help: one change on top of the agenda, and the start it leads to. */
export function Measures({ answer }: { answer: Answer }) {
  const { t, f } = useLanguage();
  const { illustrative } = useEvidence();
  const rows = answer.measures.map((one, index): Row => ({ ...one, field: `measures.${index}` }));
  const first = rows.find((row) => row.kind === 'posts');
  const columns: Column<Row>[] = [
    { key: 'measure', label: t.paper.measure, rowHeader: true, cell: (row) => <Name row={row} /> },
    { key: 'from', label: t.from, cell: (row) => (row.from === null ? '–' : f.month(row.from)) },
    {
      key: 'cost',
      label: t.paper.costPerYear,
      numeric: true,
      illustrative,
      cell: (row) =>
        row.costCentsPerYear === 0 ? (
          '–'
        ) : (
          <PlanFigure field={row.field} value={`${german.thousands(row.costCentsPerYear)}\u00a0T€`}>
            {f.thousands(row.costCentsPerYear)}
          </PlanFigure>
        ),
    },
    {
      key: 'start',
      label: t.start,
      numeric: true,
      illustrative,
      cell: (row) => (row.start === null ? t.paper.notInHorizon : <PlanDate field={row.field} date={row.start} />),
    },
    {
      key: 'gain',
      label: t.paper.gain,
      numeric: true,
      cell: (row) =>
        row.gainWeeks === 0 ? (
          '0'
        ) : (
          <PlanFigure field={row.field} value={`${row.gainWeeks}\u00a0Wochen`}>
            {f.number(row.gainWeeks)}
          </PlanFigure>
        ),
    },
    { key: 'quality', label: t.paper.qualityShort, cell: (row) => t.quality[row.quality] },
  ];
  if (rows.length === 0) return null;
  const with180 = first ? extraCents(first) : 0;
  return (
    <Section
      title={t.paper.whatHelps}
      gap
      end={with180 > 0 && <span className="fp-note">{t.paper.besidesMoney(t.paper.money(f.thousands(with180)))}</span>}
    >
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => row.field} />}
    </Section>
  );
}
