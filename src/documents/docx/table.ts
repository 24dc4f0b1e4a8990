import { BookmarkEnd, BookmarkStart, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { anchorOf, type Row, type Table as TableContent } from '../model.ts';
import { lineChildren, type Notes } from './inlines.ts';
import { STYLE } from './styles.ts';

/** Width of the text on an A4 page in twentieths of a point. */
const TEXT_WIDTH = 9500;

/** Widths of the columns in twentieths of a point; together the width of the text. */
function widthsOf({ columns }: TableContent): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => Math.round((column.width / all) * TEXT_WIDTH));
}

function cell(paragraph: Paragraph, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [paragraph],
  });
}

function row({ evidence, cells }: Row, widths: readonly number[], notes: Notes, bookmark: number): TableRow {
  const children = cells.map((line, index) => {
    const paragraph = new Paragraph({ style: STYLE.cell });
    const target = index === 0 ? evidence : undefined;
    // The library numbers bookmarks over all documents of a process; numbers of our own keep the bytes the same.
    if (target !== undefined) paragraph.addChildElement(new BookmarkStart(anchorOf(target), bookmark));
    for (const child of lineChildren(line, notes)) paragraph.addChildElement(child);
    if (target !== undefined) paragraph.addChildElement(new BookmarkEnd(bookmark));
    return cell(paragraph, widths[index] ?? 0);
  });
  return new TableRow({ cantSplit: true, children });
}

/** A table with its header row repeated on every page. `firstBookmark` is the number of its first row's bookmark. */
export function tableOf(content: TableContent, notes: Notes, firstBookmark: number): Table {
  const widths = widthsOf(content);
  const heads = content.columns.map((column, index) =>
    cell(
      new Paragraph({ style: STYLE.cell, children: [new TextRun({ text: column.head, bold: true })] }),
      widths[index] ?? 0,
    ),
  );
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
      ...content.rows.map((one, index) => row(one, widths, notes, firstBookmark + index)),
    ],
  });
}
