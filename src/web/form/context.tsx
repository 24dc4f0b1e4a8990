import { createContext, useContext } from 'react';
import type { Choices } from '../api/types.ts';
import type { RecordForm } from './use-record-form.ts';

/** What every field of a form needs to know. */
interface FormContext {
  form: RecordForm;
  choices: Choices;
  /** Pointer → what is wrong there. */
  errors: ReadonlyMap<string, readonly string[]>;
}

const Context = createContext<FormContext | null>(null);
export const FormProvider = Context.Provider;

export function useForm(): FormContext {
  const context = useContext(Context);
  if (context === null) throw new Error('a field stands outside of its form');
  return context;
}
