import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { useLanguage } from '../language/context.tsx';

interface Choice {
  id: string;
  name: string;
}

/** More matches than anybody reads; typing on narrows them. */
const SHOWN = 50;

function matching(choices: readonly Choice[], words: string): Choice[] {
  const asked = words.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
  const fits = (one: Choice): boolean => {
    const text = `${one.id} ${one.name}`.toLocaleLowerCase('de');
    return asked.every((word) => text.includes(word));
  };
  return choices.filter(fits).slice(0, SHOWN);
}

/** Finds one of many records by key or name; typing narrows the list, arrow keys move in it. */
export function Chooser(props: {
  label: string;
  /** Taken over from the field's frame: id, message, hint. */
  input: { id: string; 'aria-describedby'?: string | undefined };
  choices: readonly Choice[];
  /** Chosen record; null after each choice where several are collected. */
  value: string | null;
  invalid?: boolean;
  onChange: (id: string | null) => void;
}) {
  const { t } = useLanguage();
  const { label, input, choices, value, invalid, onChange } = props;
  const chosen = choices.find((one) => one.id === value);
  const shown = value === null ? '' : chosen ? nameOf(chosen) : value;
  const [typed, setTyped] = useState<string | null>(null);
  // The list closes when another record is chosen than before: where several are collected, that is the last one.
  const [last, setLast] = useState<string | null>(null);
  const items = typed === null ? choices.slice(0, SHOWN) : matching(choices, typed);
  return (
    <ComboBox
      className="fp-combo"
      aria-label={label}
      items={items}
      inputValue={typed ?? shown}
      selectedKey={value ?? last}
      isInvalid={invalid ?? false}
      menuTrigger="focus"
      allowsEmptyCollection
      onInputChange={setTyped}
      onSelectionChange={(key) => {
        if (key === null && typed !== '') return;
        setTyped(null);
        if (value === null && key === last) return;
        setLast(value === null && key !== null ? String(key) : null);
        onChange(key === null ? null : String(key));
      }}
      onBlur={() => {
        setLast(null);
        if (typed === '' && value !== null) onChange(null);
        setTyped(null);
      }}
    >
      <Input id={input.id} aria-describedby={input['aria-describedby']} />
      <Button className="fp-combo__button" aria-label={t.form.open}>
        <span className="fp-drop" />
      </Button>
      <Popover className="fp-pop fp-combo__pop" offset={2}>
        <ListBox<Choice> className="fp-options" renderEmptyState={() => <p className="fp-muted">{t.form.noMatch}</p>}>
          {(one) => (
            <ListBoxItem id={one.id} textValue={nameOf(one)}>
              <span lang="de">{nameOf(one)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

export const nameOf = ({ id, name }: Choice): string => (id === name ? id : `${name} (${id})`);
