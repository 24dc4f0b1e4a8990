import { useLanguage } from '../language/context.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';

/** The ways between the roadmap and what it stands on. */
export function RoadmapTabs() {
  const { groundwork, exclusive } = useLanguage().t;
  const { nav, tabs } = groundwork;
  return (
    <PageTabs
      label={nav}
      pages={[
        { to: '/fahrplan', label: tabs.roadmap, exact: true },
        { to: '/fahrplan/stufen', label: tabs.stages },
        { to: '/fahrplan/voraussetzungen', label: tabs.prerequisites },
        { to: '/fahrplan/partner', label: tabs.partners },
        { to: '/fahrplan/alternativen', label: exclusive.title },
      ]}
    />
  );
}
