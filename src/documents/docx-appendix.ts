import {
  BookmarkEnd,
  BookmarkStart,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { date, type Evidence, ILLUSTRATIVE_MARK } from '../council/index.ts';
import { bookmarkOf, evidenceNumber } from './docx-runs.ts';
import { STYLE } from './docx-styles.ts';

/** Table of all evidence behind the figures: value, how it comes about, where it comes from. */

const HEADS = ['Nr.', 'Wert', 'Herleitung', 'Herkunft', 'Beruht auf'] as const;
/** Widths in twentieths of a point; together the text width of an A4 page. */
const WIDTHS: readonly number[] = [620, 2100, 3500, 2200, 1080];

const ORIGINS: Record<Evidence['provenance'], string> = {
  computed: 'berechnet',
  sourced: 'belegt',
  entered: 'von der Stadt eingetragen',
  illustrative: 'illustrativ',
  unknown: 'Herkunft nicht erfasst',
};

/** `belegt: Stellungnahme …, 17.08.2020`. */
export function originOf(evidence: Evidence): string {
  const { provenance, source, illustrative } = evidence;
  const basis = ORIGINS[provenance];
  const mark = illustrative && provenance !== 'illustrative' ? ', aus illustrativen Werten' : '';
  const entered = provenance === 'entered' && illustrative ? 'illustrativ' : basis + mark;
  if (!source) return entered;
  return `${entered}: ${source.title}${source.date ? `, ${date(source.date).de}` : ''}`;
}

function cell(content: readonly ParagraphChild[] | Paragraph, column: number): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [content instanceof Paragraph ? content : new Paragraph({ style: STYLE.cell, children: content })],
  });
}

function row(evidence: Evidence, bookmark: number): TableRow {
  const number = evidenceNumber(evidence.id);
  const mark = evidence.illustrative ? ILLUSTRATIVE_MARK : '';
  // The library numbers bookmarks over all documents of a process; numbers of our own keep the bytes the same.
  const first = new Paragraph({ style: STYLE.cell });
  first.addChildElement(new BookmarkStart(bookmarkOf(evidence.id), bookmark));
  first.addChildElement(new TextRun(number));
  first.addChildElement(new BookmarkEnd(bookmark));
  const others = [
    evidence.value.de + mark,
    evidence.derivation.de,
    originOf(evidence),
    evidence.restsOn.map(evidenceNumber).join(', '),
  ];
  return new TableRow({
    cantSplit: true,
    children: [cell(first, 0), ...others.map((text, index) => cell([new TextRun(text)], index + 1))],
  });
}

export function evidenceTable(evidence: readonly Evidence[]): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: HEADS.map((text, index) => cell([new TextRun({ text, bold: true })], index)),
  });
  return new Table({
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...WIDTHS],
    rows: [head, ...evidence.map((one, index) => row(one, index + 1))],
  });
}
