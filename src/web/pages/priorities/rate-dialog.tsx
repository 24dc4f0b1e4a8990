import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { Project } from '../../../agenda/index.ts';
import type { PriorityRow } from '../../../planning/index.ts';
import { getJson, sendJson } from '../../api/client.ts';
import type { PrioritiesAnswer } from '../../api/priorities.ts';
import { projectQuery } from '../../api/queries.ts';
import { afterSaving } from '../../api/saved.ts';
import type { ProjectAnswer, WrittenRecord } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { type Stored, useStored } from '../../form/use-stored.ts';
import { readNumber } from '../../form/values.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Format } from '../../language/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';

interface Props {
  answer: PrioritiesAnswer;
  row: PriorityRow;
  onClose: () => void;
}

const asStored = ({ project, version }: ProjectAnswer): Stored<Project> => ({ body: project, version });

const typedPoints = (points: number | undefined, f: Format): string =>
  points === undefined ? '' : f.number(points, Number.isInteger(points) ? 0 : 1);

/** The points that people give a project; what is counted is not asked for. */
function RateForm({ answer, row, onClose, stored }: Props & { stored: ProjectAnswer }) {
  const { t, f, language } = useLanguage();
  const words = t.priority;
  const client = useQueryClient();
  const asked = answer.weighting.criteria.filter(({ measure }) => measure === 'points');
  const form = useStored<Project, Record<string, string>>({
    name: `rating ${row.id}`,
    stored: asStored(stored),
    draftOf: ({ priority }) => Object.fromEntries(asked.map(({ id }) => [id, typedPoints(priority?.[id], f)])),
    read: async () => asStored(await getJson<ProjectAnswer>(`/projects/${encodeURIComponent(row.id)}`)),
  });
  const { draft: typed, saving } = form;
  const pointsOf = (id: string): unknown => {
    const text = (typed[id] ?? '').trim();
    return text === '' ? undefined : readNumber(text, 1, language === 'de');
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const others = Object.entries(form.body.priority ?? {}).filter(([id]) => !(id in typed));
    const given = asked.flatMap(({ id }) => {
      const points = pointsOf(id);
      return points === undefined ? [] : [[id, points] as const];
    });
    const body = { ...form.body, priority: Object.fromEntries([...others, ...given]) };
    const path = `/records/project/${encodeURIComponent(row.id)}`;
    const written = await form.save(async () => {
      const { version, entry } = await sendJson<WrittenRecord>('PUT', path, body, form.version ?? 0);
      return { body: body as Project, version, entry };
    });
    if (written === null) return;
    await afterSaving(client);
    onClose();
    notifyWithUndo(client, t, words.rated(row.name), [written.entry]);
  };
  return (
    <form className="fp-form" noValidate onSubmit={(event) => void save(event)}>
      <p>{words.rateLead}</p>
      <FormHead form={form} labels={Object.fromEntries(asked.map(({ id, name }) => [id, name]))} />
      {asked.map(({ id, name, description }) => (
        <TextInput
          key={id}
          label={name}
          hint={description}
          error={saving.errorAt(`/priority/${id}`)}
          value={typed[id] ?? ''}
          onChange={(value) => form.setDraft((before) => ({ ...before, [id]: value }))}
          inputMode="decimal"
          letters={8}
        />
      ))}
      <div className="fp-actions">
        <Button look="main" type="submit" isDisabled={saving.busy || form.conflict !== null}>
          {t.form.save}
        </Button>
        <Button onPress={onClose}>{t.form.cancel}</Button>
      </div>
    </form>
  );
}

export function RateDialog(props: Props) {
  const { t } = useLanguage();
  const query = useQuery(projectQuery(props.row.id));
  return (
    <Dialog title={t.priority.ratingOf(props.row.name)} onClose={props.onClose}>
      <Loaded query={query}>{(stored) => <RateForm {...props} stored={stored} />}</Loaded>
    </Dialog>
  );
}
