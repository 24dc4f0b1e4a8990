import type { Need } from '../agenda/index.ts';
import { createVocabulary, partsOf, type Vocabulary, wordsOf } from './compounds.ts';
import { stem } from './stemmer.ts';

/** Two needs that may be the same wish. A suggestion only: a person decides. */
export interface SimilarNeeds {
  /** The one that weighs more, else the one whose key comes first: it would speak for both. */
  keep: string;
  other: string;
  /** Closeness of the two texts, 0 to 1. */
  score: number;
  /** Words that both use, as the second one writes them, the most telling first. */
  words: string[];
}

/** Closeness from which a pair is shown. */
const SHOWN_FROM = 0.28;
const MOST_PAIRS = 50;
const MOST_WORDS = 6;
/** A part of a compound says less than the whole word. */
const PART_WEIGHT = 0.7;
/** Words that half of all wishes of a digital agenda hold tell little about one of them. */
const COMMON_WEIGHT = 0.3;
const COMMON = new Set(
  `annehmen arbeiten digital einreichen elektronisch ermöglichen internet netz online stellen vergeben`
    .split(' ')
    .map(stem),
);
/** Share of common trigrams from which two words are one with a typing error, as in the search of the database. */
const SAME_WORD = 0.5;

/** A need as its terms: each with its weight, and the word that it comes from. */
type Terms = Map<string, { weight: number; word: string }>;

/**
 * Pairs of needs whose texts are alike, best first: cosine of their stemmed words (CISTEM) and parts of compounds,
 * each weighed by ln(1 + N / n) (inverse document frequency, Spärck Jones 1972), of the names alone or of all that is
 * written, whichever is closer. A word with a typing error counts as the one that it resembles. Left out are needs
 * that were merged and pairs that a person has found to be different. The order of the needs makes no difference.
 */
export function similarNeeds(needs: readonly Need[]): SimilarNeeds[] {
  const standing = needs
    .filter((one) => one.mergedInto === undefined)
    .sort((a, b) => b.weight - a.weight || compare(a.id, b.id));
  const names = termsOfAll(standing.map(({ name }) => name));
  const texts = termsOfAll(standing.map(({ name, description }) => `${name} ${description ?? ''}`));
  const pairs: SimilarNeeds[] = [];
  for (const [i, a] of standing.entries()) {
    for (const [j, b] of standing.entries()) {
      if (j <= i || a.distinctFrom.includes(b.id) || b.distinctFrom.includes(a.id)) continue;
      const found = [closeness(names[i], names[j]), closeness(texts[i], texts[j])];
      const { score, words } = found.reduce((best, one) => (one.score > best.score ? one : best));
      if (score >= SHOWN_FROM) pairs.push({ keep: a.id, other: b.id, score: Math.round(score * 100) / 100, words });
    }
  }
  return pairs
    .sort((x, y) => y.score - x.score || compare(x.keep, y.keep) || compare(x.other, y.other))
    .slice(0, MOST_PAIRS);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function closeness(a: Terms = new Map(), b: Terms = new Map()): { score: number; words: string[] } {
  const shared = [...a].flatMap(([term, { weight }]) => {
    const other = b.get(term);
    return other === undefined ? [] : [{ word: other.word, part: weight * other.weight }];
  });
  const words = shared.sort((x, y) => y.part - x.part || compare(x.word, y.word)).map(({ word }) => word);
  return {
    score: shared.reduce((sum, { part }) => sum + part, 0),
    words: [...new Set(words)].slice(0, MOST_WORDS),
  };
}

/** The terms of each text, weighed by how few texts use them, with length 1 altogether. */
function termsOfAll(texts: readonly string[]): Terms[] {
  const vocabulary = createVocabulary(texts);
  const all = withoutTypingErrors(texts.map((text) => termsOf(text, vocabulary)));
  const uses = countUses(all);
  return all.map((terms) => {
    const telling = [...terms].map(
      ([term, { weight, word }]) =>
        [term, { word, weight: weight * Math.log(1 + texts.length / (uses.get(term) ?? 1)) }] as const,
    );
    const length = Math.sqrt(telling.reduce((sum, [, { weight }]) => sum + weight * weight, 0)) || 1;
    return new Map(telling.map(([term, { weight, word }]) => [term, { word, weight: weight / length }]));
  });
}

function termsOf(text: string, vocabulary: Vocabulary): Terms {
  const terms: Terms = new Map();
  const add = (term: string, word: string, share: number): void => {
    const weight = share * (COMMON.has(term) ? COMMON_WEIGHT : 1);
    if (weight > (terms.get(term)?.weight ?? 0)) terms.set(term, { weight, word });
  };
  for (const word of wordsOf(text)) {
    add(stem(word), word, 1);
    for (const part of partsOf(word, vocabulary)) add(part, word, PART_WEIGHT);
  }
  return terms;
}

/** A term that one need alone uses becomes the more usual one that it resembles, if there is one. */
function withoutTypingErrors(all: readonly Terms[]): Terms[] {
  const uses = countUses(all);
  const byStart = Map.groupBy([...uses.keys()].sort(), (term) => term.slice(0, 3));
  const meant = (term: string): string => {
    if (uses.get(term) !== 1 || term.length < 6) return term;
    const better = (one: string): boolean => (uses.get(one) ?? 0) > 1 || one < term;
    const twins = byStart.get(term.slice(0, 3)) ?? [];
    return twins.find((one) => one !== term && better(one) && likeness(one, term) >= SAME_WORD) ?? term;
  };
  return all.map((terms) => new Map([...terms].map(([term, found]) => [meant(term), found])));
}

function countUses(all: readonly Terms[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const terms of all) for (const term of terms.keys()) uses.set(term, (uses.get(term) ?? 0) + 1);
  return uses;
}

/** Share of common trigrams of two words (Jaccard). */
function likeness(a: string, b: string): number {
  const [first, second] = [trigrams(a), trigrams(b)];
  const common = [...first].filter((one) => second.has(one)).length;
  return common / (first.size + second.size - common);
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
