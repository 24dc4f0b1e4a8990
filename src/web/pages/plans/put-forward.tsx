import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn, sendJson } from '../../api/client.ts';
import { planHasChanged } from '../../api/plan-changes.ts';
import type { PlanRow, Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { KeptDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Failure } from '../../ui/states.tsx';

/** The working plan becomes a version of its own that somebody else may approve. */
export function PutForward({ plan, upToDate }: { plan: PlanRow; upToDate: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [{ name, note }, setDraft, , kept] = useDraft('put forward', { name: '', note: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (): Promise<void> => {
    setProblem(null);
    try {
      const body = { name: name.trim(), ...(note.trim() ? { note: note.trim() } : {}) };
      await sendJson('POST', '/plans/working/propose', body, plan.version);
      kept.discard();
      planHasChanged(client);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <details className="fp-gap" open={kept.restored || undefined}>
      <summary>{t.plans.putForward}</summary>
      <form
        className="fp-form fp-form--tight"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <KeptDraft kept={kept} />
        <p className="fp-muted">{t.plans.putForwardLead}</p>
        <TextInput
          label={t.plans.versionName}
          value={name}
          onChange={(typed) => setDraft((old) => ({ ...old, name: typed }))}
          required
        />
        <TextInput
          label={t.plans.reason}
          value={note}
          onChange={(typed) => setDraft((old) => ({ ...old, note: typed }))}
          rows={3}
        />
        {problem && <Failure problem={problem} />}
        <div className="fp-actions">
          <Button type="submit" isDisabled={name.trim() === '' || !upToDate}>
            {t.plans.putForward}
          </Button>
        </div>
      </form>
    </details>
  );
}
