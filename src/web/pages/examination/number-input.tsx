import { useState } from 'react';
import { TextInput } from '../../ui/form.tsx';

/** A whole number of small units, typed as a decimal with comma: 120 tenths stand as `12`, 125 as `12,5`. */
export function NumberInput(props: {
  label: string;
  /** In small units. */
  value: number;
  /** Small units in one of what is typed; a power of ten. */
  scale: number;
  least?: number;
  error: string;
  onChange: (value: number) => void;
}) {
  const { label, value, scale, least = 0, error, onChange } = props;
  const [text, setText] = useState(() => String(value / scale).replace('.', ','));
  const parse = (typed: string): number | null => {
    if (!/^\s*\d{1,9}([,.]\d{1,2})?\s*$/.test(typed)) return null;
    const units = Math.round(Number(typed.replace(',', '.')) * scale);
    return units >= least ? units : null;
  };
  return (
    <TextInput
      label={label}
      value={text}
      inputMode="decimal"
      error={parse(text) === null ? error : undefined}
      onChange={(typed) => {
        setText(typed);
        const units = parse(typed);
        if (units !== null) onChange(units);
      }}
    />
  );
}
