import { lazy, Suspense, useMemo } from 'react';
import type { Paragraph, Statement, StatementBlock } from '../../../council/index.ts';
import { useDraft } from '../../form/draft.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { figuresOf } from './figures.ts';

/** The heaviest part of the app is loaded when somebody begins to write. */
const RichTextEditor = lazy(() => import('../../rich-text/editor.tsx'));

/** One block in the editor: free text beside bound figures. What is typed stays in this tab until it is saved. */
export function BlockEditor(props: {
  block: StatementBlock;
  statement: Statement;
  numbers: ReadonlyMap<string, number>;
  onSave: (block: StatementBlock) => Promise<boolean>;
  onClose: () => void;
}) {
  const { block, statement, numbers, onSave, onClose } = props;
  const { t } = useLanguage();
  const stored = JSON.stringify(block.paragraphs);
  const [draft, setDraft, forget] = useDraft<{ from: string; paragraphs: Paragraph[] }>(
    `statement.${statement.paper}.${block.id}`,
    { from: stored, paragraphs: block.paragraphs },
  );
  // What was begun on an older text is never put over a newer one.
  const paragraphs = draft.from === stored ? draft.paragraphs : block.paragraphs;
  const known = useMemo(() => ({ figures: figuresOf(statement), numbers }), [statement, numbers]);
  const close = (): void => {
    forget();
    onClose();
  };
  const save = async (): Promise<void> => {
    const changed = JSON.stringify(paragraphs) !== stored;
    if (!changed || (await onSave({ ...block, paragraphs }))) close();
  };
  return (
    <div className="fp-noprint">
      <Suspense fallback={<p className="fp-muted">{t.richText.loading}</p>}>
        <RichTextEditor
          label={t.work.textOf(block.title)}
          value={paragraphs}
          known={known}
          onChange={(next) => setDraft({ from: stored, paragraphs: next })}
        />
      </Suspense>
      <div className="fp-actions">
        <Button look="main" onPress={() => void save()}>
          {t.paperForm.save}
        </Button>
        <Button look="quiet" onPress={close}>
          {t.paperForm.cancel}
        </Button>
      </div>
    </div>
  );
}
