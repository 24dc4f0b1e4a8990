import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, problemIn } from '../api/client.ts';
import { afterSaving } from '../api/saved.ts';
import type { Problem, WrittenRecord } from '../api/types.ts';
import { notifyWithUndo } from '../api/undo.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Deletes after a question; a record that others still name stays, and the refusal says who names it. */
export function DeleteRecord(props: {
  kind: string;
  id: string;
  name: string;
  version: number;
  /** Leaves the page of the record. */
  onDeleted: () => Promise<void>;
}) {
  const { kind, id, name, version, onDeleted } = props;
  const { t } = useLanguage();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const remove = async (): Promise<void> => {
    try {
      const path = `/records/${kind}/${encodeURIComponent(id)}`;
      const written = await change<WrittenRecord>('DELETE', path, { version });
      await onDeleted();
      await afterSaving(client, id);
      notifyWithUndo(client, t, t.register.removed(name), [written.entry]);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  const close = (): void => {
    setAsking(false);
    setProblem(null);
  };
  return (
    <>
      <p className="fp-gap">
        <Button look="plain" onPress={() => setAsking(true)}>
          {t.register.remove}
        </Button>
      </p>
      {asking && (
        <Dialog title={t.register.removeTitle(name)} onClose={close}>
          <p>{t.register.removeAdvice}</p>
          {problem && (
            <div role="alert" className="fp-message fp-message--wrong">
              <p className="fp-strong">{problem.status === 0 ? t.states.offline : problem.title}</p>
              {problem.detail && <p>{problem.detail}</p>}
              {problem.errors?.map((error) => (
                <p key={error.detail}>{error.detail}</p>
              ))}
            </div>
          )}
          <div className="fp-actions">
            <Button look="main" onPress={close}>
              {t.register.keep}
            </Button>
            <Button onPress={() => void remove()}>{t.register.remove}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
