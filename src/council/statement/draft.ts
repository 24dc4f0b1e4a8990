import type { Agenda } from '../../agenda/index.ts';
import type { Assessment, Evidence, Statement, StatementBlock, StatementBlockId } from '../assessment.ts';
import { ILLUSTRATIVE_MARK } from '../assumptions.ts';
import { type Context, createContext } from '../context.ts';
import { paperNoun, toPaper } from '../grammar.ts';
import type { Paper } from '../paper.ts';
import { admissible } from './admissible.ts';
import type { BlockWriter } from './block.ts';
import { capacity } from './capacity.ts';
import { commitment } from './commitment.ts';
import { comparison } from './comparison.ts';
import { deadlines } from './deadlines.ts';
import { earlierPapers } from './earlier-papers.ts';
import { finance } from './finance.ts';
import { legalBases } from './legal-bases.ts';
import { needs } from './needs.ts';
import { organization } from './organization.ts';
import { overview } from './overview.ts';
import { partners } from './partners.ts';
import { questionBlocks } from './questions.ts';
import { recommendation } from './recommendation.ts';
import { reference } from './reference.ts';
import { scope } from './scope.ts';
import { signatory } from './signatory.ts';
import { staff } from './staff.ts';
import { stages } from './stages.ts';
import { strategies } from './strategies.ts';
import { verdict } from './verdict.ts';
import { whenPossible } from './when-possible.ts';

/** The order in which German administrations answer a motion; see `docs/formats/answer.md`. */
const BLOCKS: readonly BlockWriter[] = [
  reference,
  admissible,
  earlierPapers,
  scope,
  organization,
  legalBases,
  strategies,
  needs,
  overview,
  partners,
  comparison,
  stages,
  capacity,
  staff,
  finance,
  deadlines,
  verdict,
  whenPossible,
  commitment,
  recommendation,
  signatory,
];

/** What surrounds the questions of an inquiry: an inquiry is answered, not judged. */
const AROUND_QUESTIONS: readonly BlockWriter[] = [reference, earlierPapers, commitment, signatory];

/** Every block with its usual heading, in the usual order; `questions` stands for the answers to an inquiry. */
export const STATEMENT_BLOCKS: readonly { id: StatementBlockId; title: string }[] = [
  ...BLOCKS.slice(0, 3),
  { id: 'questions' as const, title: 'Fragen und Antworten' },
  ...BLOCKS.slice(3),
].map(({ id, title }) => ({ id, title }));

/**
 * Drafts the official statement on a paper. Every figure and claim is bound to its evidence; what is not on record
 * stands in `missing` of its block and is never invented. The same records give the same draft.
 */
export function draftStatement(
  agenda: Agenda,
  paper: Paper,
  otherPapers: readonly Paper[],
  assessment: Assessment,
): Statement {
  const context = createContext(agenda, paper, otherPapers, assessment.answer, assessment.asOf);
  const written = (paper.kind === 'councilInquiry' ? answerBlocks(context) : statementBlocks(context)).filter(
    ({ paragraphs, tables = [], missing }) => paragraphs.length + tables.length + missing.length > 0,
  );
  const { text: blocks, evidence } = context.ledger.settle(written);
  return {
    format: 'fahrplan-statement',
    version: 1,
    paper: paper.id,
    title: titleOf(paper),
    asOf: context.asOf,
    blocks,
    evidence,
    footnotes: footnotesOf(evidence, context.figures !== null),
  };
}

const statementBlocks = (context: Context): StatementBlock[] => BLOCKS.map((block) => writeBlock(block, context));

/** The head of the letter, the questions one by one, and who signs. */
function answerBlocks(context: Context): StatementBlock[] {
  const [head, earlier, ...end] = AROUND_QUESTIONS.map((block) => writeBlock(block, context));
  return [...(head ? [head] : []), ...(earlier ? [earlier] : []), ...questionBlocks(context), ...end];
}

function titleOf({ kind, reference: number }: Paper): string {
  return kind === 'councilInquiry'
    ? `Antwort auf ${paperNoun(kind, 'accusative').de} Nr.\u00a0${number}`
    : `Stellungnahme ${toPaper(kind)} Nr.\u00a0${number}`;
}

/** Evidence is numbered in the order of the fields: paragraphs first, tables below them. */
function writeBlock({ id, title, write }: BlockWriter, context: Context): StatementBlock {
  const { paragraphs, tables, missing } = write(context);
  return { id, title, paragraphs, ...(tables && tables.length > 0 ? { tables } : {}), missing };
}

function footnotesOf(evidence: readonly Evidence[], computed: boolean): string[] {
  const notes: string[] = [];
  if (evidence.some((one) => one.illustrative)) {
    notes.push(
      `${ILLUSTRATIVE_MARK} Illustrativ: Der Wert ist für das Beispiel angenommen oder aus angenommenen Werten berechnet.`,
    );
  }
  if (computed) notes.push('PT: Personentage; VZÄ: Vollzeitäquivalente; T€: tausend Euro.');
  return notes;
}
