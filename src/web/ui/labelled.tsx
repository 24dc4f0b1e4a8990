import type { CSSProperties, ReactNode } from 'react';
import { useLanguage } from '../language/context.tsx';

/** What an input needs to belong to its label, hint and message. */
export interface InputProps {
  id: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
}

export interface LabelledProps {
  id: string;
  label: ReactNode;
  /** How it is written, an example. */
  hint?: ReactNode;
  /** What is wrong, and the way out. */
  error?: string | undefined;
  /** Says beside the label that nothing can be saved without it. */
  required?: boolean | undefined;
  /** What the label means, beside it. */
  help?: ReactNode;
  wide?: boolean | undefined;
  /** Width of the input in letters; without it the input takes the room there is. */
  letters?: number | undefined;
  /** A group of inputs has a name instead of a label. */
  group?: boolean | undefined;
  children: (input: InputProps) => ReactNode;
}

/** Every field of every form: label, how it is written, the input, and below it what is wrong (the order of KERN). */
export function Labelled(props: LabelledProps) {
  const { id, label, hint, error, required, help, wide, letters, group, children } = props;
  const { t } = useLanguage();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const words = (
    <>
      {label}
      {required && <span className="fp-muted"> ({t.form.required})</span>}
    </>
  );
  return (
    <div
      className={wide ? 'fp-input fp-input--wide' : 'fp-input'}
      style={letters ? ({ '--fp-letters': `${letters + 4}ch` } as CSSProperties) : undefined}
    >
      <span className="fp-input__head">
        {group ? (
          <span className="fp-input__label" id={`${id}-label`}>
            {words}
          </span>
        ) : (
          <label className="fp-input__label" htmlFor={id}>
            {words}
          </label>
        )}
        {help}
      </span>
      {hint && (
        <span className="fp-input__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && (
        <span className="fp-input__error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}
