import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { meQuery } from '../api/queries.ts';
import type { Me } from '../api/types.ts';
import { CommandsProvider } from '../commands/provider.tsx';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Loaded } from '../ui/states.tsx';
import { Notices } from '../ui/toast.tsx';
import { Bell } from './bell.tsx';
import { NotAllowedPage } from './not-allowed-page.tsx';
import { opens } from './page-needs.ts';
import { mainPages } from './pages.ts';
import { SearchBox } from './search-box.tsx';
import { Settings } from './settings.tsx';

function Navigation({ open }: { open: boolean }) {
  const { t } = useLanguage();
  return (
    <nav id="navigation" className="fp-nav" aria-label={t.nav.label} data-open={open}>
      {mainPages(t).map(({ to, label }) => (
        <Link key={to} to={to as '/'} activeOptions={{ exact: to === '/', includeSearch: false }} data-label={label}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

function Header({ me }: { me: Me | undefined }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const path = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the page changes.
  useEffect(() => setOpen(false), [path]);
  return (
    <header className="fp-bar">
      <Link to="/" className="fp-brand">
        {t.product} {me && <span>{me.city.name}</span>}
      </Link>
      {me && <Navigation open={open} />}
      <div className="fp-bar__end">
        {me && <SearchBox />}
        {me && <Bell />}
        <Settings me={me} />
        {me && (
          <span className="fp-menu-button">
            <Button aria-expanded={open} aria-controls="navigation" onPress={() => setOpen(!open)}>
              {t.nav.menu}
            </Button>
          </span>
        )}
      </div>
    </header>
  );
}

/** What every page has around it. Whoever is not signed in is shown how to get in. */
export function Shell() {
  const { t } = useLanguage();
  const query = useQuery(meQuery);
  const path = useLocation({ select: (location) => location.pathname });
  const here = useLocation({ select: (location) => location.href });
  const outside = path === '/anmeldung' || path === '/einladung';
  const unknown = query.error instanceof ApiError && query.error.status === 401;
  const me = unknown ? undefined : query.data;
  return (
    <CommandsProvider me={me}>
      <a className="fp-skip" href="#inhalt">
        {t.nav.skip}
      </a>
      <Header me={me} />
      <main id="inhalt" tabIndex={-1}>
        {outside ? (
          <Outlet />
        ) : unknown ? (
          <Navigate to="/anmeldung" search={{ zurueck: here === '/' ? undefined : here }} replace />
        ) : query.data ? (
          opens(query.data, path) ? (
            <Outlet />
          ) : (
            <NotAllowedPage />
          )
        ) : (
          <div className="fp-page">
            <Loaded query={query}>{() => null}</Loaded>
          </div>
        )}
      </main>
      <Notices />
    </CommandsProvider>
  );
}
