import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Statement, statementSchema } from '../assessment.ts';
import { runsOf } from '../runs.ts';
import { GOLDEN } from '../testing.ts';
import { arranged, type BlockChoice, blockTemplateSchema } from './template.ts';

const statement: Statement = statementSchema.parse(
  JSON.parse(readFileSync(join(GOLDEN, 'ba-090-2020.statement.gen.json'), 'utf8')),
);
const order = (of: Statement): string[] => of.blocks.map((block) => block.id);
const template = (...blocks: BlockChoice[]) => ({ kind: 'motion' as const, blocks });
const on = (block: BlockChoice['block'], more: Partial<BlockChoice> = {}): BlockChoice => ({
  block,
  shown: true,
  ...more,
});

describe('the block template of a city', () => {
  test('no template leaves the draft as it is', () => {
    expect(arranged(statement, undefined)).toBe(statement);
  });

  test('order, blocks left out, own headings and words; what the template does not know follows', () => {
    const made = arranged(
      statement,
      template(
        on('verdict', {
          title: 'Kurzfassung',
          text: 'Sehr geehrte Damen und Herren,\n\ndie Verwaltung nimmt Stellung:',
        }),
        on('reference'),
        { block: 'comparison', shown: false },
      ),
    );
    expect(order(made).slice(0, 2)).toEqual(['verdict', 'reference']);
    expect(order(made)).not.toContain('comparison');
    expect(order(made)).toHaveLength(statement.blocks.length - 1);
    expect(made.blocks[0]?.title).toBe('Kurzfassung');
    expect(made.blocks[0]?.paragraphs[0]?.runs).toEqual([{ kind: 'words', text: 'Sehr geehrte Damen und Herren,' }]);
  });

  test('evidence is numbered anew in reading order, complete, and without what nobody shows', () => {
    const made = arranged(statement, template(on('verdict'), { block: 'legalBases', shown: false }));
    const ids = made.evidence.map((one) => one.id);
    expect(ids).toEqual(ids.map((_, index) => `e${index + 1}`));
    const bound = made.blocks.flatMap(runsOf).flatMap((run) => (run.kind === 'figure' ? [run.evidence] : []));
    const used = new Set([...bound, ...made.evidence.flatMap((one) => one.restsOn)]);
    expect(new Set(ids)).toEqual(used);
    expect(made.evidence.some((one) => one.key.startsWith('obligation:') && one.value.de.includes('SDG-VO'))).toBe(
      false,
    );
    const before = new Map(statement.evidence.map((one) => [one.key, one.value.de]));
    expect(made.evidence.every((one) => before.get(one.key) === one.value.de)).toBe(true);
  });

  test('a block twice is refused', () => {
    expect(blockTemplateSchema.safeParse(template(on('verdict'), on('verdict'))).success).toBe(false);
  });
});
