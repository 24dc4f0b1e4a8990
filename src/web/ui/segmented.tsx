import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

/** One of a few values, side by side; arrow keys move and choose, as in every radio group (ARIA practices). */
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
        // The key moves the focus when it goes down, so it goes up where the focus has come to.
        <ToggleButton
          key={choice.value}
          id={choice.value}
          onKeyUp={({ key }) => {
            if (key.startsWith('Arrow') && choice.value !== value) onChange(choice.value);
          }}
        >
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
