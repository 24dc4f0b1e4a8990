import type { Paragraph, Passage, Place, Run } from '../../../council/index.ts';

/** Words of a block that comments are about. Places count as the server counts: a line for each paragraph, no tables. */

/** A comment whose words stand in the text. */
export interface Mark extends Place {
  /** Which comment of the statement it is. */
  comment: number;
}

const wordsOf = ({ runs }: Paragraph): string => runs.map((run) => run.text).join('');

export const wordsOfBlock = (paragraphs: readonly Paragraph[]): string => paragraphs.map(wordsOf).join('\n');

/** Where each paragraph begins. */
export function beginnings(paragraphs: readonly Paragraph[]): number[] {
  let at = 0;
  return paragraphs.map((one) => {
    const begin = at;
    at += wordsOf(one).length + 1;
    return begin;
  });
}

/** A piece of text with the comments that are about it. */
export interface Piece {
  run: Run;
  comments: number[];
  /** Comments whose words end here. */
  ends: number[];
}

/** The pieces of a paragraph that begins at `at`, cut where marks begin and end; a figure is never cut. */
export function cut(runs: readonly Run[], at: number, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let from = at;
  for (const run of runs) {
    const to = from + run.text.length;
    const inside = marks.flatMap(({ start, end }) => [start, end]).filter((one) => from < one && one < to);
    const edges = run.kind === 'words' ? [...new Set(inside)].sort((a, b) => a - b) : [];
    const starts = [from, ...edges];
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1] ?? to;
      const covering = marks.filter((one) => one.start < end && one.end > start);
      pieces.push({
        run: edges.length === 0 ? run : { ...run, text: run.text.slice(start - from, end - from) },
        comments: covering.map((one) => one.comment),
        ends: covering.filter((one) => one.end <= end).map((one) => one.comment),
      });
    }
    from = to;
  }
  return pieces;
}

/** The sentences of a block, for choosing one by keyboard. */
export function sentencesOf(paragraphs: readonly Paragraph[]): Passage[] {
  const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });
  const starts = beginnings(paragraphs);
  return paragraphs.flatMap((paragraph, index) => {
    const found: Passage[] = [];
    for (const { segment, index: at } of segmenter.segment(wordsOf(paragraph))) {
      const last = found.at(-1);
      // "§ 36 Abs. 5" is one sentence: a new one begins with a capital or a quotation mark.
      if (last && !/^[\p{Lu}„]/u.test(segment)) last.quote += segment;
      else found.push({ quote: segment, start: (starts[index] ?? 0) + at });
    }
    return found.filter((one) => one.quote.trim() !== '').map((one) => ({ ...one, quote: one.quote.trimEnd() }));
  });
}

/** What marks a paragraph, with the place where it begins; and a figure, which counts as a whole. */
export const AT = 'data-at';
const FIGURE = 'data-evidence';

/** Text and figures of a paragraph in reading order; numbers of evidence and of comments are not part of the text. */
function* lettersOf(node: Node): Generator<{ node: Node; length: number }> {
  if (node instanceof Text) yield { node, length: node.data.length };
  else if (!(node instanceof HTMLElement) || node.tagName === 'SUP') return;
  else if (node.hasAttribute(FIGURE)) yield { node, length: Number(node.dataset.length) };
  else for (const child of node.childNodes) yield* lettersOf(child);
}

/** What is marked of a block, as words and the place where they begin; null when nothing of it is. */
export function markedIn(block: HTMLElement, paragraphs: readonly Paragraph[], selection: Selection): Passage | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  let start: number | null = null;
  let end = 0;
  for (const element of block.querySelectorAll(`[${AT}]`)) {
    let at = Number(element.getAttribute(AT));
    for (const { node, length } of lettersOf(element)) {
      if (range.intersectsNode(node)) {
        const from = at + (node === range.startContainer ? range.startOffset : 0);
        const to = at + (node === range.endContainer ? range.endOffset : length);
        if (to > from) {
          start ??= from;
          end = to;
        }
      }
      at += length;
    }
  }
  if (start === null) return null;
  const quote = wordsOfBlock(paragraphs).slice(start, end);
  const blanks = quote.length - quote.trimStart().length;
  return quote.trim() === '' ? null : { quote: quote.trim(), start: start + blanks };
}
