import { Link } from '@tanstack/react-router';
import type { PlanRow } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** The plan that another one is naturally compared with: what is approved, or for that one what was approved before. */
function counterpart(plan: PlanRow, plans: readonly PlanRow[]): PlanRow | undefined {
  const others = plans.filter((one) => one.id !== plan.id);
  const wanted = plan.status === 'approved' ? 'superseded' : 'approved';
  return others.find((one) => one.status === wanted) ?? others[0];
}

/** Every plan that is kept, newest first. */
export function PlanTable({ plans }: { plans: readonly PlanRow[] }) {
  const { t, f } = useLanguage();
  const columns: Column<PlanRow>[] = [
    { key: 'name', label: t.plans.name, rowHeader: true, cell: (plan) => <German>{plan.name}</German> },
    { key: 'status', label: t.plans.status, cell: (plan) => t.plans.statuses[plan.status] },
    { key: 'on', label: t.plans.on, numeric: true, cell: (plan) => f.date(plan.on) },
    { key: 'proposedBy', label: t.plans.proposedBy, cell: (plan) => plan.proposedBy ?? '–' },
    { key: 'approvedBy', label: t.plans.approvedBy, cell: (plan) => plan.approvedBy ?? '–' },
    { key: 'projects', label: t.plans.projects, numeric: true, cell: (plan) => f.number(plan.projects) },
    { key: 'quality', label: t.plans.quality, cell: (plan) => t.plan.quality[plan.quality] },
    { key: 'note', label: t.plans.note, cell: (plan) => (plan.note ? <German>{plan.note}</German> : '–') },
    {
      key: 'compare',
      label: t.plans.compare,
      hiddenLabel: true,
      cell: (plan) => {
        const other = counterpart(plan, plans);
        if (other === undefined) return '';
        return (
          <Link
            to="/plaene/vergleich"
            search={{ von: other.id, mit: plan.id }}
            aria-label={`${plan.status === 'proposed' ? t.plans.decide : t.plans.compare}: ${plan.name}`}
          >
            {plan.status === 'proposed' ? t.plans.decide : t.plans.compare}
          </Link>
        );
      },
    },
  ];
  return (
    <Section title={t.plans.all} gap>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={plans} rowKey={(plan) => plan.id} />}
    </Section>
  );
}
