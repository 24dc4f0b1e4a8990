import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../language/context.tsx';
import { capital, fieldLabel } from '../plan/field-labels.ts';
import { Value } from '../plan/value.tsx';
import { Button } from '../ui/button.tsx';
import type { RecordForm } from './use-record-form.ts';

/** Two versions of one field, side by side; one of them is chosen. */
function Choice(props: {
  field: string;
  mine: unknown;
  theirs: unknown;
  takesTheirs: boolean;
  onChange: (takesTheirs: boolean) => void;
}) {
  const { t, language } = useLanguage();
  const { field, mine, theirs, takesTheirs, onChange } = props;
  const group = useId();
  const option = (chosen: boolean, label: string, value: unknown, pick: boolean) => (
    <div className="fp-versions__one">
      <label>
        <input type="radio" name={group} checked={chosen} onChange={() => onChange(pick)} /> {label}
      </label>
      <div>
        <Value name={field} value={value} />
      </div>
    </div>
  );
  return (
    <fieldset className="fp-inner">
      <legend>{capital(fieldLabel(field, language))}</legend>
      <div className="fp-versions">
        {option(!takesTheirs, t.form.mine, mine, false)}
        {option(takesTheirs, t.form.theirs, theirs, true)}
      </div>
    </fieldset>
  );
}

/** Somebody else saved first: what both have changed is shown in both versions, and a person decides for each field. */
export function ConflictNotice({ form, shown }: { form: RecordForm; shown: NonNullable<RecordForm['conflict']> }) {
  const { t, f, language } = useLanguage();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const toggle = (field: string, take: boolean): void => {
    const next = new Set(theirs);
    if (take) next.add(field);
    else next.delete(field);
    setTheirs(next);
  };
  return (
    <section className="fp-message fp-message--wrong" role="alert" tabIndex={-1} ref={box} aria-label={t.form.conflict}>
      <p className="fp-strong">{t.form.conflict}</p>
      <p>{shown.clashes.length > 0 ? t.form.conflictAdvice : t.form.conflictNone}</p>
      {shown.taken.length > 0 && (
        <p>{t.form.conflictTaken(f.list(shown.taken.map((field) => fieldLabel(field, language))))}</p>
      )}
      {shown.clashes.map((clash) => (
        <Choice
          key={clash.field}
          {...clash}
          takesTheirs={theirs.has(clash.field)}
          onChange={(take) => toggle(clash.field, take)}
        />
      ))}
      <div className="fp-actions">
        <Button look="main" onPress={() => form.resolve(theirs)}>
          {t.form.takeOver}
        </Button>
      </div>
    </section>
  );
}
