import { useBlocker } from '@tanstack/react-router';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Kept } from './draft.ts';

/** Asks before a page with unsaved changes is left; the draft stays in this tab unless it is thrown away. */
export function LeaveGuard({ form }: { form: Pick<Kept, 'isDirty' | 'discard'> }) {
  const { t } = useLanguage();
  const { status, proceed, reset } = useBlocker({
    // At the end of a session there is nothing to ask: the draft stays, and the sign-in leads back to it.
    shouldBlockFn: ({ current, next }) =>
      form.isDirty() && current.pathname !== next.pathname && next.pathname !== '/anmeldung',
    enableBeforeUnload: () => form.isDirty(),
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={t.form.leave} onClose={() => reset?.()}>
      <p>{t.form.leaveAdvice}</p>
      <div className="fp-actions">
        <Button look="main" onPress={() => reset?.()}>
          {t.form.stay}
        </Button>
        <Button onPress={() => proceed?.()}>{t.form.leaveWithDraft}</Button>
        <Button
          look="plain"
          onPress={() => {
            form.discard();
            proceed?.();
          }}
        >
          {t.form.discard}
        </Button>
      </div>
    </Dialog>
  );
}
