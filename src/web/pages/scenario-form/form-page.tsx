import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Scenario, ScenarioChange } from '../../../agenda/index.ts';
import { problemIn, sendJson } from '../../api/client.ts';
import { scenarioQuery } from '../../api/queries.ts';
import type { Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { KeptDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { useChangeText } from '../../plan/change-text.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, FieldGroup, TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Failure, Loaded, Missing } from '../../ui/states.tsx';
import { ChangeFields } from './change-fields.tsx';
import { changeOf, emptyDraft } from './draft.ts';

const kinds: readonly ScenarioChange['kind'][] = [
  'posts',
  'money',
  'dropProject',
  'delayProject',
  'addProject',
  'partnerLate',
];

/** The changes so far, and the one that is being written. */
function Changes({ changes, onChange }: { changes: ScenarioChange[]; onChange: (changes: ScenarioChange[]) => void }) {
  const { t } = useLanguage();
  const words = t.scenarios;
  const inWords = useChangeText();
  const [draft, setDraft] = useState(emptyDraft);
  const [missing, setMissing] = useState(false);
  const add = (): void => {
    const change = changeOf(draft, `neu-${crypto.randomUUID().slice(0, 8)}`);
    setMissing(change === null);
    if (change === null) return;
    onChange([...changes, change]);
    setDraft({ ...emptyDraft, kind: draft.kind });
  };
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
                onPress={() => onChange(changes.filter((one) => one !== change))}
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
        onChange={(kind) => setDraft({ ...draft, kind })}
        error={missing ? words.missing : undefined}
      />
      <ChangeFields draft={draft} onChange={setDraft} />
      <div className="fp-actions">
        <Button onPress={add}>{words.addChange}</Button>
      </div>
    </FieldGroup>
  );
}

/** Name, description and changes; nothing typed is lost when the server refuses. */
function ScenarioForm({ start, version }: { start: Scenario | null; version: number | null }) {
  const { t } = useLanguage();
  const words = t.scenarios;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [draft, setDraft, forget, kept] = useDraft(`scenario ${start?.id ?? ''} ${version ?? ''}`, () => ({
    name: start?.name ?? '',
    description: start?.description ?? '',
    changes: start?.changes ?? [],
  }));
  const { name, description, changes } = draft;
  const setName = (text: string): void => setDraft((old) => ({ ...old, name: text }));
  const setDescription = (text: string): void => setDraft((old) => ({ ...old, description: text }));
  const setChanges = (next: ScenarioChange[]): void => setDraft((old) => ({ ...old, changes: next }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    setProblem(null);
    const id = start?.id ?? `szenario-${crypto.randomUUID().slice(0, 8)}`;
    const { description: _, ...rest } = start ?? {};
    const text = description.trim();
    const body = { ...rest, id, name: name.trim(), changes, ...(text ? { description: text } : {}) };
    try {
      if (version === null) await sendJson('POST', '/records/scenario', body);
      else await sendJson('PUT', `/records/scenario/${encodeURIComponent(id)}`, body, version);
      forget();
      await client.invalidateQueries({ predicate: ({ queryKey: [path] }) => String(path).startsWith('/scenarios') });
      await navigate({ to: '/szenarien/$id', params: { id } });
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <form
      className="fp-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <KeptDraft kept={kept} />
      {problem && <Failure problem={problem} />}
      <TextInput label={words.name} value={name} onChange={setName} required />
      <TextInput label={words.description} value={description} onChange={setDescription} rows={2} />
      <Changes changes={changes} onChange={setChanges} />
      <div className="fp-actions">
        <Button look="main" type="submit" isDisabled={name.trim() === '' || changes.length === 0}>
          {words.save}
        </Button>
      </div>
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
        {({ scenario, version }) => <ScenarioForm key={version} start={scenario} version={version} />}
      </Loaded>
    </div>
  );
}
