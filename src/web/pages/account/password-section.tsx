import { useState } from 'react';
import { sendJson } from '../../api/client.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';

/** Changing the password, with the old one. */
export function PasswordSection({ mail, onDone }: { mail: string; onDone: () => void }) {
  const { t } = useLanguage();
  const action = useFormAction();
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const [changed, setChanged] = useState(false);
  const submit = async (): Promise<void> => {
    setChanged(false);
    await sendJson('POST', '/account/password', { password, next });
    setPassword('');
    setNext('');
    setChanged(true);
    onDone();
  };
  return (
    <Section title={t.account.password}>
      <div className="fp-narrow">
        <p className="fp-muted">{t.account.passwordNote}</p>
        <Form problem={action.problem} onSend={action.send(submit, { password, next })}>
          {changed && (
            <p className="fp-notice" role="status">
              {t.account.changed}
            </p>
          )}
          <input type="hidden" autoComplete="username" value={mail} readOnly />
          <TextInput
            label={t.account.now}
            error={action.errorAt('/password')}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            type="password"
            required
          />
          <TextInput
            label={t.account.next}
            hint={t.invitation.rule}
            error={action.errorAt('/next')}
            value={next}
            onChange={setNext}
            autoComplete="new-password"
            type="password"
            required
          />
          <div className="fp-actions">
            <Button type="submit">{t.account.change}</Button>
          </div>
        </Form>
      </div>
    </Section>
  );
}
