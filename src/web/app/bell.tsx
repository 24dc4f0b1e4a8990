import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { unreadQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';

/** How often is asked for news while a page stands open. */
const EVERY_MS = 60_000;

/** The way to the person's news, with how much of it is unread. */
export function Bell() {
  const { t } = useLanguage();
  const { data } = useQuery({ ...unreadQuery, refetchInterval: EVERY_MS });
  const unread = data?.unread ?? 0;
  return (
    <Link to="/mitteilungen" className="fp-bell" aria-label={t.notifications.bell(unread)}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 2.5a5 5 0 0 0-5 5v3.2L3.4 14h13.2L15 10.7V7.5a5 5 0 0 0-5-5zM8 16a2 2 0 0 0 4 0" />
      </svg>
      {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
