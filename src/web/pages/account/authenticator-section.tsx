import { useState } from 'react';
import { encode } from 'uqr';
import { sendJson } from '../../api/client.ts';
import type { Account } from '../../api/identity.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { ConfirmPassword } from '../../identity/confirm-password.tsx';
import { CopyButton } from '../../identity/copy-button.tsx';
import { useStepUp } from '../../identity/step-up.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';

interface Secret {
  secret: string;
  uri: string;
}

/** A QR code as one path; black on white in every theme, as readers expect it. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text);
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className="fp-qr" shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

/** The key for the app, and the first code that proves that the app has it. */
function SetUp({
  secret,
  onClose,
  onDone,
}: {
  secret: Secret;
  onClose: () => void;
  onDone: (codes: string[]) => void;
}) {
  const { t } = useLanguage();
  const action = useFormAction();
  const [code, setCode] = useState('');
  const submit = async (): Promise<void> => {
    const path = '/account/authenticator/confirm';
    onDone((await sendJson<{ recoveryCodes: string[] }>('POST', path, { code })).recoveryCodes);
  };
  return (
    <Dialog title={t.account.setUp} onClose={onClose}>
      <p>{t.account.scan}</p>
      <QrCode text={secret.uri} label={t.account.image} />
      <Facts>
        <Fact term={t.account.key}>
          <span className="fp-key">{secret.secret}</span>
        </Fact>
      </Facts>
      <Form problem={action.problem} onSend={action.send(submit, { code })}>
        <TextInput
          label={t.account.code}
          hint={t.account.codeHint}
          error={action.errorAt('/code')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          inputMode="numeric"
          letters={12}
          required
        />
        <div className="fp-actions">
          <Button look="main" type="submit">
            {t.account.confirm}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.confirmPassword.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Shown once; afterwards nobody has them but the person. */
function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t.account.codesTitle} onClose={onClose}>
      <p>{t.account.codesNote}</p>
      <ol className="fp-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="fp-actions">
        <Button look="main" onPress={onClose}>
          {t.account.codesDone}
        </Button>
        <CopyButton text={codes.join('\n')} label={t.account.codesCopy} />
      </div>
    </Dialog>
  );
}

type Step = 'setUp' | 'newCodes' | 'remove';

/** Authenticator app and recovery codes. */
export function AuthenticatorSection({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useLanguage();
  const { withSecondFactor, dialog } = useStepUp();
  const [step, setStep] = useState<Step | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const take = async (password: string): Promise<void> => {
    const send = <T,>(path: string): Promise<T> => withSecondFactor(() => sendJson<T>('POST', path, { password }));
    if (step === 'setUp') setSecret(await send<Secret>('/account/authenticator'));
    if (step === 'newCodes')
      setCodes((await send<{ recoveryCodes: string[] }>('/account/recovery-codes')).recoveryCodes);
    if (step === 'remove') await send('/account/authenticator/remove');
    onDone();
  };
  const titles = { setUp: t.account.setUp, newCodes: t.account.newCodes, remove: t.account.removeAuthenticator };
  return (
    <Section title={t.account.secondFactor}>
      <p className="fp-muted">{t.account.secondFactorWhy}</p>
      <Facts>
        <Fact term={t.account.authenticator}>{account.authenticator ? t.account.on : t.account.off}</Fact>
        {account.authenticator && <Fact term={t.account.codes}>{t.account.codesLeft(account.recoveryCodes)}</Fact>}
      </Facts>
      <div className="fp-actions">
        {account.authenticator ? (
          <>
            <Button onPress={() => setStep('newCodes')}>{t.account.newCodes}</Button>
            <Button onPress={() => setStep('remove')}>{t.account.removeAuthenticator}</Button>
          </>
        ) : (
          <Button onPress={() => setStep('setUp')}>{t.account.setUp}</Button>
        )}
      </div>
      {step && <ConfirmPassword title={titles[step]} step={take} onClose={() => setStep(null)} />}
      {secret && (
        <SetUp
          secret={secret}
          onClose={() => setSecret(null)}
          onDone={(fresh) => {
            setSecret(null);
            setCodes(fresh);
            onDone();
          }}
        />
      )}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
      {dialog}
    </Section>
  );
}
