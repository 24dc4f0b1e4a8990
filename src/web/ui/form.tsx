import { type ReactNode, useId } from 'react';

/** What every field of a form may say about itself. */
interface FieldProps {
  label: string;
  /** How it is written, an example. */
  hint?: ReactNode;
  /** What is wrong, and the way out. */
  error?: string | undefined;
}

function useFieldIds({ hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  const id = useId();
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  return { id, hintId, errorId, described };
}

function Notes(props: FieldProps & { hintId: string; errorId: string }) {
  return (
    <>
      {props.hint && (
        <span id={props.hintId} className="fp-form__hint">
          {props.hint}
        </span>
      )}
      {props.error && (
        <span id={props.errorId} className="fp-form__error">
          {props.error}
        </span>
      )}
    </>
  );
}

/** A line or (`rows`) several lines of text. */
export function TextInput(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    rows?: number;
    required?: boolean;
    lang?: string;
    /** Width in letters; without it the field takes the room there is. */
    letters?: number;
    placeholder?: string;
    autoComplete?: string;
    type?: 'password' | 'email';
    inputMode?: 'numeric' | 'decimal';
  },
) {
  const { label, value, onChange, rows, required, lang, letters, hint, error, ...rest } = props;
  const { id, hintId, errorId, described } = useFieldIds(props);
  const common = {
    id,
    value,
    lang,
    required,
    ...rest,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="fp-form__field" style={letters ? { maxWidth: `${letters + 4}ch` } : undefined}>
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea {...common} rows={rows} /> : <input type="text" {...common} />}
      <Notes label={label} hint={hint} error={error} hintId={hintId} errorId={errorId} />
    </div>
  );
}

/** One of a few values. */
export function ChoiceInput<Value extends string>(
  props: FieldProps & {
    value: Value;
    choices: readonly { value: Value; label: string }[];
    onChange: (value: Value) => void;
  },
) {
  const { label, value, choices, onChange, hint, error } = props;
  const { id, hintId, errorId, described } = useFieldIds(props);
  return (
    <div className="fp-form__field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const found = choices.find((one) => one.value === event.target.value);
          if (found) onChange(found.value);
        }}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      <Notes label={label} hint={hint} error={error} hintId={hintId} errorId={errorId} />
    </div>
  );
}

/** Yes or no. */
export function CheckInput(props: { label: ReactNode; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="fp-form__check">
      <input type="checkbox" checked={props.value} onChange={(event) => props.onChange(event.target.checked)} />
      <span>{props.label}</span>
    </label>
  );
}

/** Fields that belong together, side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="fp-form__row">{children}</div>;
}

/** A group of fields under one name. */
export function FieldGroup({ legend, note, children }: { legend: string; note?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="fp-form__group">
      <legend>{legend}</legend>
      {note && <p className="fp-note">{note}</p>}
      {children}
    </fieldset>
  );
}
