import { useQueryClient } from '@tanstack/react-query';
import { sendJson } from '../../api/client.ts';
import { planHasChanged } from '../../api/plan-changes.ts';
import type { PlanRow } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { KeptDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';

/** The working plan becomes a version of its own that somebody else may approve. */
export function PutForward({ plan, upToDate }: { plan: PlanRow; upToDate: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [{ name, note }, setDraft, , kept] = useDraft('put forward', { name: '', note: '' });
  const action = useFormAction();
  const send = async (): Promise<void> => {
    const body = { name: name.trim(), ...(note.trim() ? { note: note.trim() } : {}) };
    await sendJson('POST', '/plans/working/propose', body, plan.version);
    kept.discard();
    planHasChanged(client);
  };
  return (
    <details className="fp-gap" open={kept.restored || undefined}>
      <summary>{t.plans.putForward}</summary>
      <Form className="fp-form fp-form--tight" problem={action.problem} onSend={action.send(send, { name })}>
        <KeptDraft kept={kept} />
        <p className="fp-muted">{t.plans.putForwardLead}</p>
        <TextInput
          label={t.plans.versionName}
          error={action.errorAt('/name')}
          value={name}
          onChange={(typed) => setDraft((old) => ({ ...old, name: typed }))}
          required
        />
        <TextInput
          label={t.plans.reason}
          error={action.errorAt('/note')}
          value={note}
          onChange={(typed) => setDraft((old) => ({ ...old, note: typed }))}
          rows={3}
        />
        <div className="fp-actions">
          <Button type="submit" isDisabled={action.busy || !upToDate}>
            {t.plans.putForward}
          </Button>
          {!upToDate && <span className="fp-muted">{t.plans.following}</span>}
        </div>
      </Form>
    </details>
  );
}
