import MiniSearch from 'minisearch';
import type { Agenda } from '../agenda/index.ts';
import type { Suggestion } from './assessment.ts';
import { createVocabulary, partsOf, termsOf, wordsOf } from './compounds.ts';
import type { Paper, PaperPoint, Relation } from './paper.ts';
import { pointsOf, titleOf } from './records.ts';
import { stem } from './stemmer.ts';

/** A record that a point may touch, as searched. */
interface Candidate {
  key: string;
  relation: Relation;
  /** The words that name it count more than those that describe it. */
  name: string;
  text: string;
}

const MOST = 5;
/** Below this share of the best score a record is noise. */
const SHARE_OF_BEST = 0.2;
/** A part of a compound says less than the whole word. */
const PART_WEIGHT = 0.5;

/** Finds what a demand of a paper may touch. Only suggestions: a person decides. */
export type Suggest = (point: PaperPoint) => Suggestion[];

/**
 * Index over projects, needs, obligations, strategies, promises and other papers. German words are stemmed (CISTEM)
 * and compounds opened. The result is the same for the same records, in the same order.
 */
export function createSuggest(agenda: Agenda, paper: Paper, others: readonly Paper[]): Suggest {
  const candidates = candidatesOf(
    agenda,
    others.filter((other) => other.id !== paper.id),
  );
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const points = pointsOf(paper).map((point) => point.text);
  const vocabulary = createVocabulary([...candidates.flatMap(({ name, text }) => [name, text]), ...points]);
  const index = new MiniSearch<Candidate>({
    idField: 'key',
    fields: ['name', 'text'],
    tokenize: wordsOf,
    processTerm: (word) => termsOf(word, vocabulary),
    // A query is made of finished terms, see `queryTerms`.
    searchOptions: {
      boost: { name: 2 },
      combineWith: 'OR',
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    },
  });
  index.addAll(candidates);

  return (point) => {
    const query = queryTerms(point.text, (word) => partsOf(word, vocabulary));
    if (query.size === 0) return [];
    const found = index
      .search([...query.keys()].join(' '), { boostTerm: (term) => query.get(term)?.weight ?? 1 })
      .flatMap((hit): Suggestion[] => {
        const relation = byKey.get(String(hit.id))?.relation;
        if (!relation) return [];
        const matchedWords = matched(hit.queryTerms, query);
        // MiniSearch multiplies by the number of terms; parts of one compound shall count as one word.
        const score = (hit.score / hit.queryTerms.length) * matchedWords.length;
        return [
          { relation, title: titleOf(agenda, others, relation), score: Math.round(score * 100) / 100, matchedWords },
        ];
      })
      .sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1));
    const best = found[0]?.score ?? 0;
    return found.filter(({ score }) => score >= best * SHARE_OF_BEST).slice(0, MOST);
  };
}

interface QueryTerm {
  weight: number;
  /** Words of the point, as written, that lead to this term. */
  words: string[];
}

function queryTerms(text: string, parts: (word: string) => string[]): Map<string, QueryTerm> {
  const terms = new Map<string, QueryTerm>();
  const add = (term: string, weight: number, word: string): void => {
    const known = terms.get(term);
    if (!known) terms.set(term, { weight, words: [word] });
    else {
      known.weight = Math.max(known.weight, weight);
      if (!known.words.includes(word)) known.words.push(word);
    }
  };
  for (const word of wordsOf(text)) {
    add(stem(word), 1, word);
    const inside = parts(word);
    for (const part of inside) add(part, PART_WEIGHT / Math.sqrt(inside.length), word);
  }
  return terms;
}

function matched(hits: readonly string[], query: ReadonlyMap<string, QueryTerm>): string[] {
  return [...new Set(hits.flatMap((term) => query.get(term)?.words ?? []))];
}

function candidatesOf(agenda: Agenda, others: readonly Paper[]): Candidate[] {
  const make = (relation: Relation, name: string, ...text: readonly (string | undefined)[]): Candidate => ({
    key: `${relation.kind}:${relation.id}`,
    relation,
    name,
    text: text.filter((one) => one !== undefined).join(' '),
  });
  return [
    ...agenda.projects.map((one) =>
      make({ kind: 'project', id: one.id }, one.name, one.shortName, one.purpose, one.benefit),
    ),
    ...agenda.needs.map((one) => make({ kind: 'need', id: one.id }, one.name, one.description)),
    ...agenda.obligations.map((one) => make({ kind: 'obligation', id: one.id }, one.name, one.duty, one.law)),
    ...agenda.strategies.map((one) =>
      make({ kind: 'strategy', id: one.id }, one.name, one.description, ...one.goals.map((goal) => goal.name)),
    ),
    ...agenda.commitments.map((one) => make({ kind: 'commitment', id: one.id }, one.text)),
    ...others.map((one) =>
      make({ kind: 'paper', id: one.id }, one.name, ...pointsOf(one).map((point) => point.text), one.answer?.summary),
    ),
  ];
}
