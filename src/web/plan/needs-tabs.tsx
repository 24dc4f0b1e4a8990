import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';

/** The ways between the pages of needs. */
export function NeedsTabs() {
  const { t } = useLanguage();
  const { tabs } = t.needs;
  const pages = [
    ['/bedarfe', tabs.needs],
    ['/bedarfe/gespraeche', tabs.talks],
    ['/bedarfe/aemter', tabs.offices],
    ['/bedarfe/leitfaeden', tabs.guides],
  ] as const;
  return (
    <nav className="fp-tabs" aria-label={t.needs.nav}>
      {pages.map(([to, label]) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/bedarfe', includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
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
