import type { Paragraph } from '../../../council/index.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The one stretch of paragraphs in which a text differs from another, and what stands there instead. */
interface Change {
  from: number;
  to: number;
  written: readonly Paragraph[];
}

function changeOf(base: readonly Paragraph[], text: readonly Paragraph[]): Change {
  const most = Math.min(base.length, text.length);
  let head = 0;
  while (head < most && same(base[head], text[head])) head++;
  let tail = 0;
  while (tail < most - head && same(base.at(-1 - tail), text.at(-1 - tail))) tail++;
  return { from: head, to: base.length - tail, written: text.slice(head, text.length - tail) };
}

/**
 * What two people have made of the same text, as one text; null where both have written at the same place and a person
 * has to decide. Each has one stretch, from the first paragraph that was changed to the last.
 */
export function mergeParagraphs(
  base: readonly Paragraph[],
  mine: readonly Paragraph[],
  theirs: readonly Paragraph[],
): Paragraph[] | null {
  if (same(mine, theirs) || same(base, mine)) return [...theirs];
  if (same(base, theirs)) return [...mine];
  const [first, second] = [changeOf(base, mine), changeOf(base, theirs)].sort((a, b) => a.from - b.from || a.to - b.to);
  if (!first || !second || first.to > second.from || first.from === second.from) return null;
  return [
    ...base.slice(0, first.from),
    ...first.written,
    ...base.slice(first.to, second.from),
    ...second.written,
    ...base.slice(second.to),
  ];
}
