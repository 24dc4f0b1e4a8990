import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type GuidesAnswer, guidesQuery } from '../../api/needs.ts';
import { choicesQuery } from '../../api/queries.ts';
import type { Choices } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { DeleteRecord } from '../../form/delete-record.tsx';
import { newId } from '../../form/new-id.ts';
import { RecordFields } from '../../form/record-fields.tsx';
import type { FormPart } from '../../form/spec.ts';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { NeedsTabs } from '../../plan/needs-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';

type Known = GuidesAnswer['guides'][number];

function guideParts(t: Messages, isNew: boolean): FormPart[] {
  const { guides: words } = t;
  return [
    {
      id: 'leitfaden',
      title: words.parts.what,
      fields: [
        ...(isNew ? [{ kind: 'line', name: 'id', required: true, hint: t.edit.idHint } as const] : []),
        { kind: 'line', name: 'name', required: true, wide: true },
        { kind: 'many', name: 'units', of: 'unit', label: words.units, hint: words.unitsHint },
      ],
    },
    {
      id: 'fragen',
      title: words.parts.questions,
      fields: [
        {
          kind: 'list',
          name: 'questions',
          label: words.question,
          blank: () => ({}),
          fields: [
            { kind: 'line', name: 'text', required: true, label: words.question, wide: true },
            { kind: 'prose', name: 'hint', label: words.hint },
          ],
        },
      ],
    },
  ];
}

function GuideForm({ known, choices }: { known: Known | null; choices: Choices }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const stored = known?.version !== null && known !== null;
  const blank = {
    id: newId('leitfaden'),
    questions: [{}],
  };
  const body = (known?.guide as Record<string, unknown> | undefined) ?? blank;
  const form = useRecordForm('guide', stored ? known.guide.id : null, body, stored ? known.version : null);
  const list = (): Promise<void> => navigate({ to: '/bedarfe/leitfaeden' });
  const save = async (): Promise<void> => {
    const written = await form.save();
    if (written === null) return;
    await list();
    notifyWithUndo(client, t, t.form.saved((written.body as { name: string }).name), [written.entry]);
  };
  const deleted = (): Promise<void> => {
    form.discard();
    return list();
  };
  return (
    <>
      <RecordFields
        form={form}
        choices={choices}
        parts={guideParts(t, !stored)}
        onSave={() => void save()}
        onCancel={() => void list()}
      />
      {stored && known.version !== null && (
        <DeleteRecord
          kind="guide"
          id={known.guide.id}
          name={known.guide.name}
          version={known.version}
          onDeleted={deleted}
        />
      )}
    </>
  );
}

/** A guide as a form; the proposal becomes the city's own when it is saved. */
export function GuidePage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/bedarfe/leitfaeden/$id' });
  const query = useQuery(guidesQuery);
  const choices = useQuery(choicesQuery);
  const known = query.data?.guides.find(({ guide }) => guide.id === id) ?? null;
  return (
    <div className="fp-page">
      <PageHead title={id === 'neu' ? t.guides.add : t.guides.editOf(known?.guide.name ?? id)} lead={t.guides.lead} />
      <NeedsTabs />
      <Loaded query={query}>
        {() =>
          id !== 'neu' && known === null ? (
            <Missing>{t.guides.missing}</Missing>
          ) : (
            <Loaded query={choices}>{(names) => <GuideForm key={id} known={known} choices={names} />}</Loaded>
          )
        }
      </Loaded>
    </div>
  );
}
