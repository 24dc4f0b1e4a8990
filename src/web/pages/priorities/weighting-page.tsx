import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type PrioritiesAnswer, prioritiesQuery } from '../../api/priorities.ts';
import { choicesQuery } from '../../api/queries.ts';
import type { Choices } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { USUAL_MOVE } from '../../app/search.ts';
import { DeleteRecord } from '../../form/delete-record.tsx';
import { newId } from '../../form/new-id.ts';
import { RecordFields } from '../../form/record-fields.tsx';
import type { FormPart } from '../../form/spec.ts';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { nextId } from '../project-edit/parts.ts';

function weightingParts(t: Messages, isNew: boolean): FormPart[] {
  const { priority: words } = t;
  return [
    {
      id: 'gewichtung',
      title: words.weighting,
      fields: [
        ...(isNew ? [{ kind: 'line', name: 'id', required: true, hint: t.edit.idHint } as const] : []),
        { kind: 'line', name: 'name', required: true },
        { kind: 'flag', name: 'inPlanning', label: words.inPlanning, hint: words.inPlanningHint },
      ],
    },
    {
      id: 'kriterien',
      title: words.criteria,
      fields: [
        {
          kind: 'list',
          name: 'criteria',
          label: words.criterion,
          blank: (list) => ({ id: nextId(list, 'k'), measure: 'points', weight: 10 }),
          fields: [
            { kind: 'line', name: 'id', required: true, hint: t.edit.idHint },
            { kind: 'line', name: 'name', required: true },
            { kind: 'number', name: 'weight', required: true, hint: words.weightHint, label: words.weight },
            {
              kind: 'choice',
              name: 'measure',
              values: Object.keys(words.measures),
              words: words.measures,
              required: true,
              label: words.measure,
            },
            { kind: 'prose', name: 'description', label: words.what },
          ],
        },
      ],
    },
  ];
}

/** `answer` with the weighting that is edited, or that a new one begins with. */
function WeightingForm({ isNew, answer, choices }: { isNew: boolean; answer: PrioritiesAnswer; choices: Choices }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { weighting, version } = answer;
  const stored = !isNew && version !== null;
  const begin = isNew ? { ...weighting, id: newId('gewichtung'), name: '' } : weighting;
  const form = useRecordForm('weighting', stored ? weighting.id : null, begin, stored ? version : null);
  const back = (gewichtung?: string): Promise<void> =>
    navigate({ to: '/projekte/prioritaeten', search: gewichtung === undefined ? {} : { gewichtung } });
  const save = async (): Promise<void> => {
    const written = await form.save();
    if (written === null) return;
    await back(written.id);
    notifyWithUndo(client, t, t.form.saved((written.body as { name: string }).name), [written.entry]);
  };
  const deleted = (): Promise<void> => {
    form.discard();
    return back();
  };
  return (
    <>
      <RecordFields
        form={form}
        choices={choices}
        parts={weightingParts(t, !stored)}
        onSave={() => void save()}
        onCancel={() => void back()}
      />
      {stored && (
        <DeleteRecord kind="weighting" id={weighting.id} name={weighting.name} version={version} onDeleted={deleted} />
      )}
    </>
  );
}

/** Criteria and weights as a form; the proposal becomes the city's own when it is saved. */
export function WeightingPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/projekte/prioritaeten/$id' });
  const isNew = id === 'neu';
  const first = useQuery(prioritiesQuery(undefined, USUAL_MOVE));
  const proposed = first.data?.version === null && first.data.weighting.id === id;
  const own = useQuery({ ...prioritiesQuery(id, USUAL_MOVE), enabled: !isNew && first.isSuccess && !proposed });
  const query = isNew || proposed || !first.isSuccess ? first : own;
  const choices = useQuery(choicesQuery);
  return (
    <div className="fp-page">
      <PageHead title={isNew ? t.priority.add : t.priority.editTitle} lead={t.priority.editLead} />
      <Loaded query={query} missing={<Missing>{t.priority.missing}</Missing>}>
        {(answer) => (
          <Loaded query={choices}>
            {(names) => <WeightingForm key={id} isNew={isNew} answer={answer} choices={names} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}
