import { describe, expect, test } from 'vitest';
import { statementToText, wrapped } from './plain-text.ts';
import { goldenStatement } from './testing.ts';

describe('wrapping', () => {
  test('at spaces, with hanging indent', () => {
    expect(wrapped('eins zwei drei vier', 12, '- ', '  ')).toBe('- eins zwei\n  drei vier');
  });

  test('number and unit stay together; a long word is not cut', () => {
    expect(wrapped('es sind 122\u00a0PT frei', 12)).toBe('es sind\n122\u00a0PT frei');
    expect(wrapped('Informationssicherheit', 8)).toBe('Informationssicherheit');
    expect(wrapped('eins zwei drei', 0)).toBe('eins zwei drei');
  });
});

describe('the statement in a terminal', () => {
  const statement = goldenStatement();
  const text = statementToText(statement, { width: 80 });

  test('no line is wider than asked unless a single word is', () => {
    const wide = text.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '));
    expect(wide).toEqual([]);
  });

  test('holds every word of the draft, the gaps and the mark', () => {
    const flat = text.replaceAll(/\s+/g, ' ');
    for (const block of statement.blocks) {
      for (const { runs } of block.paragraphs) {
        for (const run of runs) for (const word of run.text.trim().split(/\s+/)) expect(flat).toContain(word);
      }
      for (const gap of block.missing) expect(flat).toContain(`Zu ergänzen: ${gap}`.replaceAll(/\s+/g, ' '));
    }
    expect(flat).toMatch(/\d{2}\.\d{2}\.\d{4}◇/);
    expect(
      text.startsWith('Stellungnahme zum Beschlussantrag Nr.\u00a0BA-090/2020\nDatum: 31.08.2020\n\n1 Bezug\n'),
    ).toBe(true);
  });
});
