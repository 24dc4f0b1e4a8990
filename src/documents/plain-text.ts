import { date, ILLUSTRATIVE_MARK, type Paragraph, type Statement, textOf } from '../council/index.ts';

export interface TextOptions {
  /** Characters per line; 0 leaves paragraphs whole. */
  width?: number;
}

/** Breaks at spaces; no-break spaces keep number and unit together. Later lines are indented by `hang`. */
export function wrapped(text: string, width: number, first = '', hang = ''): string {
  if (width <= 0) return first + text;
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hang + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** The draft as plain text for a terminal: same words as the document, gaps named, illustrative figures marked. */
export function statementToText(statement: Statement, options: TextOptions = {}): string {
  const width = options.width ?? 80;
  const parts: string[] = [statement.title, `Datum: ${date(statement.asOf).de}`];
  statement.blocks.forEach((block, index) => {
    parts.push('', `${index + 1} ${block.title}`, '');
    let count = 0;
    for (const { kind, runs } of block.paragraphs) {
      count = kind === 'numbered' ? count + 1 : 0;
      parts.push(...paragraphLines(kind, count, textOf(runs, ILLUSTRATIVE_MARK), width));
    }
    for (const { caption, columns, rows } of block.tables ?? []) {
      parts.push('', wrapped(`${caption}: ${columns.join(' | ')}`, width));
      for (const row of rows) {
        const line = row.map((cell) => textOf(cell, ILLUSTRATIVE_MARK)).join(' | ');
        parts.push(wrapped(line, width, '  | ', '    '));
      }
    }
    for (const gap of block.missing) parts.push(wrapped(`${MISSING_LABEL} ${gap}`, width, '  ! ', '    '));
  });
  if (statement.footnotes.length > 0) parts.push('');
  for (const note of statement.footnotes) parts.push(wrapped(note, width));
  return `${parts.join('\n')}\n`;
}

function paragraphLines(kind: Paragraph['kind'], count: number, text: string, width: number): string[] {
  switch (kind) {
    case 'text':
      return [wrapped(text, width)];
    case 'item':
      return [wrapped(text, width, '  - ', '    ')];
    case 'numbered':
      return [wrapped(text, width, `  ${count}. `, '     ')];
    case 'heading':
      return ['', wrapped(text, width), ''];
  }
}

/** Stands before everything that is not on record and has to be filled in by hand. */
export const MISSING_LABEL = 'Zu ergänzen:';
