import type { Run, StatementBlock } from '../../../council/index.ts';
import { runsOf } from './runs.ts';

/**
 * A block of the statement as text for a plain field: one line for each paragraph, `- ` before an item, and every
 * bound figure as `{122 PT|5}` with its number. Words are free; a figure can be moved, repeated or struck out.
 */

type Paragraph = StatementBlock['paragraphs'][number];
type Figure = Extract<Run, { kind: 'figure' }>;

const TOKEN = /{([^{}|]*)\|(\d+)}/g;

export function textOfBlock(block: StatementBlock, numbers: ReadonlyMap<string, number>): string {
  return block.paragraphs
    .map(({ kind, runs }) => {
      const text = runs
        .map((run) => (run.kind === 'words' ? run.text : `{${run.text}|${numbers.get(run.evidence) ?? 0}}`))
        .join('');
      return `${kind === 'item' ? '- ' : ''}${text}`;
    })
    .join('\n');
}

/** What is wrong with a typed text: a field that does not exist, or brackets that belong to none. */
export type BlockFault = { kind: 'unknown'; words: string } | { kind: 'bracket' };

/** The paragraphs that a typed text means; figures are found by their number and text among the block's statement. */
export function paragraphsOf(
  text: string,
  figures: readonly Figure[],
  numbers: ReadonlyMap<string, number>,
): { paragraphs: Paragraph[] } | { fault: BlockFault } {
  const known = new Map(figures.map((one) => [`${one.text}|${numbers.get(one.evidence) ?? 0}`, one]));
  const paragraphs: Paragraph[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const item = /^\s*[-–]\s+/.exec(line);
    const runs: Run[] = [];
    let from = item ? item[0].length : 0;
    const words = (until: number): void => {
      const part = line.slice(from, until);
      if (part !== '') runs.push({ kind: 'words', text: part });
    };
    for (const match of line.matchAll(TOKEN)) {
      const figure = known.get(`${match[1]}|${match[2]}`);
      if (!figure) return { fault: { kind: 'unknown', words: match[0] } };
      words(match.index);
      runs.push({ ...figure });
      from = match.index + match[0].length;
    }
    words(line.length);
    if (runs.some((run) => run.kind === 'words' && /[{}]/.test(run.text))) return { fault: { kind: 'bracket' } };
    paragraphs.push({ kind: item ? 'item' : 'text', runs });
  }
  return { paragraphs };
}

/** Every figure of the text, with which a typed field is compared. */
export function figuresOf(blocks: readonly StatementBlock[]): Figure[] {
  return blocks.flatMap(runsOf).filter((run): run is Figure => run.kind === 'figure');
}
