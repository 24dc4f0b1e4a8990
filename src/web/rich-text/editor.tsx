import { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { Paragraph } from '../../council/index.ts';
import { useLanguage } from '../language/context.tsx';
import { fromEditor, printable, toEditor } from './content.ts';
import { extensionsFor, type KnownFigures } from './schema.ts';
import { Toolbar } from './toolbar.tsx';

/**
 * A field for text that is set off and holds bound figures. `value` is where it begins; every change is told. Loaded
 * only where somebody writes: it is the heaviest part of the app.
 */
export default function RichTextEditor(props: {
  label: string;
  value: readonly Paragraph[];
  known: KnownFigures;
  onChange: (paragraphs: Paragraph[]) => void;
}) {
  const { label, value, known, onChange } = props;
  const { t } = useLanguage();
  const hint = useId();
  const place = useRef<HTMLDivElement>(null);
  // The editor keeps the text itself: what it begins with and whom it tells is read when it is made.
  const begin = useRef({ label, value, known, onChange });
  begin.current.onChange = onChange;
  const [editor, setEditor] = useState<Editor | null>(null);
  const [, showState] = useState(0);
  useEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions: extensionsFor(begin.current.known),
      content: toEditor(begin.current.value),
      injectCSS: false,
      autofocus: 'end',
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': begin.current.label,
          'aria-describedby': hint,
          lang: 'de',
          class: 'fp-rich__text',
        },
        transformPastedHTML: printable,
        transformPastedText: printable,
      },
      onUpdate: ({ editor: changed }) => begin.current.onChange(fromEditor(changed.getJSON())),
      onTransaction: () => showState((count) => count + 1),
    });
    setEditor(made);
    return () => made.destroy();
  }, [hint]);
  return (
    <div className="fp-rich">
      {editor && <Toolbar editor={editor} known={known} label={t.richText.toolsOf(label)} />}
      <div ref={place} />
      <p id={hint} className="fp-input__hint">
        {t.richText.hint}
      </p>
    </div>
  );
}
