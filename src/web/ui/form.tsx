import { type ReactNode, useId } from 'react';
import { Labelled } from './labelled.tsx';

/** What every field of a form may say about itself. */
interface FieldProps {
  label: string;
  /** How it is written, an example. */
  hint?: ReactNode;
  /** What is wrong, and the way out. */
  error?: string | undefined;
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
  const { label, value, onChange, rows, letters, hint, error, ...rest } = props;
  const change = (event: { target: { value: string } }): void => onChange(event.target.value);
  return (
    <Labelled id={useId()} label={label} hint={hint} error={error} letters={letters}>
      {(input) =>
        rows ? (
          <textarea {...rest} {...input} rows={rows} value={value} onChange={change} />
        ) : (
          <input type="text" {...rest} {...input} value={value} onChange={change} />
        )
      }
    </Labelled>
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
  return (
    <Labelled id={useId()} label={label} hint={hint} error={error}>
      {(input) => (
        <select
          {...input}
          value={value}
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
      )}
    </Labelled>
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

/** Fields that belong together, side by side where there is room, with what is pressed (`end`) in the line of their inputs. */
export function FieldRow({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="fp-form__row">
      {children}
      {end && <div className="fp-form__beside">{end}</div>}
    </div>
  );
}

/** Fields that only show what is set, while `only`: nobody types into what he may not save. */
export function Shown({ only, children }: { only: boolean; children: ReactNode }) {
  return (
    <fieldset className="fp-form__shown" disabled={only}>
      {children}
    </fieldset>
  );
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
