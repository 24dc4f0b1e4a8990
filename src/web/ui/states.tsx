import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiError } from '../api/client.ts';
import type { Problem } from '../api/types.ts';
import { useLanguage } from '../language/context.tsx';
import { Button, buttonClass } from './button.tsx';
import { PlacedDetail } from './placed-detail.tsx';

/** Shown only after a moment: most answers are there sooner, and a flash helps nobody. */
export function Loading() {
  const { t } = useLanguage();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="fp-muted fp-loading">
      {slow ? t.states.loading : ''}
    </p>
  );
}

/** Nothing to show, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="fp-message">
      <p className="fp-strong">{title}</p>
      {children}
    </div>
  );
}

/** Refusals whose own words name the way out: what else could be done would only lead away from it. */
const OWN_WAY_OUT = [400, 409, 412, 413, 422];

/** What went wrong in the server's own words, the way out, and the id under which the fault is logged. */
export function Failure({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useLanguage();
  const title = problem.status === 0 ? t.states.offline : problem.title;
  const advice =
    problem.status === 0 ? t.states.offlineAdvice : problem.status >= 500 ? t.states.faultAdvice : t.states.retryAdvice;
  const ownWayOut = OWN_WAY_OUT.includes(problem.status) && problem.detail !== undefined;
  return (
    <div className="fp-message" role="alert">
      <p className="fp-strong">{title}</p>
      {problem.detail && problem.detail !== title && <p>{problem.detail}</p>}
      {problem.errors?.map((error) => (
        <p key={error.pointer}>
          <PlacedDetail error={error} />
        </p>
      ))}
      {!ownWayOut && <p className="fp-muted">{advice}</p>}
      {!ownWayOut && problem.instance && (
        <p className="fp-muted">
          {t.states.reportId}: <code>{problem.instance.replace(/^urn:fahrplan:request:/, '')}</code>
        </p>
      )}
      <div className="fp-actions">
        {onRetry && <Button onPress={onRetry}>{t.states.retry}</Button>}
        {!ownWayOut && (
          <Link to="/" className={buttonClass('quiet')}>
            {t.states.toOverview}
          </Link>
        )}
      </div>
    </div>
  );
}

/** A record that does not exist. */
export function Missing({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="fp-message">
      <p className="fp-strong">{t.states.notFound}</p>
      <p>{children}</p>
      <p>
        <Link to="/">{t.states.toOverview}</Link>
      </p>
    </div>
  );
}

/** Something that the person may not change: why, and who can help. */
export function NotAllowed({ titled = false }: { titled?: boolean }) {
  const { t } = useLanguage();
  return (
    <div className="fp-message">
      {titled && <p className="fp-strong">{t.states.notAllowed}</p>}
      <p>{t.states.notAllowedAdvice}</p>
      <p>
        <Link to="/">{t.states.toOverview}</Link>
      </p>
    </div>
  );
}

/** Content of a query, or the state it is in: loading, failed, not found. */
export function Loaded<T>({
  query,
  missing,
  children,
}: {
  query: UseQueryResult<T>;
  missing?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Loading />;
  const problem = query.error instanceof ApiError ? query.error.problem : { title: String(query.error), status: 0 };
  if (problem.status === 404 && missing !== undefined) return missing;
  return <Failure problem={problem} onRetry={() => void query.refetch()} />;
}
