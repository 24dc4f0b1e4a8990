import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { comparisonQuery, plansQuery } from '../../api/queries.ts';
import type { ComparisonAnswer, PlansAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { DifferenceTables } from '../../plan/difference/difference-tables.tsx';
import { differenceInWords } from '../../plan/difference/difference-words.ts';
import { type Option, SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Empty, Loaded, Missing } from '../../ui/states.tsx';
import { Decide, TakeOver } from './decide.tsx';

/** Every plan and every listed proposal, as something to choose. */
function useOptions(answer: PlansAnswer): Option[] {
  const { t, f } = useLanguage();
  return [
    ...answer.plans.map((plan) => ({
      value: plan.id,
      label: plan.status === 'working' ? plan.name : `${plan.name} (${t.plans.statuses[plan.status]})`,
    })),
    ...answer.proposals.map((one) => ({ value: one.id, label: t.plans.proposalOf(f.timestamp(one.createdAt)) })),
  ];
}

function Result({ answer, plans }: { answer: ComparisonAnswer; plans: PlansAnswer }) {
  const { t, f } = useLanguage();
  const { difference } = answer;
  const kept = plans.plans.find(({ id }) => id === difference.after.id);
  return (
    <>
      <div className="fp-gap fp-lead">
        {differenceInWords(difference, t, f).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {kept === undefined && <TakeOver key={difference.after.id} answer={answer} />}
      {kept?.status === 'proposed' && <Decide key={kept.id} plan={kept} />}
      <DifferenceTables difference={difference} />
    </>
  );
}

function Chosen({ von, mit, plans }: { von: string; mit: string; plans: PlansAnswer }) {
  const { t } = useLanguage();
  const query = useQuery(comparisonQuery(von, mit));
  return (
    <Loaded query={query} missing={<Missing>{t.comparison.choose}</Missing>}>
      {(answer) => <Result answer={answer} plans={plans} />}
    </Loaded>
  );
}

function Content({ plans }: { plans: PlansAnswer }) {
  const { t } = useLanguage();
  const search = useSearch({ from: '/plaene/vergleich' });
  const navigate = useNavigate({ from: '/plaene/vergleich' });
  const options = useOptions(plans);
  const select = (key: 'von' | 'mit', label: string) => (
    <SelectField
      label={label}
      all="–"
      options={options}
      value={search[key] ?? ''}
      onChange={(value) => void navigate({ search: (old) => ({ ...old, [key]: value || undefined }), replace: true })}
    />
  );
  return (
    <>
      <div className="fp-tools fp-tools--wide">
        {select('von', t.comparison.before)}
        {select('mit', t.comparison.after)}
      </div>
      {search.von && search.mit ? (
        <Chosen von={search.von} mit={search.mit} plans={plans} />
      ) : (
        <Empty title={t.comparison.choose}>
          {options.length < 2 && (
            <p>
              {t.nextStep.onlyOnePlan} <Link to="/plaene">{t.nextStep.toPlans}</Link>
            </p>
          )}
        </Empty>
      )}
    </>
  );
}

/** Two plans against each other, in words and figures, with what can be decided about the second one. */
export function ComparisonPage() {
  const { t } = useLanguage();
  const query = useQuery(plansQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.comparison.title} />
      <Loaded query={query}>{(plans) => <Content plans={plans} />}</Loaded>
    </div>
  );
}
