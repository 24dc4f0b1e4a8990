import type { ReactNode } from 'react';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/states.tsx';
import type { Saving } from './use-save.ts';

/** End of a form: what is wrong, the button that saves, and ways out beside it. */
export function SaveBar({ saving, disabled, children }: { saving: Saving; disabled?: boolean; children?: ReactNode }) {
  const { t } = useLanguage();
  const { problem, faults, busy } = saving;
  // What stands at its field already is not said a second time below.
  const saidAtField =
    faults > 0 && (problem?.status === 400 || problem?.errors?.every((one) => one.detail === problem.detail));
  return (
    <>
      <div role="alert">
        {faults > 0 && <p className="fp-input__error">{t.paperForm.faults(faults)}</p>}
        {problem && !saidAtField && <Failure problem={problem} />}
      </div>
      <div className="fp-form__end">
        <Button look="main" type="submit" isDisabled={busy || disabled === true}>
          {t.paperForm.save}
        </Button>
        {children}
      </div>
    </>
  );
}
