import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConfirmationSubject } from '../../planning/index.ts';
import { sendJson } from '../api/client.ts';
import { afterSaving } from '../api/saved.ts';
import type { Problem } from '../api/types.ts';
import { useFormAction } from '../form/form-action.ts';
import { CopyButton } from '../identity/copy-button.tsx';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface ShownLink {
  name: string;
  link: string;
  days: number;
}

function LinkDialog({ shown, onClose }: { shown: ShownLink; onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t.confirmations.linkTitle(shown.name)} onClose={onClose}>
      <p>{t.confirmations.linkNote(shown.days)}</p>
      <p className="fp-key">{shown.link}</p>
      <div className="fp-actions">
        <CopyButton text={shown.link} label={t.people.copy} />
        <Button look="quiet" onPress={onClose}>
          {t.people.close}
        </Button>
      </div>
    </Dialog>
  );
}

/** Makes the link by which somebody without an account confirms, and shows it once. */
export function useConfirmationLink() {
  const client = useQueryClient();
  const action = useFormAction();
  const [shown, setShown] = useState<ShownLink | null>(null);
  const make = (subject: ConfirmationSubject, target: string, name: string): void => {
    void action.run(async () => {
      const made = await sendJson<{ link: string; days: number }>('POST', '/confirmations', { subject, target });
      setShown({ name, ...made });
      await afterSaving(client);
    });
  };
  const problem: Problem | null = action.problem;
  return { make, problem, dialog: shown && <LinkDialog shown={shown} onClose={() => setShown(null)} /> };
}
