import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { change, problemIn } from '../../api/client.ts';
import { afterSaving } from '../../api/saved.ts';
import type { Problem, ProjectAnswer, WrittenRecord } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { Summary } from '../../form/summary.tsx';
import { useLanguage } from '../../language/context.tsx';
import { useMayEdit } from '../../plan/may-edit.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Edit and delete. Deleting asks, and can be undone. */
export function ProjectActions({ answer }: { answer: ProjectAnswer }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { project, version } = answer;
  if (!useMayEdit()) return null;
  const close = (): void => {
    setAsking(false);
    setProblem(null);
  };
  const remove = async (): Promise<void> => {
    try {
      const path = `/records/project/${encodeURIComponent(project.id)}`;
      const { entry } = await change<WrittenRecord>('DELETE', path, { version });
      await navigate({ to: '/projekte' });
      await afterSaving(client, project.id);
      notifyWithUndo(client, t, t.edit.removed(project.name), [entry]);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <>
      <Button look="plain" onPress={() => setAsking(true)}>
        {t.edit.remove}
      </Button>
      <Link to="/projekte/$id/bearbeiten" params={{ id: project.id }} className={buttonClass('main')}>
        {t.edit.edit}
      </Link>
      {asking && (
        <Dialog title={t.edit.removeTitle(project.name)} onClose={close}>
          <p>{t.edit.removeAdvice}</p>
          {problem && <Summary problem={problem} />}
          <div className="fp-actions">
            <Button look="main" onPress={() => void remove()}>
              {t.edit.remove}
            </Button>
            <Button onPress={close}>{t.form.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
