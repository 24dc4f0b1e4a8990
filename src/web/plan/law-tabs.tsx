import { useLanguage } from '../language/context.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';

/** The ways between the pages of law and strategy. */
export function LawTabs() {
  const { nav, tabs } = useLanguage().t.lawPages;
  return (
    <PageTabs
      label={nav}
      pages={[
        { to: '/pflichten', label: tabs.obligations, exact: true },
        { to: '/pflichten/strategien', label: tabs.strategies, exact: true },
        { to: '/pflichten/abdeckung', label: tabs.coverage, exact: true },
      ]}
    />
  );
}
