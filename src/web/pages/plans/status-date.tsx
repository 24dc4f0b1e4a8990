import { useQueryClient } from '@tanstack/react-query';
import { sendJson } from '../../api/client.ts';
import { planHasChanged } from '../../api/plan-changes.ts';
import type { PlansAnswer } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Section } from '../../ui/section.tsx';

/** Which day counts as today: the real one, or one that is set for an example or a training. */
export function StatusDate({ answer, mayPlan }: { answer: PlansAnswer; mayPlan: boolean }) {
  const { t, f } = useLanguage();
  const client = useQueryClient();
  const [day, setDay] = useDraft('status date', '');
  const action = useFormAction();
  const parsed = parseDay(day);
  const send = async (statusDate: string | null): Promise<void> => {
    await sendJson('PUT', '/status-date', { statusDate });
    setDay('');
    planHasChanged(client);
  };
  const set = (): void => {
    if (action.complete({ statusDate: day }, parsed !== null)) void action.run(() => send(parsed));
  };
  return (
    <Section title={t.plans.statusDate} gap>
      <p>
        {answer.statusDate === null
          ? t.plans.statusDateReal(f.date(answer.asOf))
          : t.plans.statusDateSet(f.date(answer.statusDate))}
      </p>
      {mayPlan && (
        <Form className="fp-form fp-form--tight" problem={action.problem} onSend={set}>
          <DayInput
            label={t.plans.statusDateLabel}
            error={action.errorAt('/statusDate')}
            value={day}
            onChange={setDay}
            required
          />
          <div className="fp-actions">
            <Button type="submit" isDisabled={action.busy}>
              {t.plans.setStatusDate}
            </Button>
            {answer.statusDate !== null && (
              <Button look="quiet" onPress={() => void action.run(() => send(null))}>
                {t.plans.realDay}
              </Button>
            )}
          </div>
        </Form>
      )}
    </Section>
  );
}
