/**
 * What an official document says, before it is a file. Every document of the product is built as this once, and the
 * writers for DOCX, PDF and HTML put the same words into their format; no writer adds content of its own.
 */
export interface OfficialDocument {
  title: string;
  /** One sentence for the properties of the file. */
  subject: string;
  /** In whose name it is written; empty if nobody is named. */
  author: string;
  /** Day that the document states; stands for creation and change, so that the same input gives the same bytes. */
  on: string;
  /** Lines above the title: who writes, when. */
  head: readonly Line[];
  parts: readonly Part[];
  /** `compact`: smaller letters and margins, for what is meant to stand on one page; `a3`: a large sheet, crosswise. */
  layout?: 'compact' | 'a3';
}

export type Part =
  | { kind: 'heading'; text: string; level?: 2; newPage?: boolean }
  | { kind: 'paragraph'; style: ParagraphStyle; line: Line }
  | { kind: 'list'; items: readonly Line[]; ordered?: true }
  /** A drawing with what it shows in words; formats that cannot hold it show the words. */
  | { kind: 'image'; svg: string; alt: string }
  | Table;

/** `missing`: what a person still has to fill in; `signature`: the lines of the one who signs, kept together. */
export type ParagraphStyle = 'text' | 'letterhead' | 'missing' | 'signature';

export interface Table {
  kind: 'table';
  /** What the table is about, for those who do not see it. */
  caption: string;
  columns: readonly { head: string /** Share of the width. */; width: number }[];
  rows: readonly Row[];
}

export interface Row {
  /** Number by which other places refer to this row; shown in its first cell. */
  evidence?: string;
  cells: readonly Line[];
}

export type Line = readonly Piece[];

/** How a piece is set off from the others. */
export interface Emphasis {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
}

/**
 * Piece of a line: words; a figure bound to its evidence; the number of an evidence, which leads to its row; a
 * footnote at this place.
 */
export type Piece =
  | ({ kind: 'words' | 'figure'; text: string } & Emphasis)
  | { kind: 'evidence'; number: string }
  | { kind: 'footnote'; text: string };

export const words = (text: string, bold = false): Piece => ({ kind: 'words', text, ...(bold ? { bold } : {}) });

/** Only what is set off is said, so that a document without emphasis is what it always was. */
export const emphasisOf = ({ bold, italic }: Emphasis): Emphasis => ({
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
});

/** A line of nothing but words. */
export const plain = (text: string): Line => [words(text)];

/** The footer of every page, without the page's number. */
export const FOOTER_SEPARATOR = ' · ';

/** Name of the place where an evidence stands, the same in every format. */
export const anchorOf = (number: string): string => `beleg-${number}`;

/** Numbers of all evidence that the document holds; what refers to another one is shown without a link. */
export function evidenceNumbers({ parts }: OfficialDocument): Set<string> {
  const rows = parts.flatMap((part) => (part.kind === 'table' ? part.rows : []));
  return new Set(rows.flatMap((row) => row.evidence ?? []));
}
