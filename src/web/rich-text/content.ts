import type { Paragraph, Run } from '../../council/index.ts';

/**
 * The text of a statement and the document of the editor, each as the other one. The text is stored as it always was:
 * a flat list of paragraphs whose pieces are words or bound figures. Nothing here is HTML.
 */

export type Figure = Extract<Run, { kind: 'figure' }>;

/** A node of the editor's document, as the editor gives and takes it in JSON. */
export interface EditorNode {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string }[];
  content?: EditorNode[];
}

/** Depth of a heading in a block; the block's own heading stands above it. */
export const HEADING_LEVEL = 4;

const LISTS = { item: 'bulletList', numbered: 'orderedList' } as const;

/** The paragraphs as a document of the editor; items that follow one another make one list. */
export function toEditor(paragraphs: readonly Paragraph[]): EditorNode {
  const content: EditorNode[] = [];
  for (const paragraph of paragraphs) {
    const { kind } = paragraph;
    const node: EditorNode = { type: kind === 'heading' ? 'heading' : 'paragraph', content: nodesOf(paragraph) };
    if (kind === 'text' || kind === 'heading') {
      content.push(node);
      continue;
    }
    const list = content.at(-1);
    const entry: EditorNode = { type: 'listItem', content: [node] };
    if (list?.type === LISTS[kind]) list.content?.push(entry);
    else content.push({ type: LISTS[kind], content: [entry] });
  }
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function nodesOf({ kind, runs }: Paragraph): EditorNode[] {
  return runs.flatMap((run): EditorNode[] => {
    if (kind === 'heading') return run.text === '' ? [] : [{ type: 'text', text: run.text }];
    const marks = [...(run.bold ? [{ type: 'bold' }] : []), ...(run.italic ? [{ type: 'italic' }] : [])];
    const set = marks.length > 0 ? { marks } : {};
    if (run.kind === 'figure') {
      const { text, evidence, illustrative } = run;
      return [{ type: 'figure', attrs: { text, evidence, illustrative }, ...set }];
    }
    return run.text === '' ? [] : [{ type: 'text', text: run.text, ...set }];
  });
}

/** The editor's document as paragraphs; those without a word are left out. */
export function fromEditor(document: EditorNode): Paragraph[] {
  return (document.content ?? []).flatMap((node): Paragraph[] => {
    if (node.type === LISTS.item || node.type === LISTS.numbered) {
      const kind = node.type === LISTS.item ? 'item' : 'numbered';
      return (node.content ?? []).flatMap((entry) => (entry.content ?? []).flatMap((one) => paragraphOf(kind, one)));
    }
    return paragraphOf(node.type === 'heading' ? 'heading' : 'text', node);
  });
}

function paragraphOf(kind: Paragraph['kind'], { content = [] }: EditorNode): Paragraph[] {
  const runs: Run[] = [];
  for (const node of content) {
    const run = runOf(node);
    const last = runs.at(-1);
    if (run.kind === 'words' && last?.kind === 'words' && last.bold === run.bold && last.italic === run.italic)
      last.text += run.text;
    else runs.push(run);
  }
  return runs.some((run) => run.kind === 'figure' || run.text.trim() !== '') ? [{ kind, runs }] : [];
}

function runOf({ type, text = '', attrs = {}, marks = [] }: EditorNode): Run {
  const has = (name: string): boolean => marks.some((one) => one.type === name);
  const set = { ...(has('bold') ? { bold: true as const } : {}), ...(has('italic') ? { italic: true as const } : {}) };
  if (type !== 'figure') return { kind: 'words', text, ...set };
  const { text: value, evidence, illustrative } = attrs as Pick<Figure, 'text' | 'evidence' | 'illustrative'>;
  return { kind: 'figure', text: value, evidence, illustrative, ...set };
}

/** Control characters and halves of characters, which neither Word nor PDF can hold; the server refuses them. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Pasted text or markup without what no document can hold. */
export const printable = (pasted: string): string => pasted.replaceAll(UNPRINTABLE, '');
