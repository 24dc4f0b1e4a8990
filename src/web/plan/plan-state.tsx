import type { PlanInfo } from '../../planning/index.ts';
import { useLanguage } from '../language/context.tsx';

/** Which plan is shown and how good it is: "Arbeitsplan 31.08.2020, bester gefundener Plan". */
export function PlanState({ plan, extra }: { plan: PlanInfo; extra?: string }) {
  const { t, f } = useLanguage();
  const parts = [`${t.plan.names[plan.status]} ${f.date(plan.on)}`, t.plan.quality[plan.quality], extra];
  return <span className="fp-state">{parts.filter(Boolean).join(', ')}</span>;
}
