import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paperQuery } from '../api/queries.ts';
import { paperAbove, trailOf } from '../app/crumbs.ts';
import { useLanguage } from '../language/context.tsx';

/** Where a page stands, from the top. `within` narrows it further: a filtered list to which the record belongs. */
export function Crumbs({ within }: { within?: ReactNode }) {
  const { t } = useLanguage();
  const path = useLocation({ select: (location) => location.pathname });
  const paper = paperAbove(path, t);
  const { data } = useQuery({ ...paperQuery(paper ?? ''), enabled: paper !== null });
  const trail = trailOf(path, t, data?.paper.reference);
  if (trail.length === 0) return null;
  return (
    <nav className="fp-crumb" aria-label={t.crumbs}>
      <ol>
        {trail.map((page) => (
          <li key={page.to}>
            <Link to={page.to as '/'}>{page.label}</Link>
          </li>
        ))}
        {within && <li>{within}</li>}
      </ol>
    </nav>
  );
}
