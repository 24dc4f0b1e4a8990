import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperByReference } from './records.ts';
import { DEFAULT_NUMBER_FORMS, findReferences, formatReference, nextReference, paperIdOf } from './reference.ts';
import { chemnitz } from './testing.ts';

const motion = { kind: 'motion', form: 'BA-NNN/JJJJ' } as const;

describe('numbers of papers', () => {
  test('a number in any spelling is found and written as the city does', () => {
    const found = findReferences('Antwort auf RA-43/2020 und BA - 090 / 2020, nicht XBA-1/2020', DEFAULT_NUMBER_FORMS);
    expect(found.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['councilInquiry', 'RA-043/2020'],
      ['motion', 'BA-090/2020'],
    ]);
    for (const spelt of ['BA 90/2020', 'BA090/2020', 'Nr. BA – 90/2020'])
      expect(findReferences(spelt, [motion]).map((one) => one.reference)).toEqual(['BA-090/2020']);
    const yearless = { kind: 'motion', form: 'NNN-JJ' } as const;
    expect(findReferences('am 1220 und 012-20', [yearless]).map((one) => one.reference)).toEqual(['012-20']);
  });

  test('the next number follows the highest of the year', () => {
    expect(nextReference([motion], 'motion', 2020, ['BA-090/2020', 'BA-113/2020', 'BA-200/2019'])).toBe('BA-114/2020');
    expect(nextReference([motion], 'motion', 2021, ['BA-113/2020'])).toBe('BA-001/2021');
    expect(nextReference([motion], 'information', 2021, [])).toBeNull();
  });

  test('what is written is found again, and the key is a sound one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEFAULT_NUMBER_FORMS), fc.integer({ min: 1, max: 999 }), (form, number) => {
        const written = formatReference(form, number, 2031);
        expect(findReferences(`Zu ${written}.`, DEFAULT_NUMBER_FORMS).map((one) => one.reference)).toEqual([written]);
        expect(paperIdOf(written)).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }),
    );
  });
});

test('one number in several spellings is one paper; another number is another one', () => {
  const papers = chemnitz().papers;
  for (const spelt of ['BA-090/2020', 'BA-90/2020', 'BA 90/2020', 'ba090-2020', 'BA – 090 / 2020'])
    expect(paperByReference(papers, spelt)?.id, spelt).toBe('ba-090-2020');
  for (const other of ['BA-090/2021', 'RA-090/2020', 'BA-900/2020', '–'])
    expect(paperByReference(papers, other)?.id, other).not.toBe('ba-090-2020');
});
