import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { post } from '../../api/client.ts';
import { useJob } from '../../api/job.ts';
import { meQuery, scenariosQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { JobProgress } from '../../plan/job-progress.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { SideBySide } from './side-by-side.tsx';

/** All scenarios side by side, each computed on request. */
export function ScenariosPage() {
  const { t } = useLanguage();
  const words = t.scenarios;
  const query = useQuery(scenariosQuery);
  const { data: me } = useQuery(meQuery);
  const mayPlan = me?.permissions.includes('plan') ?? false;
  const run = useJob(() => void query.refetch());
  const compute = (id: string): void =>
    run.start(() => post<{ job: string }>(`/scenarios/${encodeURIComponent(id)}/compute`, crypto.randomUUID()));
  return (
    <div className="fp-page">
      <PageHead title={t.nav.scenarios} lead={words.lead}>
        {me?.permissions.includes('writeScenarios') && (
          <Link to="/szenarien/neu" className={buttonClass('main')}>
            {words.add}
          </Link>
        )}
      </PageHead>
      <JobProgress run={run} />
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
                      onPress={() => compute(scenario.id)}
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
