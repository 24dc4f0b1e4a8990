import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../../api/client.ts';
import { afterSaving } from '../../api/saved.ts';
import { type OfferedNorms, shippedRegisterQuery } from '../../api/shipped-register.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { useMayWrite } from '../../plan/edit-register.tsx';
import { forceWord } from '../../plan/facts.ts';
import { Button } from '../../ui/button.tsx';
import { CheckInput, FieldGroup } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';

type Norm = OfferedNorms['norms'][number];
const levels = ['eu', 'federation', 'state'] as const;

function NormLine({ norm }: { norm: Norm }) {
  const { t, f } = useLanguage();
  return (
    <>
      {norm.law} {norm.paragraph}: <German>{norm.name}</German>{' '}
      <span className="fp-muted">
        ({forceWord(norm, t)}
        {norm.deadline && `, ${t.obligations.deadline} ${f.date(norm.deadline)}`}
        {norm.asOf && `, ${t.asOf(f.date(norm.asOf))}`})
      </span>
    </>
  );
}

/** The norms by who made them, each chosen or not; law of another Land is not chosen to begin with. */
function Offer({ answer, open }: { answer: OfferedNorms; open: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const action = useFormAction();
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(answer.norms.filter((one) => !one.own).map((one) => one.id)),
  );
  const words = t.shippedRegister;
  const chosen = answer.norms.filter((one) => !left.has(one.id)).map((one) => one.id);
  const choose = (norms: readonly Norm[], on: boolean): void => {
    const ids = norms.map(({ id }) => id);
    setLeft(new Set(on ? [...left].filter((id) => !ids.includes(id)) : [...left, ...ids]));
  };
  const send = async (): Promise<void> => {
    const body = { ids: chosen };
    const { written } = await change<{ written: { entry: number | null }[] }>('POST', '/shipped-register', { body });
    await afterSaving(client);
    const entries = written.map((one) => one.entry);
    notifyWithUndo(client, t, words.taken(chosen.length), entries);
  };
  return (
    <details className="fp-gap" open={open}>
      <summary>{words.title(answer.norms.length)}</summary>
      <Form
        className="fp-form fp-form--tight"
        problem={action.problem}
        onSend={action.send(send, { ids: chosen.join(' ') })}
      >
        <p>{words.lead}</p>
        {levels.map((level) => {
          const norms = answer.norms.filter((one) => one.level === level);
          const all = norms.every((one) => !left.has(one.id));
          return (
            norms.length > 0 && (
              <FieldGroup key={level} legend={level === 'state' ? words.state(answer.state) : words.levels[level]}>
                <CheckInput label={words.all(norms.length)} value={all} onChange={(on) => choose(norms, on)} />
                <ul>
                  {norms.map((norm) => (
                    <li key={norm.id}>
                      <CheckInput
                        label={<NormLine norm={norm} />}
                        value={!left.has(norm.id)}
                        onChange={(on) => choose([norm], on)}
                      />
                    </li>
                  ))}
                </ul>
              </FieldGroup>
            )
          );
        })}
        <div className="fp-actions">
          <Button look="main" type="submit" isDisabled={action.busy}>
            {words.take(chosen.length)}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** The register that Fahrplan brings along, as long as the city does not have all of it, for those who keep the register. */
export function ShippedRegister({ open }: { open: boolean }) {
  const may = useMayWrite();
  const { data } = useQuery({ ...shippedRegisterQuery, enabled: may });
  if (!may || data === undefined || data.norms.length === 0) return null;
  return <Offer key={data.norms.length} answer={data} open={open} />;
}
