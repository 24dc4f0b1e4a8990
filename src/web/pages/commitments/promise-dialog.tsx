import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Commitment } from '../../../agenda/index.ts';
import { papersQuery } from '../../api/queries.ts';
import type { Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { useLanguage } from '../../language/context.tsx';
import { TieInput } from '../../plan/tie.tsx';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceInput, TextInput } from '../../ui/form.tsx';
import { Failure } from '../../ui/states.tsx';
import { isWrongDay, promiseOf, type TypedPromise, typedDue } from './typed-promise.ts';

/** A promise is typed here, a new one or a change of one: a day or an event it must have. What is typed stays in this tab. */
export function PromiseDialog(props: {
  title: string;
  /** Under this name what is typed is kept. */
  name: string;
  beginning: TypedPromise;
  before: Pick<Commitment, 'id' | 'status'>;
  /** What the server refused. */
  problem: Problem | null;
  onSend: (promise: Commitment) => Promise<boolean>;
  onClose: () => void;
}) {
  const { title, name, beginning, before, problem, onSend, onClose } = props;
  const { t } = useLanguage();
  const { data } = useQuery(papersQuery);
  const [typed, setTyped, forget, kept] = useDraft(`promise ${name}`, beginning);
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<TypedPromise>): void => setTyped((old) => ({ ...old, ...change }));
  const empty = (value: string): string | undefined => (asked && value.trim() === '' ? t.promises.required : undefined);
  const references = [
    ...new Set([...(typed.paper ? [typed.paper] : []), ...(data?.papers ?? []).map((one) => one.reference)]),
  ];
  const send = async (): Promise<void> => {
    setAsked(true);
    const promise = promiseOf(typed, before);
    if (promise === null || !(await onSend(promise))) return;
    forget();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <LeaveGuard form={kept} />
      <TextInput
        label={t.promises.wording}
        value={typed.text}
        rows={3}
        lang="de"
        error={empty(typed.text)}
        onChange={(text) => set({ text })}
      />
      <ChoiceInput
        label={t.papers.paper}
        value={typed.paper}
        choices={[
          { value: '', label: t.promises.choosePaper },
          ...references.map((one) => ({ value: one, label: one })),
        ]}
        error={empty(typed.paper)}
        onChange={(paper) => set({ paper })}
      />
      <DayInput label={t.promises.untilDay} value={typed.day} onChange={(day) => set({ day })} />
      <TextInput
        label={t.promises.orEvent}
        value={typed.event}
        lang="de"
        error={asked && !isWrongDay(typed.day) && typedDue(typed) === null ? t.promises.needsDue : undefined}
        onChange={(event) => set({ event })}
      />
      {typedDue(typed)?.kind === 'event' && <TieInput tie={typed.tie} onChange={(tie) => set({ tie })} />}
      {problem && <Failure problem={problem} />}
      <div className="fp-actions">
        <Button look="main" onPress={() => void send()}>
          {t.promises.save}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t.paperForm.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
