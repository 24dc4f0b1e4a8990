import { z } from 'zod';
import { lineSchema, proseSchema } from '../../agenda/index.ts';
import { type Evidence, type Run, type Statement, type StatementBlock, statementBlockIdSchema } from '../assessment.ts';
import { paperKindSchema } from '../paper.ts';
import { runsOf, withRuns } from '../runs.ts';

/** How a city wants one block: where it stands (by its place in the list), whether at all, and with which words of its own. */
export const blockChoiceSchema = z.strictObject({
  block: statementBlockIdSchema,
  shown: z.boolean(),
  /** Heading in place of the usual one. */
  title: lineSchema.optional(),
  /** Fixed text of the city, before what is drafted. */
  text: proseSchema.optional(),
});
export type BlockChoice = z.infer<typeof blockChoiceSchema>;

/** The statement of one kind of paper, block by block. A kind without a template has the usual order. */
export const blockTemplateSchema = z.strictObject({
  kind: paperKindSchema,
  blocks: z
    .array(blockChoiceSchema)
    .refine((blocks) => new Set(blocks.map((one) => one.block)).size === blocks.length, {
      error: 'Jeder Abschnitt steht nur einmal in der Vorlage.',
    }),
});
export type BlockTemplate = z.infer<typeof blockTemplateSchema>;

/**
 * A draft as the city's template wants it: blocks in its order, without those that are switched off, with its own
 * words. Blocks that the template does not know yet follow at the end. Evidence is numbered anew, and what no block
 * shows any more is left out.
 */
export function arranged(statement: Statement, template: BlockTemplate | undefined): Statement {
  if (template === undefined) return statement;
  const chosen = template.blocks.flatMap((choice) => {
    if (!choice.shown) return [];
    const [first, ...more] = statement.blocks.filter((one) => placeOf(one) === choice.block);
    return first ? [withOwnWords(first, choice), ...more] : ownBlock(choice);
  });
  const known = new Set<string>(template.blocks.map((one) => one.block));
  const rest = statement.blocks.filter((block) => !known.has(placeOf(block)));
  return renumbered({ ...statement, blocks: [...chosen, ...rest] });
}

/** Entry of the template that a block belongs to: all questions of an inquiry share one. */
const placeOf = ({ id }: StatementBlock): string => (id.startsWith('question-') ? 'questions' : id);

const fixed = (text: string): StatementBlock['paragraphs'] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'text', runs: [{ kind: 'words', text: line.trim() }] }));

function withOwnWords(block: StatementBlock, { title, text }: BlockChoice): StatementBlock {
  const paragraphs = text === undefined ? block.paragraphs : [...fixed(text), ...block.paragraphs];
  // A question keeps its number.
  const heading = block.id.startsWith('question-') ? block.title : (title ?? block.title);
  return { ...block, title: heading, paragraphs };
}

/** A block with nothing to draft is there for the city's own words alone. */
function ownBlock({ block, title, text }: BlockChoice): StatementBlock[] {
  return text === undefined || title === undefined ? [] : [{ id: block, title, paragraphs: fixed(text), missing: [] }];
}

/** Numbers the evidence in the order in which a reader meets it; what is not used falls away. */
function renumbered(statement: Statement): Statement {
  const byId = new Map(statement.evidence.map((one) => [one.id, one]));
  const numbers = new Map<string, string>();
  const use = (id: string): string => {
    const known = numbers.get(id) ?? `e${numbers.size + 1}`;
    numbers.set(id, known);
    return known;
  };
  for (const run of statement.blocks.flatMap(runsOf)) if (run.kind === 'figure') use(run.evidence);
  const rename = (run: Run): Run => (run.kind === 'figure' ? { ...run, evidence: use(run.evidence) } : run);
  const blocks = statement.blocks.map((block) => withRuns(block, rename));
  const evidence: Evidence[] = [];
  // A map grows while it is walked: inputs get their numbers after all figures that the text itself shows.
  for (const [old, id] of numbers) {
    const entry = byId.get(old);
    if (entry) evidence.push({ ...entry, id, restsOn: entry.restsOn.map(use) });
  }
  return { ...statement, blocks, evidence };
}
