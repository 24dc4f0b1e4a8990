import { Link } from '@tanstack/react-router';
import { useFollowing } from '../../api/following.ts';
import { useHold } from '../../api/plan-changes.ts';
import type { PlanRow, PlansAnswer } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { JobProgress } from '../../plan/job-progress.tsx';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { PlanQuality } from './plan-quality.tsx';
import { PutForward } from './put-forward.tsx';

/** Projects and months that are held, with the way to let them go. */
function Holds({ plan, mayPlan }: { plan: PlanRow | undefined; mayPlan: boolean }) {
  const { t, f } = useLanguage();
  const run = useHold();
  const { problem, complete, errorAt } = useSave();
  const [until, setUntil] = useDraft('frozen until', '');
  const day = parseDay(until);
  const pins = plan?.pins ?? [];
  return (
    <>
      <Fact term={t.plans.pins} help="planPin">
        {pins.length === 0 ? (
          t.plans.noPins
        ) : (
          <ul className="fp-bullets">
            {pins.map((pin) => (
              <li key={pin.project}>
                {t.plans.pinned(pin.project, f.date(pin.start))}
                {pin.reason && `: ${pin.reason}`}{' '}
                {mayPlan && (
                  <Button
                    look="quiet"
                    isDisabled={run.running}
                    aria-label={`${t.plans.release}: ${pin.project}`}
                    onPress={() => run.hold({ release: pin.project })}
                  >
                    {t.plans.release}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact term={t.plans.frozen} help="frozenUntil">
        {plan?.frozenUntil ? f.date(plan.frozenUntil) : t.plans.notFrozen}{' '}
        {mayPlan && plan?.frozenUntil && (
          <Button look="quiet" isDisabled={run.running} onPress={() => run.hold({ frozenUntil: null })}>
            {t.plans.thaw}
          </Button>
        )}
        {mayPlan && (
          <Form
            className="fp-form fp-form--tight"
            problem={problem}
            onSend={() => {
              if (complete({ until }, day !== null)) run.hold({ frozenUntil: day });
            }}
          >
            <DayInput label={t.plans.freeze} error={errorAt('/until')} value={until} onChange={setUntil} required />
            <div className="fp-actions">
              <Button type="submit" isDisabled={run.running}>
                {t.plans.freezeNow}
              </Button>
            </div>
          </Form>
        )}
        <JobProgress run={{ ...run, start: () => undefined }} />
      </Fact>
    </>
  );
}

/** The plan is on its way behind a change of the records. */
function Following({ share }: { share: number }) {
  const { t, f } = useLanguage();
  return (
    <div className="fp-progress">
      <span role="status">{t.plans.following}</span>
      <Progress value={share} label={t.plans.following} percent={f.percent(Math.round(share * 100))} />
    </div>
  );
}

/** The plan in work: how good it is, what it is held to, what it no longer fits, and the way to approval. */
export function WorkingPlan(props: {
  answer: PlansAnswer;
  mayPlan: boolean;
  /** Has the agenda planned anew; undefined while it is being done. */
  planAnew: (() => void) | undefined;
}) {
  const { answer, mayPlan, planAnew } = props;
  const { t, text } = useLanguage();
  const plan = answer.plans.find(({ status }) => status === 'working');
  const approved = answer.plans.find(({ status }) => status === 'approved');
  const following = useFollowing(plan?.version ?? 0);
  return (
    <Section title={t.plans.working}>
      {following.running && <Following share={following.job?.progress ?? 0} />}
      {plan === undefined && !following.running && <p className="fp-muted">{t.plans.noWorking}</p>}
      {plan !== undefined && plan.faults.length > 0 && following.upToDate && (
        <div className="fp-notice" role="status">
          <p>{t.plans.doesNotFit}</p>
          <ul className="fp-bullets">
            {plan.faults.map((fault) => (
              <li key={fault.de}>{text(fault)}</li>
            ))}
          </ul>
          {mayPlan && (
            <div className="fp-actions">
              <Button isDisabled={planAnew === undefined} onPress={() => planAnew?.()}>
                {t.plans.planAnew}
              </Button>
            </div>
          )}
        </div>
      )}
      <Facts>
        <Holds plan={plan} mayPlan={mayPlan} />
      </Facts>
      {plan && <PlanQuality plan={plan} />}
      {plan && approved && (
        <p className="fp-gap">
          <Link to="/plaene/vergleich" search={{ von: approved.id, mit: plan.id }}>
            {t.plans.compareWithApproved}
          </Link>
        </p>
      )}
      {plan && mayPlan && <PutForward plan={plan} upToDate={following.upToDate} />}
    </Section>
  );
}
