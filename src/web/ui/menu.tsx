import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { Button } from './button.tsx';
import type { Choice } from './segmented.tsx';

/**
 * A button that opens a menu; sections and items stand inside.
 *
 * @param name what screen readers say where the label alone does not tell one button from the next
 */
export function MenuButton({ label, name, children }: { label: ReactNode; name?: string; children: ReactNode }) {
  return (
    <MenuTrigger>
      <Button look="plain" {...(name ? { 'aria-label': name } : {})}>
        <span className="fp-drop">{label}</span>
      </Button>
      <Popover className="fp-pop" placement="bottom end" offset={4}>
        <Menu className="fp-menu">{children}</Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Section of a menu in which exactly one value is chosen. */
export function MenuChoice<Value extends string>(props: {
  label: string;
  choices: readonly (Choice<Value> & { lang?: string })[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const { label, choices, value, onChange } = props;
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = choices.find((choice) => keys === 'all' || keys.has(choice.value));
        if (next) onChange(next.value);
      }}
    >
      <Header>{label}</Header>
      {choices.map((choice) => (
        <MenuItem key={choice.value} id={choice.value} textValue={choice.label}>
          <span lang={choice.lang}>{choice.label}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

export function MenuAction({ label, onAction }: { label: string; onAction: () => void }) {
  return (
    <MenuSection aria-label={label}>
      <MenuItem onAction={onAction}>{label}</MenuItem>
    </MenuSection>
  );
}
