import { useEffect, useRef, useState } from 'react';
import type { Paragraph, StatementBlock } from '../../../council/index.ts';
import { remember, remembered } from '../../form/draft.ts';
import { mergeParagraphs } from './merge-paragraphs.ts';

/** What is being written at a block: it is kept in this tab until it is saved or thrown away. */
interface BlockDraft {
  /** The text that the writing began with. */
  from: readonly Paragraph[];
  paragraphs: readonly Paragraph[];
}

/** How a draft stands to the stored text when the editor opens; `conflict`: both were changed at the same place. */
export type DraftState = 'fresh' | 'restored' | 'merged' | 'conflict';

const nameOf = (paper: string, block: StatementBlock): string => `statement.${paper}.${block.id}`;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The draft to go on with, brought onto the stored text where that has changed since and it can be done. */
export function continued(found: BlockDraft | null, stored: readonly Paragraph[]): BlockDraft & { state: DraftState } {
  const fresh = { from: stored, paragraphs: stored, state: 'fresh' as const };
  if (found === null || same(found.paragraphs, stored) || same(found.paragraphs, found.from)) return fresh;
  if (same(found.from, stored)) return { ...found, state: 'restored' };
  const merged = mergeParagraphs(found.from, found.paragraphs, stored);
  if (merged === null) return { ...found, state: 'conflict' };
  return same(merged, stored) ? fresh : { from: stored, paragraphs: merged, state: 'merged' };
}

/** Whether something is written at a block and not saved. */
export const hasDraft = (paper: string, block: StatementBlock): boolean =>
  continued(remembered<BlockDraft>(nameOf(paper, block)), block.paragraphs).state !== 'fresh';

export const dropDraft = (paper: string, block: StatementBlock): void => remember(nameOf(paper, block), null);

/** The draft of a block in the editor. A block whose stored text changes is opened anew: see {@link continued}. */
export function useBlockDraft(paper: string, block: StatementBlock) {
  const name = nameOf(paper, block);
  const stored = block.paragraphs;
  const [begin] = useState(() => continued(remembered<BlockDraft>(name), stored));
  const [draft, setDraft] = useState<BlockDraft>(begin);
  const [state, setState] = useState(begin.state);
  // Moves when the text changes from outside, so that the editor shows it.
  const [epoch, setEpoch] = useState(0);
  const ended = useRef(false);
  const dirty = !same(draft.paragraphs, stored);
  useEffect(() => {
    if (!ended.current) remember(name, dirty ? { from: draft.from, paragraphs: draft.paragraphs } : null);
  }, [name, draft, dirty]);
  return {
    paragraphs: draft.paragraphs,
    dirty,
    state,
    epoch,
    write: (paragraphs: Paragraph[]) => setDraft((old) => ({ ...old, paragraphs })),
    /** Ends a conflict: the own text goes on, knowing the stored one, or the stored one takes its place. */
    decide: (whose: 'mine' | 'stored') => {
      setDraft((old) => ({ from: stored, paragraphs: whose === 'mine' ? old.paragraphs : stored }));
      setState('fresh');
      setEpoch((count) => count + 1);
    },
    /** Saved or thrown away: nothing is kept any more. */
    end: () => {
      ended.current = true;
      remember(name, null);
    },
  };
}
