import { useState } from 'react';
import { sendJson } from '../../api/client.ts';
import type { Account } from '../../api/identity.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { ConfirmPassword } from '../../identity/confirm-password.tsx';
import { addPasskey, PasskeyAborted, passkeysPossible } from '../../identity/passkeys.ts';
import { useStepUp } from '../../identity/step-up.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';

type Passkey = Account['passkeys'][number];

/** The passkeys there are. */
function PasskeyTable(props: { titleId: string; passkeys: readonly Passkey[]; onRemove: (key: Passkey) => void }) {
  const { t, f } = useLanguage();
  return (
    <DataTable
      labelledBy={props.titleId}
      rows={props.passkeys}
      rowKey={(key) => key.id}
      columns={[
        { key: 'name', label: t.account.passkeyName, rowHeader: true, cell: (key) => key.name },
        { key: 'added', label: t.account.added, cell: (key) => f.timestamp(key.createdAt) },
        {
          key: 'used',
          label: t.account.lastUsed,
          cell: (key) => (key.lastUsedAt ? f.timestamp(key.lastUsedAt) : t.account.never),
        },
        {
          key: 'actions',
          label: t.account.actions,
          hiddenLabel: true,
          cell: (key) => (
            <Button look="quiet" aria-label={`${t.account.remove}: ${key.name}`} onPress={() => props.onRemove(key)}>
              {t.account.remove}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** The name of a new passkey, if this browser can make one here. */
function AddPasskey({ name, setName, onAdd }: { name: string; setName: (name: string) => void; onAdd: () => void }) {
  const { t } = useLanguage();
  const { problem, complete, errorAt } = useSave();
  if (!passkeysPossible()) return <p className="fp-muted">{t.account.passkeyNotHere}</p>;
  return (
    <Form className="fp-narrow" problem={problem} onSend={() => complete({ name }) && onAdd()}>
      <TextInput
        label={t.account.passkeyName}
        hint={t.account.passkeyNameHint}
        error={errorAt('/name')}
        value={name}
        onChange={setName}
        letters={30}
        required
      />
      <div className="fp-actions">
        <Button type="submit">{t.account.passkeyAdd}</Button>
      </div>
    </Form>
  );
}

/** The passkeys of the account: list, add, remove. */
export function PasskeysSection({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useLanguage();
  const { withSecondFactor, dialog } = useStepUp();
  const [name, setName] = useState('');
  const [step, setStep] = useState<'add' | Passkey | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const take = async (password: string): Promise<void> => {
    if (step === null) return;
    setNote(null);
    if (step !== 'add') {
      await sendJson('POST', '/account/passkeys/remove', { password, id: step.id });
      return onDone();
    }
    try {
      await withSecondFactor(() => addPasskey(name.trim(), password));
      setName('');
      onDone();
    } catch (error) {
      if (!(error instanceof PasskeyAborted)) throw error;
      setNote(t.account.passkeyAborted);
    }
  };
  return (
    <Section title={t.account.passkeys}>
      {(titleId) => (
        <>
          <p className="fp-muted">{t.account.passkeysWhy}</p>
          {note && (
            <p className="fp-notice" role="alert">
              {note}
            </p>
          )}
          {account.passkeys.length === 0 ? (
            <p>{t.account.passkeysNone}</p>
          ) : (
            <PasskeyTable titleId={titleId} passkeys={account.passkeys} onRemove={setStep} />
          )}
          <AddPasskey name={name} setName={setName} onAdd={() => setStep('add')} />
          {step && (
            <ConfirmPassword
              title={step === 'add' ? t.account.passkeyAdd : `${t.account.remove}: ${step.name}`}
              step={take}
              onClose={() => setStep(null)}
            />
          )}
          {dialog}
        </>
      )}
    </Section>
  );
}
