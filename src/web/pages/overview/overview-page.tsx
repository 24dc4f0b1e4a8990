import { useQuery } from '@tanstack/react-query';
import type { Overview } from '../../../planning/index.ts';
import { overviewQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { PlanState } from '../../plan/plan-state.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Ill, IllustrativeNote } from '../../ui/marks.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AreaProgress } from './area-progress.tsx';
import { Bottlenecks } from './bottlenecks.tsx';
import { DutiesAtRisk } from './duties-at-risk.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Milestones } from './milestones.tsx';
import { OpenPapers } from './open-papers.tsx';
import { SinceLastVisit } from './since-last-visit.tsx';
import { Stages } from './stages.tsx';

/** The state of the agenda in one or two computed sentences. */
function Lead({ overview }: { overview: Overview }) {
  const { t, f } = useLanguage();
  const { bottleneck } = overview;
  const illustrative = overview.load.some((row) => row.illustrative);
  return (
    <>
      {t.overview.kept(overview.obligationsKept, overview.obligationsWithDeadline, overview.obligationsOverdue)}{' '}
      {bottleneck && (
        <>
          {t.overview.bottleneckUntil(f.date(bottleneck.until))} {bottleneck.name}:{' '}
          <Ill when={illustrative}>{f.number(Math.round(bottleneck.plannedTenths / 10))}</Ill> {t.overview.of}{' '}
          <Ill when={illustrative}>{f.number(Math.round(bottleneck.availableTenths / 10))}</Ill>{' '}
          {t.overview.daysPlanned}
        </>
      )}
    </>
  );
}

function Content({ overview }: { overview: Overview }) {
  const { t, f } = useLanguage();
  const title = t.overview.title(overview.agendaName, f.date(overview.asOf));
  return (
    <>
      <PageHead title={title} lead={<Lead overview={overview} />}>
        <PlanState plan={overview.plan} />
      </PageHead>
      <FirstSteps />
      <div className="fp-cols">
        <div className="fp-stack">
          <DutiesAtRisk overview={overview} />
          <AreaProgress overview={overview} />
          <Stages />
          <p className="fp-foot">
            {t.lightRule} <IllustrativeNote /> {t.illustrativeColumn}
          </p>
        </div>
        <div className="fp-stack">
          <OpenPapers asOf={overview.asOf} />
          <Bottlenecks overview={overview} />
          <Milestones overview={overview} />
          <SinceLastVisit />
        </div>
      </div>
    </>
  );
}

export function OverviewPage() {
  const { t } = useLanguage();
  const query = useQuery(overviewQuery);
  return (
    <div className="fp-page">
      {query.data === undefined && <PageHead title={t.nav.overview} />}
      <Loaded query={query}>{(overview) => <Content overview={overview} />}</Loaded>
    </div>
  );
}
