import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn, sendJson } from '../../api/client.ts';
import { planHasChanged } from '../../api/plan-changes.ts';
import { meQuery } from '../../api/queries.ts';
import type { ComparisonAnswer, PlanRow, Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';

/** Sends one decision, and says how it went. */
function useDecision() {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const decide = async (path: string, body: unknown, version: number | undefined, words: string): Promise<boolean> => {
    setProblem(null);
    setBusy(true);
    try {
      await sendJson('POST', path, body, version);
      setDone(words);
      planHasChanged(client);
      return true;
    } catch (error) {
      setProblem(problemIn(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problem, done, busy, decide };
}

function Outcome({ problem, done }: { problem: Problem | null; done: string | null }) {
  if (problem) return <Failure problem={problem} />;
  return done ? (
    <p className="fp-notice" role="status">
      {done}
    </p>
  ) : null;
}

/** A proposal of the engine becomes the working plan, against the one that is shown here. */
export function TakeOver({ answer }: { answer: ComparisonAnswer }) {
  const { t } = useLanguage();
  const { problem, done, busy, decide } = useDecision();
  const { data: me } = useQuery(meQuery);
  const { after } = answer.difference;
  if (!me?.permissions.includes('plan')) return null;
  return (
    <div className="fp-gap">
      <Outcome problem={problem} done={done} />
      {done === null && (
        <div className="fp-actions">
          <Button
            look="main"
            isDisabled={busy}
            onPress={() =>
              void decide(
                `/plan-runs/${encodeURIComponent(after.id)}/take-over`,
                { seen: answer.working },
                undefined,
                t.comparison.takenOver,
              )
            }
          >
            {t.comparison.takeOver}
          </Button>
          <span className="fp-muted">{t.comparison.takeOverLead}</span>
        </div>
      )}
    </div>
  );
}

/** Approval or rejection of a plan that was put forward, by somebody else than its proposer. */
export function Decide({ plan }: { plan: PlanRow }) {
  const { t } = useLanguage();
  const { problem, done, busy, decide } = useDecision();
  const { data: me } = useQuery(meQuery);
  const [note, setNote, forget] = useDraft(`plan decision ${plan.id}`, '');
  const missing = useSave();
  if (done !== null) return <Outcome problem={null} done={done} />;
  if (!me?.permissions.includes('approvePlan')) return null;
  if (plan.own) return <p className="fp-muted">{t.comparison.ownProposal}</p>;
  const path = `/plans/${encodeURIComponent(plan.id)}`;
  const text = note.trim();
  const send = async (step: 'approve' | 'reject', words: string): Promise<void> => {
    missing.setProblem(null);
    if (await decide(`${path}/${step}`, text ? { note: text } : {}, plan.version, words)) forget();
  };
  const approve = (): void => void send('approve', t.comparison.approved);
  const reject = (): void => {
    if (text === '') missing.refuse([{ pointer: '/note', detail: t.comparison.reasonNeeded }]);
    else void send('reject', t.comparison.rejected);
  };
  return (
    <Section title={t.comparison.decision} gap>
      <Form className="fp-form fp-form--tight" problem={missing.problem ?? problem} onSend={approve}>
        <TextInput
          label={t.comparison.approveNote}
          value={note}
          onChange={setNote}
          rows={3}
          error={missing.errorAt('/note')}
        />
        <div className="fp-actions">
          <Button look="main" type="submit" isDisabled={busy}>
            {t.comparison.approve}
          </Button>
          <Button isDisabled={busy} onPress={reject}>
            {t.comparison.reject}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
