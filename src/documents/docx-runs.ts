import { FootnoteReferenceRun, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { ILLUSTRATIVE_MARK, type Run } from '../council/index.ts';
import { CHARACTER } from './docx-styles.ts';

/** `e12` → `12`, as it stands beside the figure and in the appendix. */
export function evidenceNumber(id: string): string {
  return id.replace(/^e/, '');
}

/** Bookmark of an evidence row in the appendix. */
export function bookmarkOf(id: string): string {
  return `beleg-${evidenceNumber(id)}`;
}

/** Explains the mark at its first use, once per document. */
export interface MarkNote {
  footnote: number | null;
}

/**
 * Sentence with bound figures: the figure, its mark if it is illustrative, and the number of its evidence as a link
 * into the appendix.
 */
export function runChildren(runs: readonly Run[], note: MarkNote): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if (run.kind === 'words') return [new TextRun(run.text)];
    const mark = run.illustrative ? ILLUSTRATIVE_MARK : '';
    const children: ParagraphChild[] = [new TextRun({ text: run.text + mark, style: CHARACTER.figure })];
    if (run.illustrative && note.footnote !== null) {
      children.push(new FootnoteReferenceRun(note.footnote));
      note.footnote = null;
    }
    const number = new TextRun({ text: evidenceNumber(run.evidence), style: CHARACTER.evidence });
    return [...children, new InternalHyperlink({ anchor: bookmarkOf(run.evidence), children: [number] })];
  });
}

/** `Gegenstand: …` with its label in bold, for the head of the letter. */
export function labelled(runs: readonly Run[], note: MarkNote): ParagraphChild[] {
  const [first, ...rest] = runs;
  const match = first?.kind === 'words' ? /^([^:]+:)(\s*)(.*)$/su.exec(first.text) : null;
  if (!match) return runChildren(runs, note);
  const [, label = '', space = '', tail = ''] = match;
  const after: Run[] = tail === '' ? [] : [{ kind: 'words', text: tail }];
  return [new TextRun({ text: label, bold: true }), new TextRun(space), ...runChildren([...after, ...rest], note)];
}
