import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError, sendJson } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { enter } from '../../identity/enter.ts';
import { PasskeyAborted, passkeysPossible, showPasskey } from '../../identity/passkeys.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';

const CODE_NEEDED = 'urn:fahrplan:problem:code-needed';

/** A field that appears because of what was just done takes the focus. */
function FocusFirst({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return <div ref={box}>{children}</div>;
}

/** What was typed, and the ways in: password with the code where the person has one, or a passkey. */
function useSignIn() {
  const { t } = useLanguage();
  const { zurueck } = useSearch({ from: '/anmeldung' });
  const action = useFormAction();
  const [mail, setMail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const signIn = async (): Promise<void> => {
    setNote(null);
    try {
      await sendJson('POST', '/sign-in', { mail, password, ...(code === null ? {} : { code }) });
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.type !== CODE_NEEDED || code !== null) throw error;
      setCode('');
      return;
    }
    enter(zurueck);
  };
  const submit = action.send(signIn, { mail, password, ...(code === null ? {} : { code }) });
  const passkey = (): void => {
    void action.run(async () => {
      setNote(null);
      try {
        await showPasskey('/sign-in');
      } catch (error) {
        if (!(error instanceof PasskeyAborted)) throw error;
        setNote(t.signIn.passkeyAborted);
        return;
      }
      enter(zurueck);
    });
  };
  const forgotten = (): void => {
    if (mail.trim() === '') {
      setNote(t.signIn.forgottenMail);
      return;
    }
    void action.run(async () => {
      const { mailed } = await sendJson<{ mailed: boolean }>('POST', '/sign-in/forgotten', { mail });
      setNote(mailed ? t.signIn.forgottenSent : t.signIn.forgottenAsk);
    });
  };
  const fields = { mail, setMail, password, setPassword, code, setCode };
  return { action, note, fields, submit, passkey, forgotten };
}

function SignInForm() {
  const { t } = useLanguage();
  const { action, note, fields, submit, passkey, forgotten } = useSignIn();
  const { mail, setMail, password, setPassword, code, setCode } = fields;
  return (
    <Form problem={action.problem} onSend={submit}>
      {note && (
        <p className="fp-notice" role="status">
          {note}
        </p>
      )}
      <TextInput
        label={t.signIn.mail}
        error={action.errorAt('/mail')}
        value={mail}
        onChange={setMail}
        autoComplete="username"
        type="email"
        required
      />
      <TextInput
        label={t.signIn.password}
        error={action.errorAt('/password')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        type="password"
        required
      />
      {code !== null && (
        <FocusFirst>
          <TextInput
            label={t.signIn.code}
            hint={t.signIn.codeHint}
            error={action.errorAt('/code')}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            letters={24}
            required
          />
        </FocusFirst>
      )}
      <div className="fp-actions">
        <Button look="main" type="submit">
          {t.signIn.submit}
        </Button>
        {passkeysPossible() && <Button onPress={passkey}>{t.signIn.passkey}</Button>}
        <Button look="quiet" onPress={forgotten}>
          {t.signIn.forgotten}
        </Button>
      </div>
    </Form>
  );
}

/** The door. Whoever is in already is told so. */
export function SignInPage() {
  const { t } = useLanguage();
  const { data: me, isError } = useQuery(meQuery);
  const { link } = useSearch({ from: '/anmeldung' });
  return (
    <div className="fp-page">
      <PageHead title={t.signIn.title} />
      {me && !isError ? (
        <div className="fp-message">
          <p>{t.signIn.already(me.user.name)}</p>
          <p>
            <Link to="/" className={buttonClass('main')}>
              {t.states.toOverview}
            </Link>
          </p>
        </div>
      ) : (
        <div className="fp-narrow">
          {link === 'ungueltig' && (
            <p className="fp-notice" role="alert">
              {t.signIn.invalid}
            </p>
          )}
          <SignInForm />
          <div className="fp-message">
            <p className="fp-strong">{t.signIn.noAccount}</p>
            <p>{t.signIn.invite}</p>
            <p className="fp-muted">{t.signIn.first}</p>
          </div>
        </div>
      )}
    </div>
  );
}
