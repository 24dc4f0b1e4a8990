import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { Statement } from '../../../council/index.ts';
import { type StatementDesk, statementDeskQuery } from '../../api/council.ts';
import { meQuery, paperQuery, statementFile, statementQuery } from '../../api/queries.ts';
import { EvidenceProvider } from '../../evidence/context.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHead, PageTitle } from '../../ui/heading.tsx';
import { Failure, Loaded, Missing } from '../../ui/states.tsx';
import { Document } from './document.tsx';
import { Margin } from './margin.tsx';
import { numberEvidence } from './numbering.ts';
import { Outline } from './outline.tsx';
import { PromisesPanel } from './promises-panel.tsx';
import { ReleasePanel } from './release-panel.tsx';
import { StalePanel } from './stale-panel.tsx';
import { useEditing } from './use-editing.tsx';
import { useWork } from './use-work.ts';

/** What must be filled in by hand before anybody may sign. */
function missingCount(statement: Statement): number {
  return statement.blocks.reduce((sum, block) => sum + block.missing.length, 0);
}

function StatusBar(props: {
  id: string;
  reference: string;
  statement: Statement;
  desk: StatementDesk | undefined;
  children: ReactNode;
}) {
  const { id, reference, statement, desk, children } = props;
  const { t, f } = useLanguage();
  const missing = missingCount(statement);
  const stage = desk ? `${t.work.edition(desk.file.edition)}: ${t.work.stages[desk.file.stage]}` : t.statement.draft;
  return (
    <div className="fp-status">
      <PageTitle title={t.statement.title(reference)} className="fp-h2" />
      <span className="fp-chip fp-chip--accent">{stage}</span>
      <span className="fp-muted">
        {t.asOf(f.date(statement.asOf))}
        {missing > 0 && ` · ${t.statement.missing(missing)}`}
        {desk && desk.stale.length > 0 && ` · ${t.work.stale(desk.stale.length)}`}
      </span>
      <div className="fp-actions fp-actions--page fp-status__end">
        <Link to="/ratspost/$id" params={{ id }} className={buttonClass('quiet')}>
          {t.statement.toAnswer}
        </Link>
        {children}
      </div>
    </div>
  );
}

function Content({ id, draft, desk }: { id: string; draft: Statement; desk: StatementDesk | undefined }) {
  const { t } = useLanguage();
  const { data: answer } = useQuery(paperQuery(id));
  const { data: me } = useQuery(meQuery);
  const work = useWork(id);
  const [open, setOpen] = useState<string | null>(null);
  const statement = desk?.file.content ?? draft;
  const numbers = numberEvidence(statement);
  const stale = new Set(desk?.stale.map((one) => one.evidence));
  const binding = { numbers, stale, open, onOpen: setOpen };
  const { editing, annotate, guard } = useEditing(desk, work, me, binding);
  const own = useMemo(() => ({ id, candidates: answer?.paper.candidates.map((one) => one.id) ?? [] }), [id, answer]);
  const mayBegin = desk === undefined && (me?.permissions.includes('writePapers') ?? false);
  const planRun = desk?.file.planRun ?? answer?.planRun?.id ?? null;
  return (
    <EvidenceProvider evidence={statement.evidence} planRun={planRun} paper={own}>
      <StatusBar id={id} reference={answer?.paper.reference ?? id} statement={statement} desk={desk}>
        {mayBegin && (
          <Button look="main" isDisabled={work.busy} onPress={() => void work.begin()}>
            {t.work.begin}
          </Button>
        )}
        <a href={statementFile(id, 'pdf')} download className={buttonClass()}>
          {t.statement.downloadPdf}
        </a>
        <a href={statementFile(id, 'docx')} download className={buttonClass(mayBegin ? undefined : 'main')}>
          {t.statement.download}
        </a>
      </StatusBar>
      {work.dialog}
      {guard}
      <div className="fp-ed__said">
        {work.problem && <Failure problem={work.problem} />}
        {work.renewed && (
          <p className="fp-notice" role="alert">
            {t.remarks.renewed}
          </p>
        )}
      </div>
      {answer?.planRun?.agendaChanged && <p className="fp-notice">{t.statement.stale}</p>}
      <div className="fp-ed">
        <Outline blocks={statement.blocks} />
        <div className="fp-ed__desk">
          <Document statement={statement} editing={editing} annotate={annotate} {...binding} />
        </div>
        <Margin statement={statement} numbers={numbers} open={open} onClose={() => setOpen(null)}>
          {desk && (
            <>
              <ReleasePanel desk={desk} work={work} me={me} />
              <StalePanel desk={desk} work={work} me={me} numbers={numbers} />
              {answer && me?.permissions.includes('writePapers') && <PromisesPanel paper={answer.paper} />}
            </>
          )}
        </Margin>
      </div>
    </EvidenceProvider>
  );
}

/** No draft yet: how to get one. */
function NotYet({ id }: { id: string }) {
  const { t } = useLanguage();
  return (
    <Missing>
      {t.statement.notYet}{' '}
      <Link to="/ratspost/$id" params={{ id }}>
        {t.statement.toPaper}
      </Link>
    </Missing>
  );
}

export function StatementPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/ratspost/$id/stellungnahme' });
  const query = useQuery(statementQuery(id));
  const work = useQuery({ ...statementDeskQuery(id), retry: false });
  if (query.data && !work.isPending)
    return <Content key={id} id={id} draft={query.data} desk={work.data?.work ?? undefined} />;
  return (
    <div className="fp-page">
      <PageHead title={t.statement.title(id)} />
      <Loaded query={query} missing={<NotYet id={id} />}>
        {() => null}
      </Loaded>
    </div>
  );
}
