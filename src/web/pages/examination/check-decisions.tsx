import type { CheckResult } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { TextInput } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { CheckDraft } from './state.ts';

const decisions = ['met', 'notMet', 'notApplicable'] as const;
type Choice = CheckDraft['decision'] | 'open';

/** One check: paragraph, question, what the records suggest; the decision and its reason are a person's. */
function Check(props: {
  check: CheckResult;
  draft: CheckDraft | undefined;
  error: string | undefined;
  onChange: (draft: CheckDraft | null) => void;
}) {
  const { check, draft, error, onChange } = props;
  const { t, f, text } = useLanguage();
  const decided = check.decision;
  const choose = (choice: Choice): void => {
    // The hint is offered as the reason: it stands in the field, where it can be read and changed before it is saved.
    if (choice === 'open') onChange(null);
    else onChange({ check: check.check, decision: choice, reason: draft?.reason ?? check.hint.de });
  };
  return (
    <li className="fp-check">
      <p className="fp-strong">{text(check.question)}</p>
      <p className="fp-note">
        {check.paragraph} · {text(check.hint)}
      </p>
      <div className="fp-actions">
        <Segmented<Choice>
          label={text(check.question)}
          choices={[
            { value: 'open', label: t.examination.open },
            ...decisions.map((value) => ({ value, label: t.paper.decisions[value] })),
          ]}
          value={draft?.decision ?? 'open'}
          onChange={choose}
        />
        {decided && (
          <span className="fp-note">
            {decided.by}, {f.date(decided.on)}
          </span>
        )}
      </div>
      {draft && (
        <TextInput
          label={t.examination.reason}
          value={draft.reason}
          rows={2}
          lang="de"
          error={error}
          onChange={(reason) => onChange({ ...draft, reason })}
        />
      )}
    </li>
  );
}

export function CheckDecisions(props: {
  checks: readonly CheckResult[];
  drafts: ReadonlyMap<string, CheckDraft>;
  errorAt: (pointer: string) => string | undefined;
  onChange: (check: string, draft: CheckDraft | null) => void;
}) {
  const { checks, drafts, errorAt, onChange } = props;
  const { t } = useLanguage();
  const sent = checks.filter((one) => drafts.has(one.check));
  if (checks.length === 0) return null;
  return (
    <Section title={t.paper.checks} end={<span className="fp-note">{t.paper.checksNote}</span>}>
      <ol className="fp-list">
        {checks.map((check) => (
          <Check
            key={check.check}
            check={check}
            draft={drafts.get(check.check)}
            error={errorAt(`/checks/${sent.indexOf(check)}/reason`)}
            onChange={(draft) => onChange(check.check, draft)}
          />
        ))}
      </ol>
    </Section>
  );
}
