import { useEffect, useState } from 'react';
import { wordOf } from '../fields/value-words.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { useForm } from './context.tsx';
import { FlagField } from './flag-field.tsx';
import { Frame } from './frame.tsx';
import { elementId, type Path, pointerOf } from './path.ts';
import { ManyField, OneField } from './reference.tsx';
import type { FieldSpec } from './spec.ts';
import { useField } from './use-field.ts';
import { readDate, readNumber, showDate, showNumber, textOf } from './values.ts';

interface Place<Kind extends FieldSpec['kind'] = FieldSpec['kind']> {
  spec: Extract<FieldSpec, { kind: Kind }>;
  path: Path;
}

/** A text that is read when it is typed and written out again when the field is left. */
export function TypedInput(props: {
  input: object;
  value: unknown;
  show: (value: unknown) => string;
  read: (typed: string) => unknown;
  onChange: (value: unknown) => void;
  numeric?: boolean;
}) {
  const { input, value, show, read, onChange, numeric } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...input}
      type="text"
      inputMode={numeric ? 'decimal' : undefined}
      className={numeric ? 'fp-input__number' : undefined}
      value={typed ?? show(value)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function TextField({ spec, path }: Place<'line' | 'prose'>) {
  const { label, value, set, pointer } = useField({ spec, path });
  const text = textOf(value);
  const change = (typed: string): void => set(typed === '' ? undefined : typed);
  return (
    <Frame
      pointer={pointer}
      label={label}
      required={spec.required}
      hint={spec.hint}
      wide={spec.kind === 'prose' || spec.wide === true}
    >
      {(input) =>
        spec.kind === 'prose' ? (
          <textarea {...input} rows={3} value={text} onChange={(event) => change(event.target.value)} />
        ) : (
          <input {...input} type="text" value={text} onChange={(event) => change(event.target.value)} />
        )
      }
    </Frame>
  );
}

function DateField({ spec, path }: Place<'date'>) {
  const { t } = useLanguage();
  const { label, value, set, pointer, epoch } = useField({ spec, path });
  return (
    <Frame pointer={pointer} label={label} required={spec.required} hint={spec.hint ?? t.form.dateHint}>
      {(input) => <TypedInput key={epoch} input={input} value={value} show={showDate} read={readDate} onChange={set} />}
    </Frame>
  );
}

function NumberField({ spec, path }: Place<'number'>) {
  const { language } = useLanguage();
  const { label, value, set, pointer, epoch } = useField({ spec, path });
  const { scale = 1, unit } = spec;
  const comma = language === 'de';
  return (
    <Frame pointer={pointer} label={unit ? `${label}, ${unit}` : label} required={spec.required} hint={spec.hint}>
      {(input) => (
        <TypedInput
          key={epoch}
          numeric
          input={input}
          value={value}
          show={(stored) => showNumber(stored, scale, comma)}
          read={(typed) => readNumber(typed, scale, comma)}
          onChange={set}
        />
      )}
    </Frame>
  );
}

function Select(props: {
  input: object;
  value: unknown;
  required: boolean | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  const { t } = useLanguage();
  const { input, value, required, options, onChange } = props;
  const text = textOf(value);
  const known = options.some((one) => one.value === text);
  return (
    <select {...input} value={text} onChange={(event) => onChange(event.target.value || undefined)}>
      {(!required || text === '') && <option value="">{t.form.nothingChosen}</option>}
      {text !== '' && !known && <option value={text}>{text}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

function ChoiceField({ spec, path }: Place<'choice'>) {
  const { language } = useLanguage();
  const { label, value, set, pointer } = useField({ spec, path });
  const options = spec.values.map((one) => ({ value: one, label: spec.words?.[one] ?? wordOf(one, language) ?? one }));
  return (
    <Frame pointer={pointer} label={label} required={spec.required} hint={spec.hint}>
      {(input) => <Select input={input} value={value} required={spec.required} options={options} onChange={set} />}
    </Frame>
  );
}

/** One of the records inside this record, by its name. */
function InnerField({ spec, path }: Place<'inner'>) {
  const { form } = useForm();
  const { label, value, set, pointer } = useField({ spec, path });
  const list = (form.draft[spec.of] ?? []) as { id?: string; name?: string }[];
  const options = list.map((one) => ({ value: one.id ?? '', label: one.name ?? one.id ?? '' }));
  return (
    <Frame pointer={pointer} label={label} required={spec.required} hint={spec.hint}>
      {(input) => <Select input={input} value={value} required={spec.required} options={options} onChange={set} />}
    </Frame>
  );
}

/** Short texts, each on a line of its own. */
function LinesField({ spec, path }: Place<'lines'>) {
  const { t } = useLanguage();
  const { label, value, set, pointer, epoch } = useField({ spec, path });
  const [typed, setTyped] = useState<string | null>(null);
  const lines = Array.isArray(value) ? value.join('\n') : '';
  return (
    <Frame pointer={pointer} label={label} required={spec.required} hint={spec.hint ?? t.form.linesHint}>
      {(input) => (
        <textarea
          {...input}
          key={epoch}
          rows={2}
          value={typed ?? lines}
          onChange={(event) => {
            setTyped(event.target.value);
            set(event.target.value.split('\n').flatMap((line) => line.trim() || []));
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Frame>
  );
}

function GroupField({ spec, path }: Place<'group'>) {
  const { value, set } = useField({ spec, path });
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  useEffect(() => {
    if (isEmpty) set(undefined);
  });
  return spec.fields.map((field) => <Field key={field.name} spec={field} path={[...path, field.name]} />);
}

/** Records inside the record: each can be moved away, and a new one added at the end. */
function ListField({ spec, path }: Place<'list'>) {
  const { t } = useLanguage();
  const { form, errors } = useForm();
  const { label, value, set, pointer } = useField({ spec, path });
  const list = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const nameOf = (item: Record<string, unknown>, index: number): string =>
    textOf(item.name) || textOf(item.id) || `${label} ${index + 1}`;
  return (
    <fieldset className="fp-inner" id={elementId(pointer)} tabIndex={-1}>
      <legend>{label}</legend>
      {errors.get(pointer)?.map((message) => (
        <p key={message} className="fp-input__error">
          {message}
        </p>
      ))}
      {list.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no key of their own while they are typed.
        <div key={`${form.epoch} ${index}`} className="fp-inner__item" id={elementId(pointerOf([...path, index]))}>
          <div className="fp-rf__grid">
            {spec.fields.map((field) => (
              <Field key={field.name} spec={field} path={[...path, index, field.name]} />
            ))}
          </div>
          <Button
            look="plain"
            aria-label={t.form.removeItem(nameOf(item, index))}
            onPress={() => set(list.filter((_, position) => position !== index))}
          >
            {t.form.remove}
          </Button>
        </div>
      ))}
      <Button onPress={() => set([...list, spec.blank(list)])}>{t.form.add(label)}</Button>
    </fieldset>
  );
}

/** The field of a record at a place, however it is edited. */
export function Field({ spec, path }: { spec: FieldSpec; path: Path }) {
  switch (spec.kind) {
    case 'line':
    case 'prose':
      return <TextField spec={spec} path={path} />;
    case 'date':
      return <DateField spec={spec} path={path} />;
    case 'flag':
      return <FlagField spec={spec} path={path} />;
    case 'number':
      return <NumberField spec={spec} path={path} />;
    case 'choice':
      return <ChoiceField spec={spec} path={path} />;
    case 'inner':
      return <InnerField spec={spec} path={path} />;
    case 'lines':
      return <LinesField spec={spec} path={path} />;
    case 'one':
      return <OneField spec={spec} path={path} />;
    case 'many':
      return <ManyField spec={spec} path={path} />;
    case 'group':
      return <GroupField spec={spec} path={path} />;
    case 'list':
      return <ListField spec={spec} path={path} />;
  }
}
