import { useLanguage } from '../language/context.tsx';
import { Chooser, nameOf } from './chooser.tsx';
import { useForm } from './context.tsx';
import { Frame } from './frame.tsx';
import { type Path, pointerOf } from './path.ts';
import type { FieldSpec } from './spec.ts';
import { useField } from './use-field.ts';

interface Place<Kind extends FieldSpec['kind']> {
  spec: Extract<FieldSpec, { kind: Kind }>;
  path: Path;
}

/** Another record. */
export function OneField({ spec, path }: Place<'one' | 'many'>) {
  const { choices } = useForm();
  const { label, value, set, pointer } = useField({ spec, path });
  return (
    <Frame pointer={pointer} label={label} required={spec.required} hint={spec.hint}>
      {(input) => (
        <Chooser
          label={label}
          input={input}
          choices={choices[spec.of] ?? []}
          value={typeof value === 'string' ? value : null}
          invalid={input['aria-invalid'] === true}
          onChange={(id) => set(id ?? undefined)}
        />
      )}
    </Frame>
  );
}

/** Several other records: those chosen stand above, each can be taken away. */
export function ManyField({ spec, path }: Place<'one' | 'many'>) {
  const { t } = useLanguage();
  const { choices, errors } = useForm();
  const { label, value, set, pointer } = useField({ spec, path });
  const ids = Array.isArray(value) ? (value as string[]) : [];
  const all = choices[spec.of] ?? [];
  const wrong = ids.flatMap((_, index) => errors.get(pointerOf([...path, index])) ?? []);
  return (
    <Frame pointer={pointer} label={label} required={spec.required} hint={spec.hint}>
      {(input) => (
        <>
          {ids.length > 0 && (
            <ul className="fp-chosen">
              {ids.map((id) => {
                const name = nameOf(all.find((one) => one.id === id) ?? { id, name: id });
                return (
                  <li key={id}>
                    <span lang="de">{name}</span>
                    <button
                      type="button"
                      aria-label={t.form.removeItem(name)}
                      onClick={() => set(ids.filter((one) => one !== id))}
                    >
                      ×
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
          <Chooser
            label={label}
            input={input}
            choices={all.filter((one) => !ids.includes(one.id))}
            value={null}
            onChange={(id) => {
              if (id !== null) set([...ids, id]);
            }}
          />
          {wrong.map((message) => (
            <span key={message} className="fp-input__error">
              {message}
            </span>
          ))}
        </>
      )}
    </Frame>
  );
}
