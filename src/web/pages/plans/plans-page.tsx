import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { post } from '../../api/client.ts';
import { useJob } from '../../api/job.ts';
import { meQuery, plansQuery } from '../../api/queries.ts';
import type { PlansAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { JobProgress } from '../../plan/job-progress.tsx';
import { PlanTabs } from '../../plan/plan-tabs.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { PlanTable } from './plan-table.tsx';
import { StatusDate } from './status-date.tsx';
import { WorkingPlan } from './working-plan.tsx';

/** The newest proposals, each leading to what it would change. */
function Proposals({ answer }: { answer: PlansAnswer }) {
  const { t, f } = useLanguage();
  const present =
    answer.plans.find((plan) => plan.status === 'working') ?? answer.plans.find((p) => p.status === 'approved');
  if (answer.proposals.length === 0) return <p className="fp-muted">{t.plans.noProposals}</p>;
  return (
    <ul className="fp-bullets">
      {answer.proposals.map((one) => (
        <li key={one.id}>
          <Link to="/plaene/vergleich" search={{ von: present?.id, mit: one.id }}>
            {t.plans.proposalOf(f.timestamp(one.createdAt))}
          </Link>{' '}
          <span className="fp-muted">{t.plan.quality[one.quality]}</span>
        </li>
      ))}
    </ul>
  );
}

function Content(props: { answer: PlansAnswer; mayPlan: boolean; planAnew: (() => void) | undefined }) {
  const { answer, mayPlan, planAnew } = props;
  const { t } = useLanguage();
  return (
    <>
      <div className="fp-cols">
        <WorkingPlan answer={answer} mayPlan={mayPlan} planAnew={planAnew} />
        <div>
          <Section title={t.plans.proposals}>
            <Proposals answer={answer} />
          </Section>
          <StatusDate answer={answer} mayPlan={mayPlan} />
        </div>
      </div>
      <PlanTable plans={answer.plans} />
    </>
  );
}

/** All plans of the city; planning anew, holding, and putting forward for approval. */
export function PlansPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const query = useQuery(plansQuery);
  const { data: me } = useQuery(meQuery);
  const mayPlan = me?.permissions.includes('plan') ?? false;
  const present =
    query.data?.plans.find(({ status }) => status === 'working') ??
    query.data?.plans.find(({ status }) => status === 'approved');
  const compare = async (proposal: string | undefined): Promise<void> => {
    // The comparison offers what is listed: leaving this page would end the reading of the list.
    await query.refetch();
    await navigate({ to: '/plaene/vergleich', search: { von: present?.id, mit: proposal } });
  };
  const run = useJob((job) => void compare(job.result?.planRun));
  const planAnew = (): void => run.start(() => post<{ job: string }>('/plans/propose', crypto.randomUUID()));
  return (
    <div className="fp-page">
      <PageHead title={t.nav.plans} lead={t.plans.lead}>
        {mayPlan && (
          <Button look="main" isDisabled={run.running} onPress={planAnew}>
            {t.plans.planAnew}
          </Button>
        )}
      </PageHead>
      <PlanTabs />
      <JobProgress run={run} />
      <Loaded query={query}>
        {(answer) => <Content answer={answer} mayPlan={mayPlan} planAnew={run.running ? undefined : planAnew} />}
      </Loaded>
    </div>
  );
}
