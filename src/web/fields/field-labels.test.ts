import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldLabel, placedDetail, placeText } from './field-labels.ts';

test('a place is named in words', () => {
  expect(placeText('/phases/0/name', 'de')).toBe('Phasen 1 › Name');
  expect(placeText('/phases/0/name', 'en')).toBe('Phases 1 › Name');
  expect(placeText('/gates/1/state', 'de')).toBe('Hürden 2 › Stand');
  expect(placeText('', 'de')).toBe('');
  expect(placedDetail({ pointer: '/leadUnit', detail: 'Bitte ausfüllen.' }, 'de')).toBe(
    'Federführung: Bitte ausfüllen.',
  );
});

test('a form that calls a field by a name of its own is followed', () => {
  const fields = [
    { name: 'budgetLine', label: 'Budget' },
    { name: 'questions', label: 'Frage', fields: [{ name: 'text', label: 'Wortlaut' }] },
  ];
  expect(placeText('/budgetLine', 'de', fields)).toBe('Budget');
  expect(placeText('/questions/1/text', 'de', fields)).toBe('Frage 2 › Wortlaut');
  expect(placeText('/questions/1/name', 'de', fields)).toBe('Frage 2 › Name');
});

test('every field of an agenda and of a paper that people write has a German name', () => {
  const computed = /^(\$schema|format|quality|figures|aims|bound|proven|basis|iterations|complete)$/;
  const names = (json: unknown): string[] => {
    if (typeof json !== 'object' || json === null) return [];
    const own = 'properties' in json ? Object.keys(json.properties as object) : [];
    return [...own, ...Object.values(json).flatMap(names)];
  };
  const fields = ['agenda', 'paper'].flatMap((one) =>
    names(JSON.parse(readFileSync(new URL(`../../../docs/formats/${one}.schema.json`, import.meta.url), 'utf8'))),
  );
  const nameless = [...new Set(fields)].filter((one) => !computed.test(one) && fieldLabel(one, 'de') === one);
  expect(nameless).toEqual([]);
});
