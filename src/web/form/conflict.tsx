import { useEffect, useId, useRef, useState } from 'react';
import { capital, fieldLabel } from '../fields/field-labels.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Value } from '../ui/value.tsx';
import { type Conflict, spoken } from './merge.ts';

/** What a form calls its fields, where that is not what records call them. */
export type Labels = Record<string, string>;

/** Two versions of one field, side by side; one of them is chosen. */
function Choice(props: {
  field: string;
  label: string;
  mine: unknown;
  theirs: unknown;
  takesTheirs: boolean;
  onChange: (takesTheirs: boolean) => void;
}) {
  const { t } = useLanguage();
  const { field, label: name, mine, theirs, takesTheirs, onChange } = props;
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
      <legend>{name}</legend>
      <div className="fp-versions">
        {option(!takesTheirs, t.form.mine, spoken(mine, theirs), false)}
        {option(takesTheirs, t.form.theirs, spoken(theirs, mine), true)}
      </div>
    </fieldset>
  );
}

/** Somebody else saved first: what both have changed is shown in both versions, and a person decides for each field. */
export function ConflictNotice(props: {
  shown: Conflict;
  labels?: Labels | undefined;
  /** What it is about, where the page shows several. */
  about?: string;
  /** What the button does, where the choice is saved at once. */
  action?: string;
  onResolve: (theirs: ReadonlySet<string>) => void;
}) {
  const { shown, labels, about, action, onResolve } = props;
  const { t, f, language } = useLanguage();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const labelOf = (field: string): string => labels?.[field] ?? fieldLabel(field, language);
  const toggle = (field: string, take: boolean): void => {
    const next = new Set(theirs);
    if (take) next.add(field);
    else next.delete(field);
    setTheirs(next);
  };
  return (
    <section className="fp-message fp-message--wrong" role="alert" tabIndex={-1} ref={box} aria-label={t.form.conflict}>
      <p className="fp-strong">{t.form.conflict}</p>
      {about && <p lang="de">{about}</p>}
      <p>{shown.clashes.length > 0 ? t.form.conflictAdvice : t.form.conflictNone}</p>
      {shown.taken.length > 0 && <p>{t.form.conflictTaken(f.list(shown.taken.map(labelOf)))}</p>}
      {shown.clashes.map((clash) => (
        <Choice
          key={clash.field}
          {...clash}
          label={capital(labelOf(clash.field))}
          takesTheirs={theirs.has(clash.field)}
          onChange={(take) => toggle(clash.field, take)}
        />
      ))}
      <div className="fp-actions">
        <Button look="main" onPress={() => onResolve(theirs)}>
          {action ?? t.form.takeOver}
        </Button>
      </div>
    </section>
  );
}
