import type { Suggestion } from './assessment.ts';

/** What the first place of a list is worth against the others: place p counts 1 / (FLATNESS + p), counted from 0. */
const FLATNESS = 3;

/**
 * What two ways of searching suggest for the same text, as one list as long as the longer of them. Scores of different ways cannot be
 * compared, places can: reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009), with a smaller constant, as the lists are short.
 * The score is that of the fusion.
 */
export function mergedSuggestions(one: readonly Suggestion[], other: readonly Suggestion[]): Suggestion[] {
  const merged = new Map<string, Suggestion>();
  for (const list of [one, other]) {
    for (const [place, found] of list.entries()) {
      const key = `${found.relation.kind} ${found.relation.id}`;
      const known = merged.get(key);
      merged.set(key, {
        ...(known ?? found),
        score: (known?.score ?? 0) + 1 / (FLATNESS + place),
        matchedWords: [...new Set([...(known?.matchedWords ?? []), ...found.matchedWords])],
      });
    }
  }
  return [...merged.values()]
    .toSorted((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1))
    .slice(0, Math.max(one.length, other.length))
    .map((found) => ({ ...found, score: Math.round(found.score * 1000) / 1000 }));
}
