import { type RefObject, useEffect, useState } from 'react';
import type { Paragraph, Passage } from '../../../council/index.ts';
import { markedIn } from './passages.ts';

/** What is marked in a text, and how far below its upper edge the marking ends, in pixels. */
export interface Marked {
  passage: Passage;
  below: number;
}

/** What somebody has marked in this text with mouse or keys; told when the mouse or the key is let go. */
export function useMarked(
  text: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
): [marked: Marked | null, unmark: () => void] {
  const [marked, setMarked] = useState<Marked | null>(null);
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection();
      const { current } = text;
      const inside = current !== null && selection?.anchorNode && current.contains(selection.anchorNode);
      const passage = inside ? markedIn(current, paragraphs, selection) : null;
      const ends = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect().bottom : 0;
      setMarked(passage && current ? { passage, below: ends - current.getBoundingClientRect().top } : null);
    };
    const clear = (): void => {
      if (document.getSelection()?.isCollapsed) setMarked(null);
    };
    document.addEventListener('pointerup', look);
    document.addEventListener('keyup', look);
    document.addEventListener('selectionchange', clear);
    return () => {
      document.removeEventListener('pointerup', look);
      document.removeEventListener('keyup', look);
      document.removeEventListener('selectionchange', clear);
    };
  }, [text, paragraphs]);
  return [
    marked,
    () => {
      document.getSelection()?.removeAllRanges();
      setMarked(null);
    },
  ];
}
