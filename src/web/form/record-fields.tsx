import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Choices } from '../api/types.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { FormProvider } from './context.tsx';
import { Field } from './fields.tsx';
import { DraftNotes } from './kept-draft.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import type { FormPart } from './spec.ts';
import { Summary } from './summary.tsx';
import type { RecordForm } from './use-record-form.ts';

/** Messages by the place that they belong to. */
function errorsOf(form: RecordForm): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const { pointer, detail } of form.saving.problem?.errors ?? []) {
    errors.set(pointer, [...(errors.get(pointer) ?? []), detail]);
  }
  return errors;
}

/** A form on one record: its parts with a list of them beside, what is wrong above, what to do with it below. */
export function RecordFields(props: {
  form: RecordForm;
  choices: Choices;
  parts: readonly (FormPart & { content?: ReactNode })[];
  onSave: () => void;
  onCancel: () => void;
  /** A further step, beside saving. */
  end?: ReactNode;
}) {
  const { form, choices, parts, onSave, onCancel, end } = props;
  const { t } = useLanguage();
  const { problem, busy } = form.saving;
  const errors = useMemo(() => errorsOf(form), [form]);
  const context = useMemo(() => ({ form, choices, errors }), [form, choices, errors]);
  return (
    <FormProvider value={context}>
      <form
        className="fp-rf"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <LeaveGuard form={form} />
        <DraftNotes form={form} />
        {problem && <Summary problem={problem} fields={parts.flatMap((part) => part.fields)} />}
        <div className="fp-rf__body">
          <nav className="fp-rf__parts" aria-label={t.form.parts}>
            {parts.map((part) => (
              <Link key={part.id} to="." hash={part.id} search resetScroll={false} hashScrollIntoView>
                {part.title}
              </Link>
            ))}
          </nav>
          <div>
            {parts.map((part) => (
              <Section key={part.id} id={part.id} title={part.title}>
                <div className="fp-rf__grid">
                  {part.fields.map((field) => (
                    <Field key={field.name} spec={field} path={[field.name]} />
                  ))}
                </div>
                {part.content}
              </Section>
            ))}
          </div>
        </div>
        <div className="fp-rf__end">
          <Button look="main" type="submit" isDisabled={busy || form.conflict !== null}>
            {busy ? t.form.saving : t.form.save}
          </Button>
          <Button onPress={onCancel}>{t.form.cancel}</Button>
          <span className="fp-muted" role="status">
            {form.dirty ? t.form.unsaved : ''}
          </span>
          {end}
        </div>
      </form>
    </FormProvider>
  );
}
