import { useId } from 'react';
import type { PlanRow } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type AimView = PlanRow['aims'][number];

/** What is known of how good a plan is: per aim its value, what no plan can be below, the gap, and how that is known. */
export function PlanQuality({ plan }: { plan: PlanRow }) {
  const { t, f } = useLanguage();
  const title = useId();
  if (plan.aims.length === 0) return <p>{t.plan.quality[plan.quality]}</p>;
  const words = t.plans.goodness;
  const columns: Column<AimView>[] = [
    { key: 'aim', label: words.aim, rowHeader: true, cell: (aim) => t.plans.aims[aim.kind] },
    { key: 'value', label: words.value, numeric: true, cell: (aim) => f.number(aim.value) },
    { key: 'bound', label: words.bound, numeric: true, cell: (aim) => f.number(aim.bound) },
    {
      key: 'gap',
      label: words.gap,
      numeric: true,
      cell: ({ gapPermille }) => (gapPermille === null ? words.noBound : `${f.number(gapPermille / 10, 1)}\u00a0%`),
    },
    { key: 'known', label: words.known, cell: (aim) => words.how[aim.quality][aim.basis ?? 'argument'] },
  ];
  return (
    <>
      <h3 id={title}>{words.title}</h3>
      <DataTable labelledBy={title} columns={columns} rows={plan.aims} rowKey={(aim) => aim.kind} tight />
      <p className="fp-muted fp-gap">
        {words.order} {t.plans.computedWith(plan.engineVersion, String(plan.seed))}.
      </p>
    </>
  );
}
