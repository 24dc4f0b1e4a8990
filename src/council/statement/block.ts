import type { Run, StatementBlock, StatementBlockId, StatementTable } from '../assessment.ts';
import type { Context } from '../context.ts';

/** What a block of the statement says, and what it cannot say because it is not on record. */
export interface BlockContent {
  paragraphs: StatementBlock['paragraphs'];
  tables?: StatementTable[];
  missing: string[];
}

/** A block is a pure function of the records; German only, it is a German official document. */
export interface BlockWriter {
  id: StatementBlockId;
  title: string;
  write: (context: Context) => BlockContent;
}

export function paragraph(runs: Run[]): BlockContent['paragraphs'][number] {
  return { kind: 'text', runs };
}

export function item(runs: Run[]): BlockContent['paragraphs'][number] {
  return { kind: 'item', runs };
}

export const NOTHING: BlockContent = { paragraphs: [], missing: [] };
