import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Paragraph, Statement, StatementBlock } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useBlockDraft } from './block-draft.ts';
import { figuresOf } from './figures.ts';

/** The heaviest part of the app is loaded when somebody begins to write. */
const RichTextEditor = lazy(() => import('../../rich-text/editor.tsx'));

/** Both have written at the same place: the stored text is shown, and a person decides. */
function Conflict(props: { stored: ReactNode; onDecide: (whose: 'mine' | 'stored') => void }) {
  const { t } = useLanguage();
  return (
    <section className="fp-message fp-message--wrong" role="alert" aria-label={t.remarks.conflict}>
      <p className="fp-strong">{t.remarks.conflict}</p>
      <p>{t.remarks.conflictAdvice}</p>
      <div className="fp-remark">{props.stored}</div>
      <div className="fp-actions">
        <Button onPress={() => props.onDecide('mine')}>{t.remarks.takeMine}</Button>
        <Button look="quiet" onPress={() => props.onDecide('stored')}>
          {t.remarks.takeStored}
        </Button>
      </div>
    </section>
  );
}

/** Asked before what was typed is thrown away. */
function ThrowAway({ onStay, onThrow }: { onStay: () => void; onThrow: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t.remarks.throwAway} onClose={onStay}>
      <div className="fp-actions">
        <Button look="main" onPress={onStay}>
          {t.remarks.goOn}
        </Button>
        <Button onPress={onThrow}>{t.form.discard}</Button>
      </div>
    </Dialog>
  );
}

/** One block in the editor: free text beside bound figures. What is typed stays in this tab until it is saved. */
export function BlockEditor(props: {
  block: StatementBlock;
  statement: Statement;
  numbers: ReadonlyMap<string, number>;
  /** The stored text of the block, for reading. */
  stored: ReactNode;
  onSave: (block: StatementBlock) => Promise<boolean>;
  onClose: () => void;
}) {
  const { block, statement, numbers, stored, onSave, onClose } = props;
  const { t } = useLanguage();
  const draft = useBlockDraft(statement.paper, block);
  const [asking, setAsking] = useState(false);
  const { paragraphs, dirty, state } = draft;
  const known = useMemo(() => ({ figures: figuresOf(statement), numbers }), [statement, numbers]);
  const close = (): void => {
    draft.end();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (!dirty || (await onSave({ ...block, paragraphs: [...paragraphs] }))) close();
  };
  return (
    <div className="fp-noprint">
      {state === 'restored' && (
        <p className="fp-message" role="status">
          {t.remarks.restored}
        </p>
      )}
      {state === 'merged' && (
        <p className="fp-message" role="status">
          {t.remarks.merged}
        </p>
      )}
      {state === 'conflict' && <Conflict stored={stored} onDecide={draft.decide} />}
      <Suspense fallback={<p className="fp-muted">{t.richText.loading}</p>}>
        <RichTextEditor
          key={draft.epoch}
          label={t.work.textOf(block.title)}
          value={paragraphs}
          known={known}
          onChange={(next: Paragraph[]) => draft.write(next)}
        />
      </Suspense>
      <div className="fp-actions">
        <Button look="main" isDisabled={state === 'conflict'} onPress={() => void save()}>
          {t.paperForm.save}
        </Button>
        <Button look="quiet" onPress={() => (dirty ? setAsking(true) : close())}>
          {t.paperForm.cancel}
        </Button>
      </div>
      {asking && <ThrowAway onStay={() => setAsking(false)} onThrow={close} />}
    </div>
  );
}
