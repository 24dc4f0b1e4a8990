import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import type { Kept } from './draft.ts';
import { LeaveGuard } from './leave-guard.tsx';

/** Stands at the head of a form whose draft is kept: asks before the page is left, and says when a draft is back. */
export function KeptDraft({ kept }: { kept: Kept }) {
  const { t } = useLanguage();
  return (
    <>
      <LeaveGuard form={kept} />
      {kept.restored && kept.isDirty() && (
        <p className="fp-message" role="status">
          {t.form.restored}{' '}
          <Button look="quiet" onPress={kept.discard}>
            {t.form.discard}
          </Button>
        </p>
      )}
    </>
  );
}
