import { lazy, Suspense } from 'react';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import type { Labels } from './conflict.tsx';
import type { Kept } from './draft.ts';
import { Faults } from './faults.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import type { Conflict } from './merge.ts';
import type { Saving } from './use-save.ts';

/** Both versions are shown seldom, and need the names of all fields. */
const ConflictNotice = lazy(() => import('./conflict.tsx').then((module) => ({ default: module.ConflictNotice })));

/** Says when a draft is back. */
export function RestoredDraft({ kept }: { kept: Kept }) {
  const { t } = useLanguage();
  if (!kept.restored || !kept.isDirty()) return null;
  return (
    <p className="fp-message" role="status">
      {t.form.restored}{' '}
      <Button look="quiet" onPress={kept.discard}>
        {t.form.discard}
      </Button>
    </p>
  );
}

/** Stands at the head of a form whose draft is kept: asks before the page is left, and says when a draft is back. */
export function KeptDraft({ kept }: { kept: Kept }) {
  return (
    <>
      <LeaveGuard form={kept} />
      <RestoredDraft kept={kept} />
    </>
  );
}

interface Versioned extends Kept {
  conflict: Conflict | null;
  resolve: (theirs: ReadonlySet<string>) => void;
}

/** What a form on something stored says of its draft: that it is back, and both versions when somebody was faster. */
export function DraftNotes({ form, labels }: { form: Versioned; labels?: Labels | undefined }) {
  return (
    <>
      <RestoredDraft kept={form} />
      {form.conflict && (
        <Suspense>
          <ConflictNotice shown={form.conflict} labels={labels} onResolve={form.resolve} />
        </Suspense>
      )}
    </>
  );
}

/**
 * Stands at the head of a form on something stored: {@link DraftNotes}, what is wrong with the form, and asks before the
 * page is left.
 */
export function FormHead({ form, labels }: { form: Versioned & { saving: Saving }; labels?: Labels }) {
  return (
    <>
      <LeaveGuard form={form} />
      <DraftNotes form={form} labels={labels} />
      <Faults problem={form.saving.problem} />
    </>
  );
}
