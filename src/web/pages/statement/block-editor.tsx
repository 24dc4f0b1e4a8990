import { useState } from 'react';
import type { StatementBlock } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/form.tsx';
import { figuresOf, paragraphsOf, textOfBlock } from './block-text.ts';

/** One block as a field: free words beside bound figures. Nothing is sent that the text cannot carry. */
export function BlockEditor(props: {
  block: StatementBlock;
  blocks: readonly StatementBlock[];
  numbers: ReadonlyMap<string, number>;
  onSave: (block: StatementBlock) => Promise<boolean>;
  onClose: () => void;
}) {
  const { block, blocks, numbers, onSave, onClose } = props;
  const { t } = useLanguage();
  const [text, setText] = useState(() => textOfBlock(block, numbers));
  const parsed = paragraphsOf(text, figuresOf(blocks), numbers);
  const fault = 'fault' in parsed ? parsed.fault : null;
  const save = async (): Promise<void> => {
    if ('fault' in parsed) return;
    if (await onSave({ ...block, paragraphs: parsed.paragraphs })) onClose();
  };
  return (
    <div className="fp-noprint">
      <TextInput
        label={t.work.textOf(block.title)}
        value={text}
        rows={Math.min(24, 3 + Math.ceil(text.length / 70))}
        lang="de"
        hint={t.work.textHint}
        error={
          fault === null ? undefined : fault.kind === 'unknown' ? t.work.unknownField(fault.words) : t.work.strayBracket
        }
        onChange={setText}
      />
      <div className="fp-actions">
        <Button look="main" isDisabled={fault !== null} onPress={() => void save()}>
          {t.paperForm.save}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t.paperForm.cancel}
        </Button>
      </div>
    </div>
  );
}
