import { useLanguage } from '../language/context.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';

/** The ways between the plans and the questions that can be put to them. */
export function PlanTabs() {
  const { nav, tabs } = useLanguage().t.asked;
  return (
    <PageTabs
      label={nav}
      pages={[
        { to: '/plaene', label: tabs.plans, exact: true },
        { to: '/plaene/mehr-kapazitaet', label: tabs.worth },
        { to: '/plaene/sicherheit', label: tabs.risk },
      ]}
    />
  );
}
