import { Extension, type Extensions, Mark, mergeAttributes, Node } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import type { DOMOutputSpec } from '@tiptap/pm/model';
import { DIAMOND } from '../ui/marks.tsx';
import { type Figure, HEADING_LEVEL } from './content.ts';

/**
 * All that a text can hold: paragraphs, two kinds of lists, one kind of heading, bold, italic, bound figures. What is
 * pasted is read by the same rules, so everything else falls away and its words stay.
 */

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000, // what a new line becomes
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}` })),
  renderHTML: ({ HTMLAttributes }) => [`h${HEADING_LEVEL}`, HTMLAttributes, 0],
});

const list = (name: 'bulletList' | 'orderedList', tag: 'ul' | 'ol') =>
  Node.create({
    name,
    group: 'block list',
    content: 'listItem+',
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

/** One paragraph and no list inside: neither Word files nor the stored text know deeper ones here. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

const isBold = (value: string): boolean => /^(bold(er)?|[6-9]00)$/.test(value);

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    // Some programs wrap everything they copy into a <b> that is not bold.
    { tag: 'b', getAttrs: (node) => (node.style.fontWeight === 'normal' ? false : null) },
    { tag: 'strong' },
    { style: 'font-weight', getAttrs: (value) => (isBold(value) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['strong', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) };
  },
});

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [
    { tag: 'i', getAttrs: (node) => (node.style.fontStyle === 'normal' ? false : null) },
    { tag: 'em' },
    { style: 'font-style=italic' },
  ],
  renderHTML: ({ HTMLAttributes }) => ['em', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) };
  },
});

export interface KnownFigures {
  /** The figures of the whole statement; no other one can be pasted. */
  figures: readonly Figure[];
  /** Numbers of the evidence as the text shows them. */
  numbers: ReadonlyMap<string, number>;
}

/** Name of a figure in what is copied: its evidence and the words it is shown in. */
const nameOf = ({ evidence, text }: Pick<Figure, 'evidence' | 'text'>): string => `${evidence}|${text}`;

const SVG = 'http://www.w3.org/2000/svg';
/** The mark of an illustrative figure. */
const mark: DOMOutputSpec = [
  `${SVG} svg`,
  { class: 'fp-ill', viewBox: '0 0 8 8', 'aria-hidden': 'true' },
  [`${SVG} path`, { d: DIAMOND }],
];

/** A bound figure: moved, repeated, left out as a whole, never changed. */
const boundFigure = ({ figures, numbers }: KnownFigures) =>
  Node.create({
    name: 'figure',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      text: { default: '', rendered: false },
      evidence: { default: '', rendered: false },
      illustrative: { default: false, rendered: false },
    }),
    parseHTML: () => [
      {
        tag: 'span[data-figure]',
        getAttrs: (node) => {
          const known = figures.find((one) => nameOf(one) === node.dataset.figure);
          return known ? { text: known.text, evidence: known.evidence, illustrative: known.illustrative } : false;
        },
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const { text, evidence, illustrative } = node.attrs as Figure;
      const own = { class: 'fp-bound', 'data-figure': nameOf({ evidence, text }) };
      return [
        'span',
        mergeAttributes(HTMLAttributes, own),
        text,
        ...(illustrative ? [mark] : []),
        ['sup', {}, String(numbers.get(evidence) ?? '')],
      ];
    },
    renderText: ({ node }) => (node.attrs as Figure).text,
  });

const Undo = Extension.create({
  name: 'undo',
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () => command(this.editor.state, this.editor.view.dispatch);
    return { 'Mod-z': run(undo), 'Mod-y': run(redo), 'Shift-Mod-z': run(redo) };
  },
});

export const extensionsFor = (known: KnownFigures): Extensions => [
  Doc,
  Text,
  Paragraph,
  Heading,
  list('bulletList', 'ul'),
  list('orderedList', 'ol'),
  ListItem,
  Bold,
  Italic,
  boundFigure(known),
  Undo,
];
