import { type ReactNode, useState } from 'react';
import type { StatementBlock } from '../../../council/index.ts';
import type { StatementDesk } from '../../api/council.ts';
import type { Me } from '../../api/types.ts';
import { LeaveGuard } from '../../form/leave-guard.tsx';
import { dropDraft, hasDraft } from './block-draft.ts';
import { BlockEditor } from './block-editor.tsx';
import { AnnotatedBlock } from './comments.tsx';
import type { Annotate, Editing } from './document.tsx';
import { type Binding, Group, grouped } from './text.tsx';
import type { TextOnto, Work } from './use-work.ts';

const isOpen = ({ file }: StatementDesk): boolean => file.stage === 'draft' || file.stage === 'cosigning';
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Sends one block. Where somebody else has meanwhile saved another one, the text of both is sent again; where it is the
 * same block, or the statement has gone on to another stage, the person is asked.
 */
async function saveBlock(desk: StatementDesk, work: Work, changed: StatementBlock): Promise<boolean> {
  const before = ({ file }: StatementDesk): unknown => [
    file.stage,
    file.edition,
    file.content.blocks.find((one) => one.id === changed.id),
  ];
  const onto: TextOnto = (state) =>
    same(before(state), before(desk))
      ? state.file.content.blocks.map((one) => (one.id === changed.id ? changed : one))
      : null;
  if (await work.write(desk, onto)) return true;
  const now = await work.newest();
  if (now === null || now.version === desk.version) return false;
  return onto(now) !== null && work.write(now, onto);
}

/** Comments for everybody who works on the text, editing of the blocks for those who may write; null once it is frozen. */
export function useEditing(
  desk: StatementDesk | undefined,
  work: Work,
  me: Me | undefined,
  binding: Binding,
): { editing: Editing | null; annotate: Annotate | null; guard: ReactNode } {
  const blocks = desk?.file.content.blocks ?? [];
  const paper = desk?.file.paper ?? '';
  const begun = (block: StatementBlock): boolean => hasDraft(paper, block);
  // What was being written when the page was left or the session ended stands open again.
  const [openBlock, setOpenBlock] = useState<string | null>(() => blocks.find(begun)?.id ?? null);
  if (desk === undefined || !isOpen(desk)) return { editing: null, annotate: null, guard: null };
  const annotate: Annotate = (block, text) => (
    <AnnotatedBlock desk={desk} work={work} me={me} block={block}>
      {text}
    </AnnotatedBlock>
  );
  if (!me?.permissions.includes('writePapers')) return { editing: null, annotate, guard: null };
  const editor = (block: StatementBlock) => (
    <BlockEditor
      // A block that somebody else has changed is opened anew, with what was typed brought onto it.
      key={`${block.id} ${JSON.stringify(block.paragraphs)}`}
      block={block}
      statement={desk.file.content}
      numbers={binding.numbers}
      stored={grouped(block.paragraphs).map((group) => (
        <Group key={group[0]?.index} group={group} binding={binding} marks={[]} />
      ))}
      onSave={(changed) => saveBlock(desk, work, changed)}
      onClose={() => setOpenBlock(null)}
    />
  );
  const editing: Editing = {
    openBlock,
    onOpenBlock: setOpenBlock,
    editor,
    hasDraft: begun,
    onDone: (block, missing) =>
      void saveBlock(desk, work, { ...block, missing: block.missing.filter((one) => one !== missing) }),
  };
  const drafts = {
    isDirty: () => blocks.some(begun),
    discard: () => {
      for (const block of blocks) dropDraft(paper, block);
    },
  };
  return { editing, annotate, guard: <LeaveGuard form={drafts} /> };
}
