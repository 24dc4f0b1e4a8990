import type { ReactNode } from 'react';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import type { Saving } from './use-save.ts';

/** End of a form: the button that saves, and ways out beside it. What is wrong stands above the form. */
export function SaveBar({ saving, disabled, children }: { saving: Saving; disabled?: boolean; children?: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="fp-form__end">
      <Button look="main" type="submit" isDisabled={saving.busy || disabled === true}>
        {t.paperForm.save}
      </Button>
      {children}
    </div>
  );
}
