import { expect, test } from 'vitest';
import type { Suggestion } from './assessment.ts';
import { mergedSuggestions } from './merge-suggestions.ts';

const found = (id: string, score: number, ...matchedWords: string[]): Suggestion => ({
  relation: { kind: 'project', id },
  title: `Projekt ${id}`,
  score,
  matchedWords,
});
const ids = (list: readonly Suggestion[]) => list.map(({ relation }) => relation.id);

test('what both ways found comes first, then by place, whatever the scores; words of both are kept', () => {
  const merged = mergedSuggestions(
    [found('a', 90, 'Karten'), found('b', 80), found('c', 70)],
    [found('b', 0.2, 'Geodaten'), found('d', 0.1), found('a', 0.05, 'Karten', 'Plan')],
  );
  expect(ids(merged)).toEqual(['b', 'a', 'd']);
  expect(merged[0]?.matchedWords).toEqual(['Geodaten']);
  expect(merged[1]?.matchedWords).toEqual(['Karten', 'Plan']);
  expect(merged.map(({ score }) => score)).toEqual([0.583, 0.533, 0.25]);
});

test('one way alone keeps its order; equal places go by title', () => {
  expect(ids(mergedSuggestions([found('a', 2), found('b', 1)], []))).toEqual(['a', 'b']);
  expect(ids(mergedSuggestions([found('z', 1)], [found('y', 1)]))).toEqual(['y']);
  expect(mergedSuggestions([], [])).toEqual([]);
});
