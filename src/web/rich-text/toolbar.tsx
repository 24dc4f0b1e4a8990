import type { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { PressEvent } from 'react-aria-components/Button';
import { MenuItem } from 'react-aria-components/Menu';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { MenuButton } from '../ui/menu.tsx';
import type { Figure } from './content.ts';
import type { KnownFigures } from './schema.ts';

/** One way to set words or paragraphs off: what it does, and whether the selection has it. */
interface Tool {
  name: 'bold' | 'italic' | 'bulletList' | 'orderedList' | 'heading';
  isOn: boolean;
  isPossible: boolean;
  toggle: () => void;
}

function toolsOf(editor: Editor): Tool[] {
  const { commands, can } = { commands: editor.commands, can: editor.can() };
  const mark = (name: 'bold' | 'italic'): Tool => ({
    name,
    isOn: editor.isActive(name),
    isPossible: can.toggleMark(name),
    toggle: () => commands.toggleMark(name),
  });
  const list = (name: 'bulletList' | 'orderedList'): Tool => ({
    name,
    isOn: editor.isActive(name),
    isPossible: can.toggleList(name, 'listItem'),
    toggle: () => commands.toggleList(name, 'listItem'),
  });
  const heading: Tool = {
    name: 'heading',
    isOn: editor.isActive('heading'),
    isPossible: can.toggleNode('heading', 'paragraph'),
    toggle: () => commands.toggleNode('heading', 'paragraph'),
  };
  return [mark('bold'), mark('italic'), list('bulletList'), list('orderedList'), heading];
}

/** Who presses with a finger or the mouse goes on writing; who presses a key stays at the button. */
const returnTo = (editor: Editor) => (event: PressEvent) => {
  if (event.pointerType !== 'keyboard' && event.pointerType !== 'virtual') editor.view.focus();
};

/** What can be done with the text: one stop for Tab, arrow keys between the buttons (ARIA practices, toolbar). */
export function Toolbar({ editor, known, label }: { editor: Editor; known: KnownFigures; label: string }) {
  const { t } = useLanguage();
  const { richText } = t;
  const { state } = editor;
  const after = returnTo(editor);
  const insert = ({ text, evidence, illustrative }: Figure): void => {
    editor.chain().focus().insertContent({ type: 'figure', attrs: { text, evidence, illustrative } }).run();
  };
  return (
    <AriaToolbar className="fp-rich__tools" aria-label={label}>
      {toolsOf(editor).map(({ name, isOn, isPossible, toggle }) => (
        <ToggleButton
          key={name}
          className={`fp-rich__tool fp-rich__tool--${name}`}
          isSelected={isOn}
          isDisabled={!isPossible}
          onChange={toggle}
          onPress={after}
        >
          {richText.tools[name]}
        </ToggleButton>
      ))}
      <Button
        look="plain"
        isDisabled={undoDepth(state) === 0}
        onPress={(event) => {
          undo(state, editor.view.dispatch);
          after(event);
        }}
      >
        {richText.undo}
      </Button>
      <Button
        look="plain"
        isDisabled={redoDepth(state) === 0}
        onPress={(event) => {
          redo(state, editor.view.dispatch);
          after(event);
        }}
      >
        {richText.redo}
      </Button>
      {known.figures.length > 0 && (
        <MenuButton label={richText.insert}>
          {known.figures.map((figure) => {
            const number = known.numbers.get(figure.evidence);
            const name = number === undefined ? figure.text : `${number}: ${figure.text}`;
            return (
              <MenuItem key={`${figure.evidence} ${figure.text}`} textValue={name} onAction={() => insert(figure)}>
                <span lang="de">{name}</span>
              </MenuItem>
            );
          })}
        </MenuButton>
      )}
    </AriaToolbar>
  );
}
