import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../agenda/index.ts';
import type { Assessment } from '../../council/index.ts';
import { testAgenda, testAssessment } from '../testing.ts';
import { renderAnswer } from './answer.ts';
import { widthOf } from './layout.ts';
import { coloured, plain } from './paint.ts';

const golden = (name: string) => join(import.meta.dirname, 'golden', name);
const print = (assessment: Assessment, language: Language = 'de', width = 80) =>
  renderAnswer(assessment, testAgenda(), { language, width, paint: plain });

test.each<Language>(['de', 'en'])('the whole page, %s', async (language) => {
  await expect(print(testAssessment(), language)).toMatchFileSnapshot(golden(`answer.${language}.txt`));
});

test.each([60, 80, 100, 120])('no line is wider than %d columns', (width) => {
  for (const language of ['de', 'en'] as const) {
    for (const line of print(testAssessment(), language, width).split('\n'))
      expect(widthOf(line)).toBeLessThanOrEqual(width);
  }
});

test('colours change nothing but colours', () => {
  const colour = renderAnswer(testAssessment(), testAgenda(), { language: 'de', width: 80, paint: coloured });
  expect(colour).toContain('\u001b[');
  expect(stripVTControlCharacters(colour)).toBe(print(testAssessment()));
});

describe('what is not there is not shown', () => {
  const without: Partial<Assessment> = {
    answer: null,
    candidate: null,
    reasons: [],
    measureTexts: [],
    tradeOffTexts: [],
    quality: [],
    evidence: [],
    checks: [],
  };

  test('a paper without new project', () => {
    const page = print({ ...testAssessment(), ...without });
    for (const title of ['Frühester Beginn', 'Was rutscht', 'Was helfen würde', 'Zusätzlich nötig', 'Belege', 'Güte']) {
      expect(page).not.toContain(title);
    }
    expect(page).toContain('Punkte der Vorlage');
  });

  test('an answer that was stopped says so first', () => {
    const assessment = testAssessment();
    if (!assessment.answer) throw new Error('no answer');
    assessment.answer.engine.complete = false;
    expect(print(assessment).indexOf('Vorzeitig beendet')).toBeLessThan(
      print(assessment).indexOf('Ergebnis der Prüfung'),
    );
    expect(print(testAssessment())).not.toContain('Vorzeitig beendet');
  });
});

test('long tables are cut with a word about the rest', () => {
  const assessment = testAssessment();
  const [, tradeOff] = assessment.answer?.tradeOffs ?? [];
  const [one] = tradeOff?.displaced ?? [];
  if (!tradeOff || !one) throw new Error('no trade-off');
  tradeOff.displaced = Array.from({ length: 15 }, () => one);
  expect(print(assessment)).toContain('und 3 weitere (--json nennt alle)');
});
