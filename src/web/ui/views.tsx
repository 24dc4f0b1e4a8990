import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Choice } from './segmented.tsx';

/** Two or more views of the same content, for example chart and table. `ViewList` and `ViewPanel` stand inside. */
export function Views<Value extends string>(props: {
  value: Value;
  onChange: (value: Value) => void;
  children: ReactNode;
}) {
  const { value, onChange, children } = props;
  return (
    <Tabs selectedKey={value} onSelectionChange={(key) => onChange(key as Value)}>
      {children}
    </Tabs>
  );
}

export function ViewList<Value extends string>({
  label,
  choices,
}: {
  label: string;
  choices: readonly Choice<Value>[];
}) {
  return (
    <TabList className="fp-switch" aria-label={label}>
      {choices.map((choice) => (
        <Tab key={choice.value} id={choice.value}>
          {choice.label}
        </Tab>
      ))}
    </TabList>
  );
}

export function ViewPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <TabPanel id={id} className="fp-tabpanel">
      {children}
    </TabPanel>
  );
}
