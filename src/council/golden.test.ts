import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion, DEFAULT_SEED } from '../planning/index.ts';
import { assessPaper } from './assess.ts';
import { type Assessment, assessmentSchema, type Sentence, type Statement, statementSchema } from './assessment.ts';
import { ILLUSTRATIVE_MARK } from './assumptions.ts';
import { textOf } from './evidence.ts';
import { runsOf } from './runs.ts';
import { draftStatement } from './statement/draft.ts';
import { chemnitz, GOLDEN } from './testing.ts';

/**
 * The whole answer to BA-090/2020 in words, from stored facts. A change of wording is a change of these files:
 * `UPDATE_GOLDEN=1` writes them anew, `UPDATE_GOLDEN=answer` asks the planner first.
 */
const UPDATE = process.env.UPDATE_GOLDEN;

function golden(name: string, text: string): void {
  const path = join(GOLDEN, name);
  if (UPDATE) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

const both = ({ de, en }: Sentence): string => `${textOf(de, ILLUSTRATIVE_MARK)}\n  ${textOf(en, ILLUSTRATIVE_MARK)}`;

function assessmentText(of: Assessment): string {
  const { verdict } = of;
  const dimensions = verdict.dimensions.map(
    ({ dimension, state, word, need, free, binding }) =>
      `${dimension} ${state} (${word.de} / ${word.en})\n${[need, free, binding].map(both).join('\n')}`,
  );
  const checks = of.checks.map(({ check, paragraph, question, hint, decision }) =>
    [
      `${check} ${paragraph}: ${decision?.decision ?? 'open'}`,
      question.de,
      `  ${question.en}`,
      hint.de,
      `  ${hint.en}`,
    ].join('\n'),
  );
  const quality = of.quality.map(({ subject, text }) => `${subject.de}: ${text.de}\n  ${subject.en}: ${text.en}`);
  const points = of.points.map(
    ({ number, scope, suggestions }) =>
      `${number} ${scope}: ${suggestions.map(({ title, matchedWords }) => `${title} [${matchedWords.join(', ')}]`).join(' | ')}`,
  );
  const sections: [string, string[]][] = [
    [
      `${of.paper.reference} ${verdict.value} ${verdict.lookAgainOn}`,
      [`${verdict.label.de}\n  ${verdict.label.en}`, both(verdict.headline), both(verdict.summary)],
    ],
    ['dimensions', dimensions],
    ['reasons', of.reasons.map(both)],
    ['trade-offs', of.tradeOffTexts.map(both)],
    ['measures', of.measureTexts.map(both)],
    ['assumptions', of.assumptions.map(both)],
    ['quality', quality],
    ['checks', checks],
    ['points', points],
    ['evidence', evidenceLines(of.evidence)],
  ];
  return sections.map(([head, lines]) => `# ${head}\n${lines.join('\n')}\n`).join('\n');
}

function evidenceLines(evidence: Assessment['evidence']): string[] {
  return evidence.map(({ id, value, derivation, provenance, illustrative, restsOn, source }) =>
    [
      id,
      value.de,
      derivation.de,
      provenance,
      illustrative ? ILLUSTRATIVE_MARK : '',
      restsOn.join(' '),
      source?.id ?? '',
    ].join(' | '),
  );
}

function statementText(of: Statement): string {
  const shown = (runs: Parameters<typeof textOf>[0]): string => textOf(runs, ILLUSTRATIVE_MARK);
  const blocks = of.blocks.map(({ id, title, paragraphs, tables = [], missing }) =>
    [
      `# ${id}: ${title}`,
      ...paragraphs.map(({ kind, runs }) => `${kind === 'item' ? '- ' : ''}${shown(runs)}`),
      ...tables.flatMap((table) => [
        `= ${table.caption}`,
        `| ${table.columns.join(' | ')}`,
        ...table.rows.map((row) => `| ${row.map(shown).join(' | ')}`),
      ]),
      ...missing.map((text) => `! ${text}`),
    ].join('\n'),
  );
  return `${[of.title, ...blocks, ...of.footnotes, evidenceLines(of.evidence).join('\n')].join('\n\n')}\n`;
}

describe('BA-090/2020', () => {
  const { agenda, motion, others, answer: stored } = chemnitz();
  let assessment: Assessment;
  let statement: Statement;

  beforeAll(() => {
    const candidate = motion.candidates[0];
    let answer = stored;
    if (UPDATE === 'answer' && candidate) {
      answer = answerQuestion(agenda, candidate, { seed: DEFAULT_SEED });
      writeFileSync(join(GOLDEN, 'ba-090-2020.answer.gen.json'), `${JSON.stringify(answer, null, 1)}\n`);
    }
    assessment = assessPaper(agenda, motion, others, { answer });
    statement = draftStatement(agenda, motion, others, assessment);
  });

  test('the assessment in words', () => golden('ba-090-2020.assessment.txt', assessmentText(assessment)));
  test('the statement in words', () => golden('ba-090-2020.statement.txt', statementText(statement)));
  test('the statement with its bound figures', () =>
    golden('ba-090-2020.statement.gen.json', `${JSON.stringify(statement, null, 1)}\n`));

  test('both fit their contracts', () => {
    expect(assessmentSchema.parse(assessment)).toEqual(assessment);
    expect(statementSchema.parse(statement)).toEqual(statement);
  });

  test('the blocks stand in the order of the reference statement', () => {
    expect(statement.blocks.map((block) => block.id)).toEqual([
      'reference',
      'admissible',
      'earlierPapers',
      'scope',
      'organization',
      'legalBases',
      'strategies',
      'needs',
      'overview',
      'partners',
      'comparison',
      'stages',
      'capacity',
      'staff',
      'finance',
      'deadlines',
      'verdict',
      'whenPossible',
      'commitment',
      'recommendation',
      'signatory',
    ]);
  });

  test('evidence is numbered in order of use, complete, and each entry is used', () => {
    const numbers = statement.evidence.map((one) => one.id);
    expect(numbers).toEqual(numbers.map((_, index) => `e${index + 1}`));
    const shown = statement.blocks.flatMap(runsOf);
    const bound = shown.flatMap((run) => (run.kind === 'figure' ? [run.evidence] : []));
    const used = new Set([...bound, ...statement.evidence.flatMap((one) => one.restsOn)]);
    expect(numbers.filter((id) => !used.has(id))).toEqual([]);
    expect([...used].filter((id) => !numbers.includes(id))).toEqual([]);
    expect([...new Set(bound)]).toEqual(numbers.slice(0, new Set(bound).size));
  });

  test('nothing that happened after the day of the statement is in it', () => {
    const text = statementText(statement);
    expect(text).not.toContain('abgelehnt');
    for (const later of ['2024', '300 Projekte', 'Bundesrecht 2024']) {
      const facts = text.split('\n').filter((line) => line.includes(`Stand`) && line.includes(later));
      expect(facts).toEqual([]);
    }
  });
});
