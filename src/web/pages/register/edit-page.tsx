import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { choicesQuery, recordQuery } from '../../api/queries.ts';
import type { Choices, RecordAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { LawTabs } from '../../plan/law-tabs.tsx';
import { nameIn, RecordEditor } from '../../plan/record-editor.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { SourceField, TriggerField } from './inner-fields.tsx';
import { obligationParts, strategyParts } from './parts.ts';

type Kind = 'obligation' | 'strategy';

const lists = { obligation: '/pflichten', strategy: '/pflichten/strategien' } as const;

/** What a new entry begins with: nothing that binds. */
const blanks: Record<Kind, Record<string, unknown>> = {
  obligation: { force: 'info', status: 'inForce', gate: false, trigger: { kind: 'inForce' } },
  strategy: { status: 'draft', binding: false, goals: [] },
};

function RegisterForm({ kind, answer, choices }: { kind: Kind; answer: RecordAnswer | null; choices: Choices }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const back = (): Promise<void> => navigate({ to: lists[kind] });
  const parts = (kind === 'obligation' ? obligationParts : strategyParts)(t, answer === null).map((part) => {
    if (part.id === 'zeit') return { ...part, content: <TriggerField /> };
    return part.id === 'quelle' ? { ...part, content: <SourceField /> } : part;
  });
  return (
    <RecordEditor
      kind={kind}
      stored={answer}
      blank={blanks[kind]}
      choices={choices}
      parts={parts}
      onSaved={back}
      onCancel={back}
      onDeleted={back}
    />
  );
}

function EditPage({ kind, id }: { kind: Kind; id: string }) {
  const { t } = useLanguage();
  const isNew = id === 'neu';
  const record = useQuery({ ...recordQuery(kind, id), enabled: !isNew });
  const choices = useQuery(choicesQuery);
  const newTitle = kind === 'obligation' ? t.register.newObligation : t.register.newStrategy;
  const form = (answer: RecordAnswer | null) => (
    <Loaded query={choices}>{(names) => <RegisterForm key={id} kind={kind} answer={answer} choices={names} />}</Loaded>
  );
  return (
    <div className="fp-page">
      <PageHead
        title={isNew ? newTitle : t.register.editTitle(nameIn(record.data?.body, id))}
        lead={kind === 'obligation' ? t.register.lead : t.register.strategyLead}
      />
      <LawTabs />
      {isNew ? (
        form(null)
      ) : (
        <Loaded query={record} missing={<Missing>{t.register.missing}</Missing>}>
          {form}
        </Loaded>
      )}
    </div>
  );
}

export function ObligationEditPage() {
  return <EditPage kind="obligation" id={useParams({ from: '/pflichten/vorschriften/$id' }).id} />;
}

export function StrategyEditPage() {
  return <EditPage kind="strategy" id={useParams({ from: '/pflichten/strategien/$id' }).id} />;
}
