import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { RoadmapProject, RoadmapView } from '../../../planning/index.ts';
import { projectQuery } from '../../api/queries.ts';
import type { ProjectAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { nearestDeadline, obligationInWords } from '../../plan/facts.ts';
import { WhyThisDate } from '../../plan/why-this-date.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { German, Ill, TrafficLight } from '../../ui/marks.tsx';
import { Fact, Facts } from '../../ui/section.tsx';
import { HoldForm } from './hold-form.tsx';
import type { Planning } from './planning.tsx';
import { WhatHelps } from './what-helps.tsx';
import { WhyNot } from './why-not.tsx';

/** A span of days; the year of its beginning is left out where it is that of its end. */
function Span({ from, to, illustrative }: { from: string; to: string; illustrative: boolean }) {
  const { f } = useLanguage();
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return (
    <>
      {sameYear ? f.dayMonth(from) : f.date(from)} – <Ill when={illustrative}>{f.date(to)}</Ill>
    </>
  );
}

function Dates({ project }: { project: RoadmapProject }) {
  const { t, f } = useLanguage();
  const { start, finish, approvedStart, approvedFinish, illustrative, marginDays } = project;
  const same = start === approvedStart && finish === approvedFinish;
  const deadline = nearestDeadline(project.deadlines);
  return (
    <>
      <Fact term={t.plan.working}>
        {start && finish ? <Span from={start} to={finish} illustrative={illustrative} /> : t.roadmap.notDated}
      </Fact>
      <Fact term={t.plan.approved}>
        {approvedStart === null || approvedFinish === null ? (
          t.roadmap.notApproved
        ) : same ? (
          t.roadmap.unchanged
        ) : (
          <Span from={approvedStart} to={approvedFinish} illustrative={illustrative} />
        )}
      </Fact>
      <Fact term={t.deadlineKinds[deadline?.kind ?? 'promised']}>{deadline ? f.date(deadline.on) : t.none}</Fact>
      {marginDays !== null && (
        <Fact term={t.obligations.margin}>
          {t.days(marginDays, f.number(marginDays))} &ensp;
          <TrafficLight light={project.light} />
        </Fact>
      )}
    </>
  );
}

/** What only the project's own record tells. */
function Means({ answer, illustrative }: { answer: ProjectAnswer; illustrative: boolean }) {
  const { t, f } = useLanguage();
  return (
    <>
      <Fact term={t.effort}>
        <Ill when={illustrative}>{f.days(answer.row.effortTenths)}</Ill> {t.units.personDays}
      </Fact>
      <Fact term={t.oneOff}>
        <Ill when={illustrative}>{f.thousands(answer.row.costCents)}</Ill> {t.units.thousandEuros}
      </Fact>
      {answer.obligations.length > 0 && (
        <Fact term={t.law}>
          {answer.obligations.map((one) => (
            <div key={one.id}>{obligationInWords(one, t)}</div>
          ))}
        </Fact>
      )}
    </>
  );
}

function Chosen({ view, project, planning }: { view: RoadmapView; project: RoadmapProject; planning: Planning }) {
  const { t, f } = useLanguage();
  const titleId = useId();
  const { data } = useQuery(projectQuery(project.id));
  return (
    <aside className="fp-panel" aria-labelledby={titleId}>
      <p className="fp-muted">
        {project.id} · {t.classPhrases[project.commitmentClass]}
      </p>
      <h2 id={titleId}>
        <German>{project.name}</German>
      </h2>
      <Facts>
        <Dates project={project} />
        {data && <Means answer={data} illustrative={project.illustrative} />}
      </Facts>
      {view.criticalChain.includes(project.id) && (
        <p className="fp-note fp-gap">{t.hold.inChain(f.list(view.criticalChain))}</p>
      )}
      <HoldForm
        key={`${project.start} ${planning.move.draft?.start} ${planning.held}`}
        project={project}
        planning={planning}
        modes={data?.project.modes ?? []}
      />
      {project.start !== null && project.marginDays !== null && project.marginDays < 0 && (
        <>
          <WhatHelps project={project} planning={planning} />
          <WhyNot project={project.id} />
        </>
      )}
      <WhyThisDate id={project.id} projects={view.areas.flatMap((area) => area.projects)} />
      <div className="fp-actions fp-gap">
        <Link to="/projekte/$id" params={{ id: project.id }} className={buttonClass()}>
          {t.factSheet}
        </Link>
      </div>
    </aside>
  );
}

/** Details of the chosen project; without one, how to choose. */
export function Panel({
  view,
  chosen,
  planning,
}: {
  view: RoadmapView;
  chosen: string | undefined;
  planning: Planning;
}) {
  const { t } = useLanguage();
  const titleId = useId();
  const project = view.areas.flatMap((area) => area.projects).find((one) => one.id === chosen);
  if (project) return <Chosen key={project.id} view={view} project={project} planning={planning} />;
  return (
    <aside className="fp-panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{t.roadmap.nothingChosen}</h2>
      <p className="fp-muted">{t.roadmap.howToChoose}</p>
      <p className="fp-muted fp-gap">{t.roadmap.keys}</p>
      {planning.mayPlan && <p className="fp-muted fp-gap">{t.hold.keys}</p>}
    </aside>
  );
}
