import { Link } from '@tanstack/react-router';
import type { Answer, TradeOff } from '../../../planning/index.ts';
import { useEvidence } from '../../evidence/context.tsx';
import { PlanDate, PlanFigure } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Row = TradeOff & { field: string };

function ProjectLinks({ ids }: { ids: readonly string[] }) {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link to="/projekte/$id" params={{ id }}>
        {id}
      </Link>
    </span>
  ));
}

/** Each project that moves: by how much, from when to when, and what it then misses. */
function Displaced({ row }: { row: Row }) {
  const { t, f } = useLanguage();
  return (
    <details>
      <summary>{t.paper.displaced(row.displaced.length)}</summary>
      <ul className="fp-bullets">
        {row.displaced.map((one) => (
          <li key={one.project}>
            <ProjectLinks ids={[one.project]} />{' '}
            {t.paper.movedBy(f.signed(one.movedWeeks), f.date(one.previousFinish), f.date(one.finish))}
            {one.lateWeeks > 0 && `, ${t.paper.lateBy(f.number(one.lateWeeks))}`}
            {one.statutoryMissed && ` (${t.deadlineKinds.statutory})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Cost({ row }: { row: Row }) {
  const { t, f } = useLanguage();
  const dropped = row.dropped.length > 0 && (
    <>
      {t.paper.dropped(row.dropped.length)} <ProjectLinks ids={row.dropped} />
    </>
  );
  if (row.displaced.length === 0) return dropped || t.paper.nothingSlips;
  return (
    <>
      {dropped}
      {row.lateWeeks > 0 && (
        <>
          {t.paper.late}{' '}
          <PlanFigure field={row.field} value={`${row.lateWeeks}\u00a0Projektwochen`} marked>
            {t.paper.projectWeeks(f.number(row.lateWeeks))}
          </PlanFigure>
          {row.lateWeeksAtLeast > 0 && row.lateWeeksAtLeast < row.lateWeeks && (
            <>, {t.paper.atLeast(f.number(row.lateWeeksAtLeast))}</>
          )}
        </>
      )}
      <Displaced row={row} />
    </>
  );
}

/** What an earlier start would cost: what slips, what is dropped, which duties are missed. */
export function TradeOffs({ answer }: { answer: Answer }) {
  const { t } = useLanguage();
  const { illustrative } = useEvidence();
  const rows = answer.tradeOffs.map((one, index): Row => ({ ...one, field: `tradeOffs.${index}` }));
  const columns: Column<Row>[] = [
    {
      key: 'start',
      label: t.start,
      rowHeader: true,
      illustrative,
      noWrap: true,
      cell: (row) => <PlanDate field={row.field} date={row.start} />,
    },
    { key: 'cost', label: t.paper.whatSlips, cell: (row) => <Cost row={row} /> },
    {
      key: 'duties',
      label: t.nav.obligations,
      cell: (row) => {
        const late = row.displaced.filter((one) => one.statutoryMissed).map((one) => one.project);
        const missed = late.length > 0 ? late : row.dutiesMissed;
        if (missed.length === 0) return t.paper.allKept;
        return (
          <>
            <ProjectLinks ids={late} /> {late.length === 0 && row.dutiesMissed.join(', ')} {t.paper.missed}
          </>
        );
      },
    },
    { key: 'quality', label: t.paper.qualityShort, cell: (row) => t.quality[row.quality] },
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t.paper.tradeOffs} gap>
      {(titleId) => (
        <DataTable
          labelledBy={titleId}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.field}
          isKey={(row) => row.kind === 'keepAll'}
        />
      )}
    </Section>
  );
}
