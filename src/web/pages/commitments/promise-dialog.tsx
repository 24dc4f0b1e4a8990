import { useQuery } from '@tanstack/react-query';
import type { Commitment } from '../../../agenda/index.ts';
import { papersQuery } from '../../api/queries.ts';
import type { Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { TieInput } from '../../plan/tie.tsx';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceInput, TextInput } from '../../ui/form.tsx';
import { isWrongDay, promiseOf, type TypedPromise, typedDue } from './typed-promise.ts';

/** What is not typed yet, each at its place; a day that is none says so itself. */
function missingIn(typed: TypedPromise, t: Messages): { pointer: string; detail: string }[] {
  const empty = (['text', 'paper'] as const).filter((field) => typed[field].trim() === '');
  const undue = typedDue(typed) === null && !isWrongDay(typed.day);
  return [
    ...empty.map((field) => ({ pointer: `/${field}`, detail: t.promises.required })),
    ...(undue ? [{ pointer: '/due', detail: t.promises.needsDue }] : []),
  ];
}

interface Props {
  title: string;
  /** Under this name what is typed is kept. */
  name: string;
  beginning: TypedPromise;
  before: Pick<Commitment, 'id' | 'status'>;
  /** What the server refused. */
  problem: Problem | null;
  onSend: (promise: Commitment) => Promise<boolean>;
  onClose: () => void;
}

/** What is typed stays in this tab until it is sent. */
function useTyped({ name, beginning, before, problem, onSend, onClose }: Props) {
  const { t } = useLanguage();
  const [typed, setTyped, forget, kept] = useDraft(`promise ${name}`, beginning);
  const missing = useSave();
  const set = (change: Partial<TypedPromise>): void => setTyped((old) => ({ ...old, ...change }));
  const send = async (): Promise<void> => {
    const promise = promiseOf(typed, before);
    if (promise === null) return missing.refuse(missingIn(typed, t));
    missing.setProblem(null);
    if (!(await onSend(promise))) return;
    forget();
    onClose();
  };
  return { typed, set, kept, problem: missing.problem ?? problem, errorAt: missing.errorAt, send };
}

/** A promise is typed here, a new one or a change of one: a day or an event it must have. */
export function PromiseDialog(props: Props) {
  const { title, onClose } = props;
  const { t } = useLanguage();
  const { data } = useQuery(papersQuery);
  const { typed, set, kept, problem, errorAt, send } = useTyped(props);
  const references = [
    ...new Set([...(typed.paper ? [typed.paper] : []), ...(data?.papers ?? []).map((one) => one.reference)]),
  ];
  return (
    <Dialog title={title} onClose={onClose}>
      <Form problem={problem} onSend={() => void send()}>
        <LeaveGuard form={kept} />
        <TextInput
          label={t.promises.wording}
          value={typed.text}
          rows={3}
          lang="de"
          error={errorAt('/text')}
          onChange={(text) => set({ text })}
        />
        <ChoiceInput
          label={t.papers.paper}
          value={typed.paper}
          choices={[
            { value: '', label: t.promises.choosePaper },
            ...references.map((one) => ({ value: one, label: one })),
          ]}
          error={errorAt('/paper')}
          onChange={(paper) => set({ paper })}
        />
        <DayInput label={t.promises.untilDay} value={typed.day} onChange={(day) => set({ day })} />
        <TextInput
          label={t.promises.orEvent}
          value={typed.event}
          lang="de"
          error={errorAt('/due')}
          onChange={(event) => set({ event })}
        />
        {typedDue(typed)?.kind === 'event' && <TieInput tie={typed.tie} onChange={(tie) => set({ tie })} />}
        <div className="fp-actions">
          <Button look="main" type="submit">
            {t.promises.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.paperForm.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
