import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { projectQuery, roadmapQuery } from '../../api/queries.ts';
import { sheetFile } from '../../api/reports.ts';
import type { ProjectAnswer } from '../../api/types.ts';
import { Discussion } from '../../discussion/discussion.tsx';
import { useLanguage } from '../../language/context.tsx';
import { History } from '../../plan/history.tsx';
import { useMayEdit } from '../../plan/may-edit.ts';
import { PaperLink } from '../../plan/paper-link.tsx';
import { StatusSignal } from '../../plan/status-signal.tsx';
import { WhyThisDate } from '../../plan/why-this-date.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, Ill, IllustrativeNote, TrafficLight } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { choiceOf } from '../projects/arrange.ts';
import { Deadlines } from './deadlines.tsx';
import { Dependencies } from './dependencies.tsx';
import { Duties } from './duties.tsx';
import { DependencyGraph } from './graph.tsx';
import { Milestones } from './milestones.tsx';
import { Aims, Progress } from './more-facts.tsx';
import { Phases } from './phases.tsx';
import { ProjectActions } from './project-actions.tsx';
import { ProvenanceList } from './provenance-list.tsx';

/** Whether the plan leaves the project out, and why; or that it may, or has to choose. */
function ProjectChoiceFact({ row }: { row: ProjectAnswer['row'] }) {
  const { t, text } = useLanguage();
  const words = [
    t.choice.states[choiceOf(row)],
    row.alternative !== null && `${t.exclusive.title}: ${row.alternative}`,
  ];
  return (
    <>
      {words.filter(Boolean).join(' · ')}
      {row.leftOut !== null && `. ${text(row.leftOut)}`}
    </>
  );
}

/** Class, area, lead, state and dates in one line. */
function Summary({ answer }: { answer: ProjectAnswer }) {
  const { t, f } = useLanguage();
  const { row, project } = answer;
  const ill = row.illustrative;
  return (
    <Facts inline>
      <Fact term={t.roadmap.kind}>
        {t.classLetters[row.commitmentClass]} {t.classes[row.commitmentClass]}
      </Fact>
      <Fact term={t.roadmap.lead}>{row.leadName ? <German>{row.leadName}</German> : t.projects.noLead}</Fact>
      <Fact term={t.roadmap.state}>
        <StatusSignal status={row.status} />
      </Fact>
      <Fact term={t.start}>{row.start ? <Ill when={ill}>{f.date(row.start)}</Ill> : t.roadmap.notDated}</Fact>
      {row.finish && (
        <Fact term={t.finish}>
          <Ill when={ill}>{f.date(row.finish)}</Ill>
        </Fact>
      )}
      {project.finishedOn && <Fact term={t.sheet.finishedOn}>{f.date(project.finishedOn)}</Fact>}
      {(row.leftOut !== null || row.droppable || row.alternative !== null) && (
        <Fact term={t.choice.state}>
          <ProjectChoiceFact row={row} />
        </Fact>
      )}
      {row.marginDays !== null && (
        <Fact term={t.obligations.margin}>
          {t.days(row.marginDays, f.number(row.marginDays))} &ensp;
          <TrafficLight light={row.light} />
        </Fact>
      )}
      <Fact term={t.effort}>
        <Ill when={ill}>{f.days(row.effortTenths)}</Ill> {t.units.personDays}
      </Fact>
      <Fact term={t.oneOff}>
        <Ill when={ill}>{f.thousands(row.costCents)}</Ill> {t.units.thousandEuros}
      </Fact>
    </Facts>
  );
}

/** What the project is for. */
function Purpose({ answer }: { answer: ProjectAnswer }) {
  const { t, f } = useLanguage();
  const { project, row, units } = answer;
  const cases = project.caseNumberPerYear;
  return (
    <Section title={t.sheet.purpose}>
      <Facts>
        <Fact term={t.sheet.purpose}>{project.purpose ? <German>{project.purpose}</German> : t.notRecorded}</Fact>
        <Fact term={t.sheet.benefit}>{project.benefit ? <German>{project.benefit}</German> : t.notRecorded}</Fact>
        <Fact term={t.sheet.cases}>{cases === undefined ? t.notRecorded : f.number(cases)}</Fact>
        {project.participants.length > 0 && (
          <Fact term={t.sheet.participants}>
            <German>{f.list(project.participants.map((id) => units[id] ?? id))}</German>
          </Fact>
        )}
        {project.partners.length > 0 && (
          <Fact term={t.sheet.partners}>
            {row.partners.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Link to="/belege/$kind/$id" params={{ kind: 'partner', id }}>
                  <German>{name}</German>
                </Link>
              </span>
            ))}
          </Fact>
        )}
        {answer.needs.length > 0 && (
          <Fact term={t.sheet.needs}>
            <ul className="fp-bullets">
              {answer.needs.map(({ id, name }) => (
                <li key={id}>
                  <Link to="/bedarfe/$id" params={{ id }}>
                    <German>{name}</German>
                  </Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {answer.bundles.length > 0 && (
          <Fact term={t.sheet.bundles}>
            <ul className="fp-bullets">
              {answer.bundles.map(({ id, name }) => (
                <li key={id}>
                  <Link to="/pflichten/leistungen/$key" params={{ key: id }}>
                    <German>{name}</German>
                  </Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {project.papers.length > 0 && (
          <Fact term={t.sheet.papers}>
            {project.papers.map((reference, index) => (
              <span key={reference}>
                {index > 0 && ', '}
                <PaperLink paper={reference} />
              </span>
            ))}
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function Content({ answer }: { answer: ProjectAnswer }) {
  const { t } = useLanguage();
  const { data: roadmap } = useQuery(roadmapQuery);
  const { project } = answer;
  const mayEdit = useMayEdit(project);
  const projects = roadmap?.areas.flatMap((area) => area.projects) ?? [];
  return (
    <>
      <PageHead
        title={`${project.id} ${project.name}`}
        heading={<German>{`${project.id} ${project.name}`}</German>}
        within={
          <Link to="/projekte" search={{ bereich: answer.row.actionField.id }}>
            <German>{answer.row.actionField.name}</German>
          </Link>
        }
      >
        <Link to="/fahrplan" search={{ projekt: project.id }} className="fp-btn fp-btn--quiet">
          {t.sheet.inRoadmap}
        </Link>
        <Button onPress={() => window.print()}>{t.sheet.print}</Button>
        <a href={sheetFile(project.id, 'pdf')} download className={buttonClass()}>
          {t.statement.downloadPdf}
        </a>
        <a href={sheetFile(project.id, 'docx')} download className={buttonClass()}>
          {t.statement.download}
        </a>
        {mayEdit && <ProjectActions answer={answer} />}
      </PageHead>
      <Summary answer={answer} />
      <div className="fp-two fp-sheet">
        <div className="fp-stack">
          <Purpose answer={answer} />
          <Phases answer={answer} />
          <Deadlines answer={answer} />
          <Duties answer={answer} />
          <Milestones answer={answer} />
          <Aims answer={answer} />
          <Progress answer={answer} />
          <Discussion kind="project" id={project.id} />
          <div className="fp-noprint">
            <ProvenanceList answer={answer} />
            {mayEdit && <History kind="project" id={project.id} name={project.name} version={answer.version} />}
          </div>
        </div>
        <aside className="fp-side" aria-label={t.sheet.context}>
          <WhyThisDate id={project.id} projects={projects} />
          <DependencyGraph answer={answer} />
          <Dependencies answer={answer} />
        </aside>
      </div>
      <p className="fp-foot">
        {t.lightRule} <IllustrativeNote />
      </p>
    </>
  );
}

export function ProjectPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/projekte/$id' });
  const query = useQuery(projectQuery(id));
  return (
    <div className="fp-page">
      {query.data === undefined && <PageHead title={`${t.project} ${id}`} />}
      <Loaded query={query} missing={<Missing>{t.sheet.missing(id)}</Missing>}>
        {(answer) => <Content key={answer.project.id} answer={answer} />}
      </Loaded>
    </div>
  );
}
