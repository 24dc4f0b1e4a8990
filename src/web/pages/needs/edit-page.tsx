import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Need } from '../../../agenda/index.ts';
import { needsQuery, type Versioned } from '../../api/needs.ts';
import { choicesQuery } from '../../api/queries.ts';
import type { Choices } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { newId } from '../../form/new-id.ts';
import { RecordFields } from '../../form/record-fields.tsx';
import type { FormPart } from '../../form/spec.ts';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { NeedsTabs } from '../../plan/needs-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { DeleteRecord } from '../register/delete-record.tsx';
import { WeightField } from './weight-field.tsx';

function needParts(t: Messages, isNew: boolean): FormPart[] {
  const { needs: words } = t;
  return [
    {
      id: 'was',
      title: words.parts.what,
      fields: [
        ...(isNew ? [{ kind: 'line', name: 'id', required: true, hint: t.edit.idHint } as const] : []),
        { kind: 'line', name: 'name', required: true, hint: words.nameHint, label: words.need },
        { kind: 'prose', name: 'description' },
        { kind: 'many', name: 'units', of: 'unit', required: true, label: words.offices },
        { kind: 'many', name: 'interviews', of: 'interview' },
      ],
    },
    { id: 'gewicht', title: words.parts.weigh, fields: [] },
    {
      id: 'ergebnis',
      title: words.parts.outcome,
      fields: [
        { kind: 'many', name: 'projects', of: 'project', hint: words.projectsHint },
        { kind: 'prose', name: 'answer', hint: words.answerHint },
        { kind: 'date', name: 'answeredOn' },
      ],
    },
  ];
}

function NeedForm({ record, choices }: { record: Versioned<Need> | null; choices: Choices }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const blank = {
    id: newId('bedarf'),
    weight: 3,
  };
  const form = useRecordForm('need', record?.body.id ?? null, record?.body ?? blank, record?.version ?? null);
  const open = (id: string): void => void navigate({ to: '/bedarfe/$id', params: { id } });
  const list = (): void => void navigate({ to: '/bedarfe' });
  const parts = needParts(t, record === null).map((part) =>
    part.id === 'gewicht' ? { ...part, content: <WeightField /> } : part,
  );
  const save = async (): Promise<void> => {
    const written = await form.save();
    if (written === null) return;
    open(written.id);
    notifyWithUndo(client, t, t.form.saved((written.body as Need).name), [written.entry]);
  };
  const cancel = (): void => (record === null ? list() : open(record.body.id));
  const deleted = (): void => {
    form.discard();
    list();
  };
  return (
    <>
      <RecordFields form={form} choices={choices} parts={parts} onSave={() => void save()} onCancel={cancel} />
      {record !== null && (
        <DeleteRecord
          kind="need"
          id={record.body.id}
          name={record.body.name}
          version={record.version}
          onDeleted={deleted}
        />
      )}
    </>
  );
}

export function NeedEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/bedarfe/$id/bearbeiten' });
  const query = useQuery(needsQuery);
  const choices = useQuery(choicesQuery);
  const record = query.data?.records.find(({ body }) => body.id === id);
  const title = id === 'neu' ? t.needs.add : t.needs.editTitle(record?.body.name ?? id);
  return (
    <div className="fp-page">
      <PageHead title={title} />
      <NeedsTabs />
      <Loaded query={query}>
        {() =>
          id !== 'neu' && record === undefined ? (
            <Missing>{t.needs.missing}</Missing>
          ) : (
            <Loaded query={choices}>{(names) => <NeedForm key={id} record={record ?? null} choices={names} />}</Loaded>
          )
        }
      </Loaded>
    </div>
  );
}
