import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useAssess } from '../../api/assess.ts';
import { meQuery, paperQuery } from '../../api/queries.ts';
import type { PaperAnswer } from '../../api/types.ts';
import { Discussion } from '../../discussion/discussion.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Empty, Loaded, Missing } from '../../ui/states.tsx';
import { AnswerView } from './answer-view.tsx';
import { AssessProgress } from './assess-progress.tsx';
import { PaperFacts } from './paper-facts.tsx';
import { PaperText } from './paper-text.tsx';

/** Nothing has been computed yet: what the paper says, and how to get an answer. */
function Unassessed({ answer, mayAssess }: { answer: PaperAnswer; mayAssess: boolean }) {
  const { t } = useLanguage();
  return (
    <>
      <Empty title={t.paper.notAssessed}>
        <p>{mayAssess ? t.paper.howToAssess : t.paper.mayNotAssess}</p>
      </Empty>
      <PaperText paper={answer.paper} />
    </>
  );
}

function Content({ answer }: { answer: PaperAnswer }) {
  const { t } = useLanguage();
  const { paper, assessment, planRun } = answer;
  const { data: me } = useQuery(meQuery);
  const mayAssess = me?.permissions.includes('assess') ?? false;
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  const run = useAssess(paper.id);
  const stale = planRun?.agendaChanged === true && !run.running;
  return (
    <>
      <PageHead
        title={`${paper.reference}: ${paper.name}`}
        within={
          <Link to="/ratspost" search={{ art: paper.kind }}>
            {t.paperKindsPlural[paper.kind]}
          </Link>
        }
      >
        {mayWrite && (
          <Link
            to="/ratspost/$id/pruefung"
            params={{ id: paper.id }}
            className={buttonClass(paper.checks.length + paper.pointDecisions.length > 0 ? 'quiet' : undefined)}
          >
            {t.examination.examine}
          </Link>
        )}
        {mayWrite && (
          <Link to="/ratspost/$id/bearbeiten" params={{ id: paper.id }} className={buttonClass('quiet')}>
            {t.paperForm.edit}
          </Link>
        )}
        {mayAssess && (
          <Button {...(assessment ? { look: 'quiet' } : { look: 'main' })} isDisabled={run.running} onPress={run.start}>
            {assessment ? t.paper.assessAgain : t.paper.assess}
          </Button>
        )}
        {assessment && (
          <Link to="/ratspost/$id/stellungnahme" params={{ id: paper.id }} className={buttonClass('main')}>
            {t.paper.openStatement}
          </Link>
        )}
      </PageHead>
      <AssessProgress run={run} />
      {stale && (
        <p className="fp-notice" role="status">
          {mayAssess ? t.paper.stale : t.paper.staleReadOnly}
        </p>
      )}
      <PaperFacts answer={answer} />
      {assessment ? (
        <AnswerView paper={paper} version={answer.version} assessment={assessment} planRun={planRun} />
      ) : (
        <Unassessed answer={answer} mayAssess={mayAssess} />
      )}
      <Discussion kind="paper" id={paper.id} />
    </>
  );
}

export function PaperPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/ratspost/$id' });
  const query = useQuery(paperQuery(id));
  return (
    <div className="fp-page">
      {query.data === undefined && <PageHead title={t.paper.title(id)} />}
      <Loaded query={query} missing={<Missing>{t.paper.missing(id)}</Missing>}>
        {(answer) => <Content key={answer.paper.id} answer={answer} />}
      </Loaded>
    </div>
  );
}
