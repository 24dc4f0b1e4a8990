import { useState } from 'react';
import { Form } from '../form/form.tsx';
import { useFormAction } from '../form/form-action.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/form.tsx';

/** Asks for the password before something about the account changes; stays open, with the reason, when it fails. */
export function ConfirmPassword(props: {
  title: string;
  onClose: () => void;
  /** Takes the step with the password; the dialog closes when it has succeeded. */
  step: (password: string) => Promise<void>;
}) {
  const { title, onClose, step } = props;
  const { t } = useLanguage();
  const action = useFormAction();
  const [password, setPassword] = useState('');
  const submit = async (): Promise<void> => {
    await step(password);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{t.confirmPassword.why}</p>
      <Form problem={action.problem} onSend={action.send(submit, { password })}>
        <TextInput
          label={t.account.now}
          error={action.errorAt('/password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          type="password"
          required
        />
        <div className="fp-actions">
          <Button look="main" type="submit">
            {t.confirmPassword.ok}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.confirmPassword.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
