import { FootnoteReferenceRun, InternalHyperlink, TextRun } from 'docx';
import { anchorOf, type Emphasis, type Line, type Piece } from '../model.ts';
import { CHARACTER } from './styles.ts';

/** What a document gathers while it is written: its footnotes, and which evidence it may link to. */
export interface Notes {
  /** Texts by number, from 1. */
  footnotes: string[];
  evidence: ReadonlySet<string>;
}

type Child = TextRun | FootnoteReferenceRun | InternalHyperlink;

/** A line as runs of Word; the number of an evidence is a link into the table where it stands. */
export function lineChildren(line: Line, notes: Notes): Child[] {
  return line.map((piece) => childOf(piece, notes));
}

const marks = ({ bold, italic }: Emphasis): { bold?: true; italics?: true } => ({
  ...(bold ? { bold: true } : {}),
  ...(italic ? { italics: true } : {}),
});

function childOf(piece: Piece, notes: Notes): Child {
  switch (piece.kind) {
    case 'words':
      return new TextRun({ text: piece.text, ...marks(piece) });
    case 'figure':
      return new TextRun({ text: piece.text, style: CHARACTER.figure, ...marks(piece) });
    case 'footnote':
      return new FootnoteReferenceRun(notes.footnotes.push(piece.text));
    case 'evidence': {
      const number = new TextRun({ text: piece.number, style: CHARACTER.evidence });
      if (!notes.evidence.has(piece.number)) return number;
      return new InternalHyperlink({ anchor: anchorOf(piece.number), children: [number] });
    }
  }
}
