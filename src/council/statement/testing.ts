import type { AgendaInput } from '../../agenda/index.ts';
import type { Answer } from '../../planning/index.ts';
import { assessPaper } from '../assess.ts';
import type { Statement, StatementBlock } from '../assessment.ts';
import { textOf } from '../evidence.ts';
import type { PaperInput } from '../paper.ts';
import { smallAgenda, smallAnswer, smallPaper } from '../testing.ts';
import { draftStatement } from './draft.ts';

/** Changes to the small town. */
export interface World {
  agenda?: Partial<AgendaInput>;
  paper?: Partial<PaperInput>;
  others?: Partial<PaperInput>[];
  answer?: Partial<Answer> | null;
}

/** The statement that the small town would draft. */
export function draft({ agenda = {}, paper = {}, others = [], answer = {} }: World = {}): Statement {
  const records = smallAgenda(agenda);
  const papers = others.map((other) => smallPaper({ ...other }));
  const subject = smallPaper(paper);
  const assessment = assessPaper(records, subject, papers, { answer: answer ? smallAnswer(answer) : null });
  return draftStatement(records, subject, papers, assessment);
}

/** Lines of one block, rows of tables with `|`, gaps with a `!`; empty if the block is not there. */
export function block(id: StatementBlock['id'], world: World = {}): string[] {
  const found = draft(world).blocks.find((one) => one.id === id);
  if (!found) return [];
  const lines = found.paragraphs.map(({ kind, runs }) => (kind === 'item' ? '- ' : '') + textOf(runs));
  const cells = (found.tables ?? []).flatMap(({ rows }) =>
    rows.map((row) => `| ${row.map((cell) => textOf(cell)).join(' | ')}`),
  );
  return [...lines, ...cells, ...found.missing.map((text) => `! ${text}`)].map((line) =>
    line.replaceAll('\u00a0', ' '),
  );
}
