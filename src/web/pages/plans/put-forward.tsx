import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn, sendJson } from '../../api/client.ts';
import { planHasChanged } from '../../api/plan-changes.ts';
import type { PlanRow, Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Failure } from '../../ui/states.tsx';

/** The working plan becomes a version of its own that somebody else may approve. */
export function PutForward({ plan }: { plan: PlanRow }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (): Promise<void> => {
    setProblem(null);
    try {
      const body = { name: name.trim(), ...(note.trim() ? { note: note.trim() } : {}) };
      await sendJson('POST', '/plans/working/propose', body, plan.version);
      setName('');
      setNote('');
      planHasChanged(client);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <details className="fp-gap">
      <summary>{t.plans.putForward}</summary>
      <form
        className="fp-form fp-form--tight"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="fp-muted">{t.plans.putForwardLead}</p>
        <TextInput label={t.plans.versionName} value={name} onChange={setName} required />
        <TextInput label={t.plans.reason} value={note} onChange={setNote} rows={3} />
        {problem && <Failure problem={problem} />}
        <div className="fp-actions">
          <Button type="submit" isDisabled={name.trim() === ''}>
            {t.plans.putForward}
          </Button>
        </div>
      </form>
    </details>
  );
}
