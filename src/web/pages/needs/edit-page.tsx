import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Need } from '../../../agenda/index.ts';
import { needsQuery, type Versioned } from '../../api/needs.ts';
import { choicesQuery } from '../../api/queries.ts';
import type { Choices } from '../../api/types.ts';
import { newId } from '../../form/new-id.ts';
import type { FormPart } from '../../form/spec.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { NeedsTabs, useMayWriteNeeds } from '../../plan/needs-tabs.tsx';
import { RecordEditor } from '../../plan/record-editor.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing, NotAllowed } from '../../ui/states.tsx';
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
  const navigate = useNavigate();
  const open = (id: string): Promise<void> => navigate({ to: '/bedarfe/$id', params: { id } });
  const list = (): Promise<void> => navigate({ to: '/bedarfe' });
  const parts = needParts(t, record === null).map((part) =>
    part.id === 'gewicht' ? { ...part, content: <WeightField /> } : part,
  );
  return (
    <RecordEditor
      kind="need"
      stored={record && { id: record.body.id, ...record }}
      blank={{ id: newId('bedarf'), weight: 3 }}
      choices={choices}
      parts={parts}
      onSaved={(written) => open(written.id)}
      onCancel={() => (record === null ? list() : open(record.body.id))}
      onDeleted={list}
    />
  );
}

export function NeedEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/bedarfe/$id/bearbeiten' });
  const query = useQuery(needsQuery);
  const choices = useQuery(choicesQuery);
  const record = query.data?.records.find(({ body }) => body.id === id);
  const mayWrite = useMayWriteNeeds(record?.body.units);
  const title = id === 'neu' ? t.needs.add : t.needs.editTitle(record?.body.name ?? id);
  return (
    <div className="fp-page">
      <PageHead title={title} />
      <NeedsTabs />
      <Loaded query={query}>
        {() =>
          id !== 'neu' && record === undefined ? (
            <Missing>{t.needs.missing}</Missing>
          ) : !mayWrite ? (
            <NotAllowed titled />
          ) : (
            <Loaded query={choices}>{(names) => <NeedForm key={id} record={record ?? null} choices={names} />}</Loaded>
          )
        }
      </Loaded>
    </div>
  );
}
