import MiniSearch from 'minisearch';
import { folded, stemFromStart, tellingWords } from '../../council/index.ts';
import type { SearchedRecord } from './searched.ts';

/** A record that was found. */
export type SearchHit = Pick<SearchedRecord, 'kind' | 'id' | 'title'>;

/** Longer words are no words: their ends would fill the memory, their typing errors the time. */
const LONGEST_WORD = 60;

/** Shorter ends of words stand in too many words by chance. */
const SHORTEST_PART = 5;

/** A word in a title tells more than one beside it, and that more than the end of a word. */
const BOOST = { title: 2, text: 1, parts: 0.5 };

/** Everything in one state of a city that has a name, ready to be searched. */
export class SearchIndex {
  readonly #records: readonly SearchedRecord[];
  readonly #index: MiniSearch<SearchedRecord & { number: number }>;

  constructor(records: readonly SearchedRecord[]) {
    this.#records = records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    this.#index = new MiniSearch({
      idField: 'number',
      fields: ['title', 'text', 'parts'],
      extractField: (record, field) =>
        field === 'parts' ? `${record.title} ${record.text}` : String(record[field as keyof typeof record]),
      tokenize: (text) => tellingWords(text).filter((word) => word.length <= LONGEST_WORD),
      processTerm: (word, field) => (field === 'parts' ? endsOf(stemFromStart(word)) : stemFromStart(word)),
      // A word that is being typed is no stem yet: its letters are looked for as well.
      searchOptions: {
        processTerm: (word) => [...new Set([stemFromStart(word), folded(word)])],
        boost: BOOST,
        prefix: true,
        fuzzy: (term) => (term.length < 4 ? false : term.length < 7 ? 1 : 2),
      },
    });
    this.#index.addAll(this.#records.map((record, number) => ({ ...record, number })));
  }

  /**
   * Records that the words lead to, best first; before all else those whose id or whole title was typed.
   *
   * @param text as it was typed
   */
  search(text: string, limit: number): SearchHit[] {
    const typed = text.trim().toLowerCase();
    const called = this.#records.filter(({ id, title }) => [id, title].some((name) => name.toLowerCase() === typed));
    const found = this.#index.search(text).flatMap(({ id }) => this.#records[Number(id)] ?? []);
    return [...new Set([...called, ...found])].slice(0, limit).map(({ kind, id, title }) => ({ kind, id, title }));
  }
}

const keyOf = ({ kind, id }: SearchHit): string => `${kind} ${id}`;

/** The ends of a word from its second letter on: German joins words, and `Portal` shall find `Geodatenportal`. */
function endsOf(word: string): string[] {
  const ends: string[] = [];
  for (let from = 1; from + SHORTEST_PART <= word.length; from++) ends.push(word.slice(from));
  return ends;
}
