import { capital, fieldLabel } from '../fields/field-labels.ts';
import { useLanguage } from '../language/context.tsx';
import { useForm } from './context.tsx';
import { type Path, pointerOf, valueAt } from './path.ts';
import type { FieldSpec } from './spec.ts';

/** Label, value and setter of the field at a place. */
export function useField({ spec, path }: { spec: FieldSpec; path: Path }) {
  const { language } = useLanguage();
  const { form } = useForm();
  const within = path.findLast((part, index) => typeof part === 'string' && index < path.length - 1);
  return {
    label: spec.label ?? capital(fieldLabel(spec.name, language, String(within ?? ''))),
    value: valueAt(form.draft, path),
    set: (value: unknown) => form.set(path, value),
    pointer: pointerOf(path),
    epoch: form.epoch,
  };
}
