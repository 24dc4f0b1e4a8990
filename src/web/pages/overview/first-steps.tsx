import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { firstStepsQuery, meQuery } from '../../api/queries.ts';
import type { FirstStepsAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { Section } from '../../ui/section.tsx';

/** Where each step is done. */
const pages = {
  capacity: '/auslastung',
  budget: '/auslastung',
  projects: '/projekte',
  conditions: '/pflichten',
  plan: '/plaene',
} as const;

function Steps({ steps }: Pick<FirstStepsAnswer, 'steps'>) {
  const { t } = useLanguage();
  const next = steps.find((step) => !step.done);
  const done = steps.filter((step) => step.done).length;
  return (
    <Section
      title={t.firstSteps.title}
      end={<span className="fp-muted">{t.firstSteps.progress(done, steps.length)}</span>}
    >
      <ol className="fp-steps">
        {steps.map((step) => (
          <li key={step.kind} data-done={step.done}>
            <Link to={pages[step.kind]}>{t.firstSteps.steps[step.kind]}</Link>
            <span className="fp-muted">
              {step.done
                ? `${t.firstSteps.done}: ${t.firstSteps.counts[step.kind](step.count)}`
                : step === next
                  ? t.firstSteps.next
                  : t.firstSteps.open}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** How to go on while the agenda has no plan of its own yet; nothing once everything is there. */
export function FirstSteps() {
  const { t } = useLanguage();
  const { data: me } = useQuery(meQuery);
  const { data } = useQuery(firstStepsQuery);
  if (data === undefined) return null;
  const incomplete = data.steps.some((step) => !step.done);
  return (
    <>
      {data.mayBegin && (
        <p className="fp-note">
          {t.ownCity.invite} <Link to="/stadt-anlegen">{t.ownCity.title}</Link>
        </p>
      )}
      {incomplete && me?.permissions.includes('plan') && <Steps steps={data.steps} />}
    </>
  );
}
