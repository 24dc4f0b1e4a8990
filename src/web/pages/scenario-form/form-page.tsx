import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Scenario, ScenarioChange } from '../../../agenda/index.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { scenarioQuery } from '../../api/queries.ts';
import type { RecordAnswer, WrittenRecord } from '../../api/types.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useStored } from '../../form/use-stored.ts';
import { useLanguage } from '../../language/context.tsx';
import { useChangeText } from '../../plan/change-text.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, FieldGroup, TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { ChangeFields } from './change-fields.tsx';
import { type ChangeDraft, changeOf, emptyDraft, isEmpty, wrongIn } from './draft.ts';

const kinds: readonly ScenarioChange['kind'][] = [
  'posts',
  'money',
  'dropProject',
  'delayProject',
  'addProject',
  'partnerLate',
];

/** A scenario as it is typed; the change that is being written is part of it. */
interface ScenarioDraft {
  name: string;
  description: string;
  changes: ScenarioChange[];
  change: ChangeDraft;
}

const draftOf = (scenario: Scenario | null): ScenarioDraft => ({
  name: scenario?.name ?? '',
  description: scenario?.description ?? '',
  changes: scenario?.changes ?? [],
  change: emptyDraft,
});

/** The changes so far, and the one that is being written. */
function Changes(props: {
  draft: ScenarioDraft;
  onChange: (part: Partial<ScenarioDraft>) => void;
  /** What is wrong with the change that is being written is said once somebody has tried to add it. */
  error: string | undefined;
  tried: boolean;
  onAdd: () => void;
}) {
  const { onChange, error, tried, onAdd } = props;
  const { changes, change: draft } = props.draft;
  const { t } = useLanguage();
  const words = t.scenarios;
  const inWords = useChangeText();
  return (
    <FieldGroup legend={words.changes}>
      {changes.length === 0 ? (
        <p className="fp-muted">{words.noChanges}</p>
      ) : (
        <ul className="fp-bullets">
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>
              {inWords(change)}{' '}
              <Button
                look="quiet"
                aria-label={words.dropChange(inWords(change))}
                onPress={() => onChange({ changes: changes.filter((one) => one !== change) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ChoiceInput
        label={words.kind}
        value={draft.kind}
        choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => onChange({ change: { ...draft, kind } })}
        error={error}
      />
      <ChangeFields draft={draft} wrong={tried ? wrongIn(draft) : []} onChange={(change) => onChange({ change })} />
      <div className="fp-actions">
        <Button onPress={onAdd}>{words.addChange}</Button>
      </div>
    </FieldGroup>
  );
}

/** What is typed, and how it is saved. */
function useScenario(start: Scenario | null, version: number | null) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [id] = useState(() => start?.id ?? `szenario-${crypto.randomUUID().slice(0, 8)}`);
  const path = `/records/scenario/${encodeURIComponent(id)}`;
  const form = useStored<Scenario | null, ScenarioDraft>({
    name: `scenario ${start?.id ?? ''}`,
    stored: { body: start, version },
    draftOf,
    read: async () => {
      const now = await getJson<RecordAnswer>(path);
      return { body: now.body as Scenario, version: now.version };
    },
  });
  const save = async ({ name, description, changes }: ScenarioDraft): Promise<void> => {
    const { description: _, ...rest } = form.body ?? {};
    const text = description.trim();
    const body: Scenario = { ...rest, id, name: name.trim(), changes, ...(text ? { description: text } : {}) };
    const saved = await form.save(async () => {
      const written = await (form.version === null
        ? sendJson<WrittenRecord>('POST', '/records/scenario', body)
        : sendJson<WrittenRecord>('PUT', path, body, form.version));
      return { body, version: written.version };
    });
    if (saved === null) return;
    await client.invalidateQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith('/scenarios') });
    await navigate({ to: '/szenarien/$id', params: { id } });
  };
  return { form, save };
}

/** Name, description and changes; nothing typed is lost when the server refuses. */
function ScenarioForm({ start, version }: { start: Scenario | null; version: number | null }) {
  const { t } = useLanguage();
  const words = t.scenarios;
  const { form, save } = useScenario(start, version);
  const { draft, saving } = form;
  const [tried, setTried] = useState<'nothing' | 'adding' | 'saving'>('nothing');
  const change = (part: Partial<ScenarioDraft>): void => form.setDraft((old) => ({ ...old, ...part }));
  const begun = !isEmpty(draft.change);
  const added = begun ? changeOf(draft.change, `neu-${crypto.randomUUID().slice(0, 8)}`) : null;
  const withAdded: ScenarioDraft =
    added === null
      ? draft
      : { ...draft, changes: [...draft.changes, added], change: { ...emptyDraft, kind: draft.change.kind } };
  const add = (): void => {
    setTried(added === null ? 'adding' : 'nothing');
    form.setDraft(() => withAdded);
  };
  const missing = {
    name: draft.name.trim() === '' ? words.nameMissing : undefined,
    change:
      begun && added === null ? words.changeBegun : withAdded.changes.length === 0 ? words.changeMissing : undefined,
  };
  // A change that is complete is meant, whether or not somebody has pressed the button beside it.
  const submit = (): void => {
    setTried('saving');
    form.setDraft(() => withAdded);
    if (missing.name === undefined && missing.change === undefined) void save(withAdded);
    else saving.refuse();
  };
  const shown: Partial<typeof missing> = tried === 'saving' ? missing : {};
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormHead form={form} />
      <TextInput
        label={words.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={shown.name ?? saving.errorAt('/name')}
        required
      />
      <TextInput
        label={words.description}
        value={draft.description}
        onChange={(description) => change({ description })}
        error={saving.errorAt('/description')}
        rows={2}
      />
      <Changes
        draft={draft}
        onChange={change}
        error={shown.change}
        tried={tried === 'adding' || (tried === 'saving' && begun)}
        onAdd={add}
      />
      <SaveBar saving={saving} disabled={form.conflict !== null} />
    </form>
  );
}

export function NewScenarioPage() {
  const { t } = useLanguage();
  return (
    <div className="fp-page">
      <PageHead title={t.scenarios.add} />
      <ScenarioForm start={null} version={null} />
    </div>
  );
}

export function EditScenarioPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/szenarien/$id/bearbeiten' });
  const query = useQuery(scenarioQuery(id));
  return (
    <div className="fp-page">
      <PageHead title={t.scenarios.formTitle} />
      <Loaded query={query} missing={<Missing>{t.scenarios.none}</Missing>}>
        {({ scenario, version }) => <ScenarioForm key={id} start={scenario} version={version} />}
      </Loaded>
    </div>
  );
}
