import type { ReactNode } from 'react';
import { useLanguage } from '../language/context.tsx';
import { TermHelp } from '../terms/term-help.tsx';
import { useForm } from './context.tsx';
import { elementId } from './path.ts';

/** What an input needs to belong to its label, hint and message. */
export interface InputProps {
  id: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
}

/** Label above, the input, and below it what is wrong with it. */
export function Frame(props: {
  pointer: string;
  label: string;
  required?: boolean | undefined;
  hint?: string | undefined;
  wide?: boolean;
  /** A group of inputs has a name instead of a label. */
  group?: boolean;
  children: (input: InputProps) => ReactNode;
}) {
  const { pointer, label, required, hint, wide, group, children } = props;
  const { t } = useLanguage();
  const { errors } = useForm();
  const own = errors.get(pointer) ?? [];
  const id = elementId(pointer);
  const described = [hint && `${id}-hint`, own.length > 0 && `${id}-error`].filter(Boolean).join(' ');
  const words = (
    <>
      {label}
      {required && <span className="fp-muted"> ({t.form.required})</span>}
    </>
  );
  return (
    <div className={wide ? 'fp-input fp-input--wide' : 'fp-input'} data-wrong={own.length > 0 || undefined}>
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
        <TermHelp of={pointer.slice(pointer.lastIndexOf('/') + 1)} />
      </span>
      {hint && (
        <span className="fp-input__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        'aria-invalid': own.length > 0 || undefined,
        'aria-describedby': described || undefined,
        'aria-required': required || undefined,
      })}
      {own.length > 0 && (
        <span className="fp-input__error" id={`${id}-error`}>
          {own.join(' ')}
        </span>
      )}
    </div>
  );
}
