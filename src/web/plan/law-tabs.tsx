import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/context.tsx';

/** The ways between the pages of law and strategy. */
export function LawTabs() {
  const { t } = useLanguage();
  const pages = [
    ['/pflichten', t.lawPages.tabs.obligations],
    ['/pflichten/strategien', t.lawPages.tabs.strategies],
    ['/pflichten/abdeckung', t.lawPages.tabs.coverage],
  ] as const;
  return (
    <nav className="fp-tabs" aria-label={t.lawPages.nav}>
      {pages.map(([to, label]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
