import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Interview, InterviewGuide } from '../../../agenda/index.ts';
import { guidesQuery, type TalkRecord, talksQuery } from '../../api/needs.ts';
import { choicesQuery, meQuery } from '../../api/queries.ts';
import type { Choices } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { DeleteRecord } from '../../form/delete-record.tsx';
import { newId } from '../../form/new-id.ts';
import { RecordFields } from '../../form/record-fields.tsx';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useLanguage } from '../../language/context.tsx';
import { useConfirmationLink } from '../../plan/confirmation-link.tsx';
import { History } from '../../plan/history.tsx';
import { NeedsTabs, useMayKeepTalks } from '../../plan/needs-tabs.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { StepProblem } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { guideOf } from './answers.ts';
import { QuestionFields } from './question-fields.tsx';
import { NeedDialog, TakeButton, TakenNeeds } from './take-need.tsx';

interface FormProps {
  record: TalkRecord | null;
  guides: readonly InterviewGuide[];
  choices: Choices;
}

/** The record of a talk as a form along the guide; a passage of it can be taken over as a need. */
function TalkForm({ record, guides, choices }: FormProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const blank = { id: newId('gespraech'), answers: [] };
  const stored = (record?.body as Record<string, unknown> | undefined) ?? blank;
  const form = useRecordForm('interview', record?.id ?? null, stored, record?.version ?? null);
  const draft = form.draft as Partial<Interview>;
  const [passage, setPassage] = useState<string | null>(null);
  const list = (): Promise<void> => navigate({ to: '/bedarfe/gespraeche' });
  const save = async (): Promise<void> => {
    const written = await form.save();
    if (written === null) return;
    if (record === null) await navigate({ to: '/bedarfe/gespraeche/$id', params: { id: written.id } });
    notifyWithUndo(client, t, t.talks.saved, [written.entry]);
  };
  const deleted = (): Promise<void> => {
    form.discard();
    return list();
  };
  const { parts: titles } = t.talks;
  const parts = [
    {
      id: 'wer',
      title: titles.head,
      fields: [
        ...(record === null ? [{ kind: 'line', name: 'id', required: true, hint: t.edit.idHint } as const] : []),
        { kind: 'one', name: 'unit', of: 'unit', required: true, label: t.needs.office } as const,
        { kind: 'date', name: 'on', label: t.talks.held } as const,
      ],
    },
    {
      id: 'fragen',
      title: titles.questions,
      fields: [],
      content: <QuestionFields guide={guideOf(guides, draft.unit)} />,
    },
    {
      id: 'notizen',
      title: titles.record,
      fields: [{ kind: 'prose', name: 'record', label: titles.record, hint: t.talks.recordHint } as const],
    },
  ];
  return (
    <>
      <RecordFields
        form={form}
        choices={choices}
        parts={parts}
        onSave={() => void save()}
        onCancel={() => void list()}
        end={record !== null && <TakeButton onTake={setPassage} />}
      />
      {record !== null && (
        <>
          <TakenNeeds talk={record} onTake={setPassage} />
          {passage !== null && <NeedDialog talk={record} passage={passage} onClose={() => setPassage(null)} />}
          <History kind="interview" id={record.id} name={record.title} version={record.version} />
          <DeleteRecord
            kind="interview"
            id={record.id}
            name={record.title}
            version={record.version}
            onDeleted={deleted}
          />
        </>
      )}
    </>
  );
}

/** What everybody may know of a talk, and its words for those who may read them. */
function TalkView({ record }: { record: TalkRecord }) {
  const { t } = useLanguage();
  const { answers, record: notes } = record.body;
  if (answers.length === 0 && notes === undefined) return <p className="fp-note">{t.talks.nothingToRead}</p>;
  return (
    <div className="fp-stack">
      {answers.map(({ question, text }) => (
        <Section key={question} title={<German>{question}</German>}>
          <p className="fp-prose" lang="de">
            {text}
          </p>
        </Section>
      ))}
      {notes && (
        <Section title={t.talks.parts.record}>
          <p className="fp-prose" lang="de">
            {notes}
          </p>
        </Section>
      )}
    </div>
  );
}

/** Whether the head has confirmed, and the link by which that is done. */
function Confirming({ record }: { record: TalkRecord }) {
  const { t, f } = useLanguage();
  const { data: me } = useQuery(meQuery);
  const links = useConfirmationLink();
  const { confirmedOn } = record.body;
  return (
    <>
      <span className="fp-state" title={t.talks.unconfirms}>
        {confirmedOn ? t.talks.stateConfirmed(f.date(confirmedOn)) : t.talks.stateOpen}
      </span>
      {me?.permissions.includes('writeRegister') && (
        <Button onPress={() => links.make('interview', record.id, record.title)}>{t.talks.makeLink}</Button>
      )}
      <StepProblem problem={links.problem} />
      {links.dialog}
    </>
  );
}

export function TalkPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/bedarfe/gespraeche/$id' });
  const talks = useQuery(talksQuery);
  const guides = useQuery(guidesQuery);
  const choices = useQuery(choicesQuery);
  const mayKeep = useMayKeepTalks();
  const record = talks.data?.records.find((one) => one.id === id) ?? null;
  const title = id === 'neu' ? t.talks.newTitle : t.talks.talkWith(record?.title ?? id);
  return (
    <div className="fp-page">
      <PageHead title={title} lead={mayKeep ? t.talks.unconfirms : t.talks.confidential}>
        {record && <Confirming record={record} />}
      </PageHead>
      <NeedsTabs />
      <Loaded query={talks}>
        {() => {
          if (id !== 'neu' && record === null) return <Missing>{t.talks.missing}</Missing>;
          if (!mayKeep) return record && <TalkView record={record} />;
          return (
            <Loaded query={guides}>
              {(known) => (
                <Loaded query={choices}>
                  {(names) => (
                    <TalkForm
                      key={id}
                      record={record}
                      guides={known.guides.map(({ guide }) => guide)}
                      choices={names}
                    />
                  )}
                </Loaded>
              )}
            </Loaded>
          );
        }}
      </Loaded>
    </div>
  );
}
