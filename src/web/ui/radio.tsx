import { Label } from 'react-aria-components/Label';
import { RadioGroup, Radio as RadioItem } from 'react-aria-components/RadioGroup';
import type { Choice } from './segmented.tsx';

/** One of a few values, one below the other, each with a whole sentence. */
export function RadioList<Value extends string>(props: {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const { label, choices, value, onChange } = props;
  return (
    <RadioGroup
      className="fp-radios"
      value={value}
      onChange={(next) => {
        const found = choices.find((one) => one.value === next);
        if (found) onChange(found.value);
      }}
    >
      <Label className="fp-h2">{label}</Label>
      {choices.map((one) => (
        <RadioItem key={one.value} value={one.value} className="fp-radio">
          {one.label}
        </RadioItem>
      ))}
    </RadioGroup>
  );
}
