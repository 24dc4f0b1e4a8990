import type { ReactNode } from 'react';
import { TermHelp } from '../terms/term-help.tsx';
import { Labelled, type InputProps as LabelledInput } from '../ui/labelled.tsx';
import { useForm } from './context.tsx';
import { elementId } from './path.ts';

export interface InputProps extends LabelledInput {
  'aria-required': boolean | undefined;
}

/** The field at a place of the record that is edited: with its message, and what its name means. */
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
  const { pointer, required, children, ...rest } = props;
  const { errors } = useForm();
  return (
    <Labelled
      {...rest}
      id={elementId(pointer)}
      error={errors.get(pointer)?.join(' ')}
      required={required}
      help={<TermHelp of={pointer.slice(pointer.lastIndexOf('/') + 1)} />}
    >
      {(input) => children({ ...input, 'aria-required': required || undefined })}
    </Labelled>
  );
}
