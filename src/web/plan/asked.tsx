import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { post, sendJson } from '../api/client.ts';
import { useJob } from '../api/job.ts';
import { askedQuery, meQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Loaded } from '../ui/states.tsx';
import { JobProgress } from './job-progress.tsx';

/**
 * A question about the plan at one address of the API: its newest answer, whether it still holds, and the button that
 * has it computed (for those who may plan).
 */
export function Asked<T>(props: {
  path: string;
  /** What the button says: its own words for each question, because several may stand on one page. */
  action: string;
  /** What is sent along; undefined sends nothing. */
  body?: object | undefined;
  /** What stands before the button, for example fields for what is sent along. */
  form?: ReactNode;
  children: (answer: T) => ReactNode;
}) {
  const { path, action, body, form, children } = props;
  const { t, f } = useLanguage();
  const query = useQuery(askedQuery<T>(path));
  const { data: me } = useQuery(meQuery);
  const run = useJob(() => void query.refetch());
  const mayAsk = me?.permissions.includes('plan') ?? false;
  const begin = (): Promise<{ job: string } | null> => (body ? sendJson('POST', path, body) : post(path));
  return (
    <Loaded query={query}>
      {({ asked }) => (
        <>
          {asked && (
            <p className={asked.outdated ? 'fp-notice' : 'fp-muted'}>
              {t.asked.computed(f.timestamp(asked.createdAt))} {asked.outdated && t.asked.outdated}
            </p>
          )}
          {!asked && !mayAsk && <p className="fp-muted">{t.asked.never}</p>}
          {mayAsk && (
            <>
              {form}
              <div className="fp-actions fp-gap">
                <Button isDisabled={run.running} onPress={() => run.start(begin)}>
                  {action}
                </Button>
              </div>
            </>
          )}
          <JobProgress run={run} />
          {asked && <div className="fp-gap">{children(asked.answer)}</div>}
        </>
      )}
    </Loaded>
  );
}
