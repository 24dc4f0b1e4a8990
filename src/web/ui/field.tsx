import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Search in the list below; tells its value a moment after the last key, so that the address does not flicker. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const [draft, setDraft] = useState(value);
  const report = useRef(onChange);
  report.current = onChange;
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => report.current(draft), 200);
    return () => clearTimeout(timer);
  }, [draft, value]);
  return (
    <label className="fp-field">
      {label}
      <input type="search" value={draft} onChange={(event) => setDraft(event.target.value)} />
    </label>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Language of the label, where it is not that of the page. */
  lang?: string;
}

/** One of many values, or all of them (empty value). */
export function SelectField(props: {
  label: string;
  /** Word for "no restriction"; left out where one value must be chosen. */
  all?: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const { label, all, options, value, onChange } = props;
  return (
    <label className="fp-field">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
