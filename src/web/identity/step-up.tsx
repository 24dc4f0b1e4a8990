import { type ReactNode, useState } from 'react';
import { ApiError, sendJson } from '../api/client.ts';
import { Form } from '../form/form.tsx';
import { useFormAction } from '../form/form-action.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/form.tsx';
import { passkeysPossible, showPasskey } from './passkeys.ts';

const NEEDED = 'urn:fahrplan:problem:second-factor-needed';

/** The person has closed the question for the second factor: the step was not taken, and nothing is wrong. */
export class StepUpCancelled extends Error {}

interface Waiting {
  resume: () => void;
  cancel: () => void;
}

/**
 * For steps that need a fresh second factor (`requireSecondFactor` on the server): `withSecondFactor(step)` runs the
 * step; if the server asks for the second factor, the dialog appears, and the step runs once more after it was shown.
 * Put `dialog` somewhere on the page. Throws {@link StepUpCancelled} when the person closes the dialog.
 */
export function useStepUp(): { withSecondFactor: <T>(step: () => Promise<T>) => Promise<T>; dialog: ReactNode } {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const withSecondFactor = async <T,>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.type !== NEEDED) throw error;
      await new Promise<void>((resolve, reject) => {
        setWaiting({ resume: resolve, cancel: () => reject(new StepUpCancelled('cancelled')) });
      }).finally(() => setWaiting(null));
      return step();
    }
  };
  return { withSecondFactor, dialog: waiting && <StepUpDialog {...waiting} /> };
}

function StepUpDialog({ resume, cancel }: Waiting) {
  const { t } = useLanguage();
  const action = useFormAction();
  const [code, setCode] = useState('');
  const show = async (): Promise<void> => {
    await sendJson('POST', '/session/second-factor', { code });
    resume();
  };
  const showKey = (): void => {
    void action.run(async () => {
      await showPasskey('/session');
      resume();
    });
  };
  return (
    <Dialog title={t.stepUp.title} onClose={cancel}>
      <p>{t.stepUp.why}</p>
      <Form problem={action.problem} onSend={action.send(show, { code })}>
        <TextInput
          label={t.stepUp.code}
          hint={t.stepUp.codeHint}
          error={action.errorAt('/code')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          letters={24}
          required
        />
        <div className="fp-actions">
          <Button look="main" type="submit">
            {t.stepUp.ok}
          </Button>
          {passkeysPossible() && <Button onPress={showKey}>{t.stepUp.passkey}</Button>}
          <Button look="quiet" onPress={cancel}>
            {t.stepUp.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
