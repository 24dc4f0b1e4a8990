import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Keyed } from '../../plan/keyed.tsx';
import { German, IllustrativeMark } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Milestone = Overview['milestones'][number];

function useColumns(): Column<Milestone>[] {
  const { t, f } = useLanguage();
  return [
    {
      key: 'on',
      label: t.date,
      noWrap: true,
      className: 'fp-w-date',
      cell: (one) => (one.precision === 'week' ? f.date(one.on) : f.dated(one.on, one.precision)),
    },
    {
      key: 'name',
      label: t.overview.milestone,
      rowHeader: true,
      cell: (one) => (
        <Keyed id={one.project}>
          <Link to="/projekte/$id" params={{ id: one.project }}>
            <German>{one.name}</German>
          </Link>
          {one.kind !== 'milestone' && <span className="fp-muted"> · {t.milestoneKinds[one.kind]}</span>}
        </Keyed>
      ),
    },
    {
      key: 'week',
      label: t.week,
      numeric: true,
      cell: (one) => (
        <span className="fp-muted">
          {one.precision === 'day' || one.precision === 'week' ? f.week(one.on) : t.precisions[one.precision]}
        </span>
      ),
    },
  ];
}

/** What comes next, over all projects. */
export function Milestones({ overview }: { overview: Overview }) {
  const { t } = useLanguage();
  const columns = useColumns();
  return (
    <Section
      title={
        <>
          {t.overview.milestones}
          {overview.load.some((row) => row.illustrative) && <IllustrativeMark />}
        </>
      }
      end={<Link to="/fahrplan">{t.nav.roadmap}</Link>}
    >
      {(titleId) =>
        overview.milestones.length === 0 ? (
          <p className="fp-note">{t.overview.noMilestones}</p>
        ) : (
          <DataTable
            labelledBy={titleId}
            columns={columns}
            rows={overview.milestones.slice(0, 8)}
            rowKey={(one) => `${one.project} ${one.kind} ${one.name} ${one.on}`}
            hideHead
            rigid
          />
        )
      }
    </Section>
  );
}
