import type { richText as German } from '../de/rich-text.ts';

/** The editor for texts of statements. */
export const richText: typeof German = {
  richText: {
    tools: {
      bold: 'Bold',
      italic: 'Italic',
      bulletList: 'Bullets',
      orderedList: 'Numbering',
      heading: 'Subheading',
    },
    toolsOf: (field) => `Formatting, ${field}`,
    undo: 'Undo',
    redo: 'Redo',
    insert: 'Insert field',
    hint: 'What Word and PDF can show: paragraphs, bold, italic, lists and subheadings. A shaded field is bound to its evidence; it can be moved or struck out, not changed. Shift+Tab leads to the formatting.',
    loading: 'The editor is being loaded.',
  },
};
