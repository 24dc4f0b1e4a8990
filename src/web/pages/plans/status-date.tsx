import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn, sendJson } from '../../api/client.ts';
import { planHasChanged } from '../../api/plan-changes.ts';
import type { PlansAnswer, Problem } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';

/** Which day counts as today: the real one, or one that is set for an example or a training. */
export function StatusDate({ answer, mayPlan }: { answer: PlansAnswer; mayPlan: boolean }) {
  const { t, f } = useLanguage();
  const client = useQueryClient();
  const [day, setDay] = useDraft('status date', '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const parsed = parseDay(day);
  const send = async (statusDate: string | null): Promise<void> => {
    setProblem(null);
    try {
      await sendJson('PUT', '/status-date', { statusDate });
      setDay('');
      planHasChanged(client);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <Section title={t.plans.statusDate} gap>
      <p>
        {answer.statusDate === null
          ? t.plans.statusDateReal(f.date(answer.asOf))
          : t.plans.statusDateSet(f.date(answer.statusDate))}
      </p>
      {mayPlan && (
        <form
          className="fp-form fp-form--tight"
          onSubmit={(event) => {
            event.preventDefault();
            if (parsed !== null) void send(parsed);
          }}
        >
          <DayInput label={t.plans.statusDateLabel} value={day} onChange={setDay} required />
          {problem && <Failure problem={problem} />}
          <div className="fp-actions">
            <Button type="submit" isDisabled={parsed === null}>
              {t.plans.setStatusDate}
            </Button>
            {answer.statusDate !== null && (
              <Button look="quiet" onPress={() => void send(null)}>
                {t.plans.realDay}
              </Button>
            )}
          </div>
        </form>
      )}
    </Section>
  );
}
