import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { post } from '../../api/client.ts';
import { useJob } from '../../api/job.ts';
import { meQuery, scenariosQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { JobProgress } from '../../plan/job-progress.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { SideBySide } from './side-by-side.tsx';

/** All scenarios side by side, computed on request: one, or one after the other all that have no current result. */
export function ScenariosPage() {
  const { t, f } = useLanguage();
  const words = t.scenarios;
  const query = useQuery(scenariosQuery);
  const { data: me } = useQuery(meQuery);
  const mayPlan = me?.permissions.includes('plan') ?? false;
  const waiting = useRef<readonly string[]>([]);
  const run = useJob(() => {
    void query.refetch();
    compute(waiting.current);
  });
  const compute = ([id, ...others]: readonly string[]): void => {
    waiting.current = others;
    if (id === undefined) return;
    run.start(() => post<{ job: string }>(`/scenarios/${encodeURIComponent(id)}/compute`, crypto.randomUUID()));
  };
  const cancel = (): void => {
    waiting.current = [];
    run.cancel();
  };
  const open = (query.data?.scenarios ?? []).filter(({ result }) => result === null || result.outdated);
  return (
    <div className="fp-page">
      <PageHead title={t.nav.scenarios} lead={words.lead}>
        {mayPlan && open.length > 1 && (
          <Button isDisabled={run.running} onPress={() => compute(open.map(({ scenario }) => scenario.id))}>
            {words.computeAll(f.number(open.length))}
          </Button>
        )}
        {me?.permissions.includes('writeScenarios') && (
          <Link to="/szenarien/neu" className={buttonClass('main')}>
            {words.add}
          </Link>
        )}
      </PageHead>
      <JobProgress run={{ ...run, cancel }} />
      <Loaded query={query}>
        {({ scenarios }) =>
          scenarios.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneAdvice}</p>
            </Empty>
          ) : (
            <SideBySide
              rows={scenarios}
              action={({ scenario, result }) => {
                const label = result ? words.computeAgain : words.compute;
                return (
                  mayPlan && (
                    <Button
                      look="quiet"
                      isDisabled={run.running}
                      aria-label={`${label}: ${scenario.name}`}
                      onPress={() => compute([scenario.id])}
                    >
                      {label}
                    </Button>
                  )
                );
              }}
            />
          )
        }
      </Loaded>
    </div>
  );
}
