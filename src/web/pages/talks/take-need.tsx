import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { change } from '../../api/client.ts';
import { needsQuery, type TalkRecord } from '../../api/needs.ts';
import { afterSaving } from '../../api/saved.ts';
import type { WrittenRecord } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { RestoredDraft } from '../../form/kept-draft.tsx';
import { newId } from '../../form/new-id.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceInput, TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { NeedSignal } from '../needs/outcome.tsx';
import { NeedLink } from '../needs/similar.tsx';
import { nameFor } from './answers.ts';

const weights = ['1', '2', '3', '4', '5'] as const;
type Weight = (typeof weights)[number];

interface NeedDraft {
  name: string;
  description: string;
  weight: Weight;
  reason: string;
}

/** What is selected in the texts of the page; the selection survives a step to a button. */
function usePassage(): string {
  const [passage, setPassage] = useState('');
  useEffect(() => {
    const watch = (): void => {
      const text = document.activeElement;
      if (!(text instanceof HTMLTextAreaElement)) return;
      setPassage(text.value.slice(text.selectionStart, text.selectionEnd).trim());
    };
    document.addEventListener('selectionchange', watch);
    return () => document.removeEventListener('selectionchange', watch);
  }, []);
  return passage;
}

interface NeedProps {
  talk: TalkRecord;
  passage: string;
  onClose: () => void;
}

/** What is typed of a new need stays in this tab until it is saved. */
function useTyped({ talk, passage, onClose }: NeedProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const action = useFormAction();
  const [{ name, description, weight, reason }, setDraft, forget, kept] = useDraft<NeedDraft>(
    `need of ${talk.id} ${passage}`,
    () => ({ name: nameFor(passage), description: passage, weight: '3', reason: '' }),
  );
  const edit = (part: Partial<NeedDraft>): void => setDraft((old) => ({ ...old, ...part }));
  const save = async (): Promise<void> => {
    const body = {
      id: newId('bedarf'),
      name,
      ...(description.trim() === '' ? {} : { description }),
      units: [talk.body.unit],
      interviews: [talk.id],
      weight: Number(weight),
      ...(reason.trim() === '' ? {} : { weightReason: reason }),
    };
    const written = await change<WrittenRecord>('POST', '/records/need', { body });
    forget();
    await afterSaving(client);
    onClose();
    notifyWithUndo(client, t, t.talks.taken(name), [written.entry]);
  };
  return { name, description, weight, reason, edit, kept, action, send: action.send(save, { name }) };
}

/** A need from a talk: the passage is its description, the first sentence its name, until somebody words it better. */
export function NeedDialog(props: NeedProps) {
  const { t } = useLanguage();
  const { onClose } = props;
  const { name, description, weight, reason, edit, kept, action, send } = useTyped(props);
  return (
    <Dialog title={t.talks.takeTitle} onClose={onClose}>
      <RestoredDraft kept={kept} />
      <Form className="fp-form" problem={action.problem} onSend={send}>
        <TextInput
          label={t.talks.takeName}
          hint={t.needs.nameHint}
          error={action.errorAt('/name')}
          value={name}
          onChange={(typed) => edit({ name: typed })}
          required
          lang="de"
        />
        <TextInput
          label={t.needs.description}
          error={action.errorAt('/description')}
          value={description}
          onChange={(typed) => edit({ description: typed })}
          rows={4}
          lang="de"
        />
        <ChoiceInput
          label={t.needs.weight}
          hint={t.needs.weightHint}
          value={weight}
          choices={weights.map((value) => ({ value, label: t.needs.weights[value] }))}
          onChange={(chosen) => edit({ weight: chosen })}
        />
        <TextInput
          label={t.needs.weightReason}
          error={action.errorAt('/weightReason')}
          value={reason}
          onChange={(typed) => edit({ reason: typed })}
          rows={2}
          lang="de"
        />
        <div className="fp-actions">
          <Button look="main" type="submit" isDisabled={action.busy}>
            {t.talks.takeSave}
          </Button>
          <Button onPress={onClose}>{t.form.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Takes what is selected over as a need. */
export function TakeButton({ onTake }: { onTake: (passage: string) => void }) {
  const { t } = useLanguage();
  const passage = usePassage();
  return (
    <>
      <Button isDisabled={passage === ''} onPress={() => onTake(passage)}>
        {t.talks.take}
      </Button>
      <span className="fp-muted" role="status">
        {passage === '' ? t.talks.takeNothing : `„${nameFor(passage, 40)}“`}
      </span>
    </>
  );
}

/** The needs that have been taken out of a talk, and the way to one that stands in no answer. */
export function TakenNeeds({ talk, onTake }: { talk: TalkRecord; onTake: (passage: string) => void }) {
  const { t } = useLanguage();
  const { data } = useQuery(needsQuery);
  const ids = new Set(data?.records.filter(({ body }) => body.interviews.includes(talk.id)).map(({ body }) => body.id));
  const rows = data?.needs.filter(({ id }) => ids.has(id)) ?? [];
  return (
    <Section
      title={t.talks.extracted}
      end={
        <Button look="quiet" onPress={() => onTake('')}>
          {t.talks.takeByHand}
        </Button>
      }
    >
      {rows.length === 0 && <p className="fp-muted">{t.talks.nothingExtracted}</p>}
      <ul className="fp-bullets">
        {rows.map((need) => (
          <li key={need.id}>
            <NeedLink id={need.id} name={need.name} /> <NeedSignal need={need} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
