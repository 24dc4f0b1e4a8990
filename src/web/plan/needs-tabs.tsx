import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';
import { useMay } from '../identity/may.ts';
import { useLanguage } from '../language/context.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';

/** The ways between the pages of needs. */
export function NeedsTabs() {
  const { nav, tabs } = useLanguage().t.needs;
  return (
    <PageTabs
      label={nav}
      pages={[
        { to: '/bedarfe', label: tabs.needs, exact: true },
        { to: '/bedarfe/gespraeche', label: tabs.talks },
        { to: '/bedarfe/aemter', label: tabs.offices },
        { to: '/bedarfe/leitfaeden', label: tabs.guides },
      ]}
    />
  );
}

/** Whether the person may change the need of these offices, or any at all. */
export const useMayWriteNeeds = (offices?: readonly string[]): boolean => useMay('writeNeeds', offices);

/** Whether the person keeps the records of talks: must see what was said, and may write it everywhere. */
export function useMayKeepTalks(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.permissions.includes('writeNeeds') === true && me.permissions.includes('readConfidential');
}
