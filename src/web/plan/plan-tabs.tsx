import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/context.tsx';

/** The ways between the plans and the questions that can be put to them. */
export function PlanTabs() {
  const { t } = useLanguage();
  const pages = [
    ['/plaene', t.asked.tabs.plans],
    ['/plaene/mehr-kapazitaet', t.asked.tabs.worth],
    ['/plaene/sicherheit', t.asked.tabs.risk],
  ] as const;
  return (
    <nav className="fp-tabs" aria-label={t.asked.nav}>
      {pages.map(([to, label]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
