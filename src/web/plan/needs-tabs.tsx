import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';
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

/** Whether the person may change needs at all; of which office a need is, the server decides. */
export function useMayWriteNeeds(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && [...me.permissions, ...me.ownPermissions].includes('writeNeeds');
}

/** Whether the person keeps the records of talks: must see what was said, and may write it everywhere. */
export function useMayKeepTalks(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.permissions.includes('writeNeeds') === true && me.permissions.includes('readConfidential');
}
