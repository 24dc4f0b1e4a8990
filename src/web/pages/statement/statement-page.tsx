import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Statement } from '../../../council/index.ts';
import { paperQuery, statementFile, statementQuery } from '../../api/queries.ts';
import { EvidenceProvider } from '../../evidence/context.tsx';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead, PageTitle } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { Document } from './document.tsx';
import { Margin } from './margin.tsx';
import { numberEvidence } from './numbering.ts';
import { Outline } from './outline.tsx';

/** What must be filled in by hand before anybody may sign. */
function missingCount(statement: Statement): number {
  return statement.blocks.reduce((sum, block) => sum + block.missing.length, 0);
}

function Content({ id, statement }: { id: string; statement: Statement }) {
  const { t, f } = useLanguage();
  const { data: answer } = useQuery(paperQuery(id));
  const [open, setOpen] = useState<string | null>(null);
  const numbers = numberEvidence(statement);
  const own = useMemo(() => ({ id, candidates: answer?.paper.candidates.map((one) => one.id) ?? [] }), [id, answer]);
  const missing = missingCount(statement);
  const title = t.statement.title(answer?.paper.reference ?? id);
  return (
    <EvidenceProvider evidence={statement.evidence} planRun={answer?.planRun?.id ?? null} paper={own}>
      <div className="fp-status">
        <PageTitle title={title} className="fp-h2" />
        <span className="fp-chip fp-chip--accent">{t.statement.draft}</span>
        <span className="fp-muted">
          {t.asOf(f.date(statement.asOf))}
          {missing > 0 && ` · ${t.statement.missing(missing)}`}
        </span>
        <div className="fp-actions fp-actions--page fp-status__end">
          <Link to="/ratspost/$id" params={{ id }} className={buttonClass('quiet')}>
            {t.statement.toAnswer}
          </Link>
          <a href={statementFile(id)} download className={buttonClass('main')}>
            {t.statement.download}
          </a>
        </div>
      </div>
      {answer?.planRun?.agendaChanged && <p className="fp-notice">{t.statement.stale}</p>}
      <div className="fp-ed">
        <Outline blocks={statement.blocks} />
        <div className="fp-ed__desk">
          <Document statement={statement} numbers={numbers} open={open} onOpen={setOpen} />
        </div>
        <Margin statement={statement} numbers={numbers} open={open} onClose={() => setOpen(null)} />
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
  if (query.data) return <Content key={id} id={id} statement={query.data} />;
  return (
    <div className="fp-page">
      <PageHead title={t.statement.title(id)} />
      <Loaded query={query} missing={<NotYet id={id} />}>
        {() => null}
      </Loaded>
    </div>
  );
}
