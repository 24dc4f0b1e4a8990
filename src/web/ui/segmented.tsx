import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

/** One of a few values, side by side; arrow keys move, Space chooses. */
export function Segmented<Value extends string>(props: {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const { label, choices, value, onChange } = props;
  return (
    <ToggleButtonGroup
      className="fp-switch"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = choices.find((choice) => keys.has(choice.value));
        if (next) onChange(next.value);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value}>
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
