import { folded, stemFromStart, tellingWords } from '../../council/index.ts';
import type { SearchedRecord } from './searched.ts';
import { Spellings } from './spellings.ts';

/** A record that was found. */
export type SearchHit = Pick<SearchedRecord, 'kind' | 'id' | 'title'>;

/** A word among the other words of a record tells half as much as one in its title. */
const BESIDE_TITLE = 0.5;

/** Where a stem stands: the number of a record, and what the place counts. */
type Place = readonly [record: number, weight: number];

/**
 * Everything in one state of a city that has a name, ready to be searched. Rare words tell more than frequent ones:
 * ln(1 + N / n), the inverse document frequency of Spärck Jones (1972).
 */
export class SearchIndex {
  readonly #records: readonly SearchedRecord[];
  readonly #spellings: Spellings;
  /** Where each stem stands, in the order of the spellings. */
  readonly #places: readonly (readonly Place[])[];
  /** Records by id and by title, in small letters. */
  readonly #called: ReadonlyMap<string, readonly number[]>;

  constructor(records: readonly SearchedRecord[]) {
    this.#records = records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const places = new Map<string, Place[]>();
    const called = new Map<string, number[]>();
    const add = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
      const list = lists.get(key);
      if (list) list.push(value);
      else lists.set(key, [value]);
    };
    const stemsOf = stemmer();
    for (const [number, { id, title, text }] of this.#records.entries()) {
      const inTitle = stemsOf(title);
      for (const stem of inTitle) add(places, stem, [number, 1]);
      for (const stem of stemsOf(text)) if (!inTitle.has(stem)) add(places, stem, [number, BESIDE_TITLE]);
      for (const name of new Set([id.toLowerCase(), title.toLowerCase()])) add(called, name, number);
    }
    this.#spellings = new Spellings([...places.keys()]);
    this.#places = [...places.values()];
    this.#called = called;
  }

  /**
   * Records that the words lead to, best first; before all else those whose id or whole title was typed.
   *
   * @param text as it was typed
   */
  search(text: string, limit: number): SearchHit[] {
    const scores = new Map<number, number>();
    const words = new Map(tellingWords(text).map((word) => [stemFromStart(word), folded(word)]));
    for (const [stem, word] of words) {
      const found = this.#found(word, stem);
      const telling = Math.log(1 + this.#records.length / Math.max(found.size, 1));
      for (const [record, closeness] of found) scores.set(record, (scores.get(record) ?? 0) + closeness * telling);
    }
    const named = this.#called.get(text.trim().toLowerCase()) ?? [];
    // Their numbers are in the order of kind and id, which settles what is equally good.
    const rest = [...scores.keys()]
      .filter((record) => !named.includes(record))
      .sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
    return [...named, ...rest].slice(0, limit).flatMap((number) => {
      const record = this.#records[number];
      return record ? [{ kind: record.kind, id: record.id, title: record.title }] : [];
    });
  }

  /** The records that hold a word, or one like it, each with how close the closest is. */
  #found(word: string, stem: string): Map<number, number> {
    const found = new Map<number, number>();
    for (const [number, closeness] of this.#spellings.closeTo(word, stem))
      for (const [record, weight] of this.#places[number] ?? [])
        if ((found.get(record) ?? 0) < closeness * weight) found.set(record, closeness * weight);
    return found;
  }
}

const keyOf = ({ kind, id }: SearchHit): string => `${kind} ${id}`;

/** Finds the stems of a text; words come again and again, and each is stemmed once. */
function stemmer(): (text: string) => Set<string> {
  const stems = new Map<string, string>();
  return (text) =>
    new Set(
      tellingWords(text).map((word) => {
        const known = stems.get(word) ?? stemFromStart(word);
        stems.set(word, known);
        return known;
      }),
    );
}
