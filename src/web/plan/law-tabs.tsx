import { useLanguage } from '../language/context.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';

/** The ways between the pages of law and strategy. */
export function LawTabs() {
  const { t } = useLanguage();
  const { nav, tabs } = t.lawPages;
  return (
    <PageTabs
      label={nav}
      pages={[
        { to: '/pflichten', label: tabs.obligations, exact: true },
        { to: '/pflichten/strategien', label: tabs.strategies, exact: true },
        { to: '/pflichten/abdeckung', label: tabs.coverage, exact: true },
        { to: '/pflichten/leistungen', label: t.catalogue.tab, exact: false },
      ]}
    />
  );
}
