import { bitsApart, letterBits, trigramsOf, withinDistance } from './letters.ts';

/** How much is found in another way counts, beside 1 for the same stem. */
const BEGUN = 0.9;
const PART = 0.7;
const ERROR = 0.6;
/** Shorter parts stand in too many words by chance. */
const SHORTEST_PART = 5;
/** Share of common trigrams from which words are similar. */
const SIMILAR = 0.45;
const LONGEST_WITH_ERRORS = 60;

/**
 * The stems that the records of a city use, and which of them may be meant by a word: the same stem; one that begins
 * as typed so far; a stem that is part of the other (`Geodaten` in `Geodatenportal`), because German joins words; one
 * typing error in a short word and two in a longer one; or a similar word (trigrams). Each of these is looked up, so
 * that hardly any of the thousands of stems is compared letter by letter.
 */
export class Spellings {
  readonly #stems: readonly string[];
  /** All stems in one text, and where each begins: the engine's search in a text beats every loop over words. */
  readonly #text: string;
  readonly #starts: Int32Array;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #bits: Int32Array;
  readonly #ofLength: ReadonlyMap<number, readonly number[]>;
  readonly #ofTrigram: ReadonlyMap<string, readonly number[]>;
  readonly #trigrams: Int32Array;

  /** @param stems each once; none holds white space */
  constructor(stems: readonly string[]) {
    this.#stems = stems;
    this.#text = `\n${stems.join('\n')}\n`;
    this.#starts = new Int32Array(stems.length);
    this.#numbers = new Map(stems.map((stem, number) => [stem, number]));
    this.#bits = Int32Array.from(stems, letterBits);
    this.#trigrams = new Int32Array(stems.length);
    const ofTrigram = new Map<string, number[]>();
    let start = 1;
    for (const [number, stem] of stems.entries()) {
      this.#starts[number] = start;
      start += stem.length + 1;
      const trigrams = trigramsOf(stem);
      this.#trigrams[number] = trigrams.size;
      for (const trigram of trigrams) {
        const known = ofTrigram.get(trigram);
        if (known) known.push(number);
        else ofTrigram.set(trigram, [number]);
      }
    }
    this.#ofTrigram = ofTrigram;
    this.#ofLength = Map.groupBy(stems.keys(), (number) => stems[number]?.length ?? 0);
  }

  /**
   * Numbers of the stems that may be meant, each with how close it is: 1 for the same one, else less.
   *
   * @param word as it was typed, folded as stems are
   * @param stem of the word
   */
  closeTo(word: string, stem: string): Map<number, number> {
    const close = new Map<number, number>();
    const add = (number: number, closeness: number): void => {
      if ((close.get(number) ?? 0) < closeness) close.set(number, closeness);
    };
    for (const number of this.#holding(`\n${word}`)) add(number, BEGUN);
    for (const number of this.#partly(stem)) add(number, PART);
    for (const number of this.#withErrors(word, stem)) add(number, ERROR);
    for (const [number, share] of this.#similar(stem)) add(number, ERROR * share);
    const same = this.#numbers.get(stem);
    if (same !== undefined) add(same, 1);
    return close;
  }

  /** Stems with these letters in a row; a line break stands before and behind each. */
  *#holding(letters: string): Iterable<number> {
    let at = this.#text.indexOf(letters);
    while (at >= 0) {
      const number = this.#at(letters.startsWith('\n') ? at + 1 : at);
      yield number;
      at = this.#text.indexOf(letters, (this.#starts[number] ?? 0) + (this.#stems[number]?.length ?? 0));
    }
  }

  /** The stem that stands at a place of the text. */
  #at(place: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Stems that hold this one, and those that it holds. */
  *#partly(stem: string): Iterable<number> {
    if (stem.length < SHORTEST_PART) return;
    yield* this.#holding(stem);
    for (let from = 0; from + SHORTEST_PART <= stem.length; from++)
      for (let to = from + SHORTEST_PART; to <= stem.length; to++) {
        const number = this.#numbers.get(stem.slice(from, to));
        if (number !== undefined) yield number;
      }
  }

  *#withErrors(word: string, stem: string): Iterable<number> {
    if (word.length < 4 || word.length > LONGEST_WITH_ERRORS) return;
    const most = word.length < 7 ? 1 : 2;
    for (const asked of new Set([word, stem])) {
      const bits = letterBits(asked);
      for (let length = asked.length - most; length <= asked.length + most; length++)
        for (const number of this.#ofLength.get(length) ?? [])
          if (bitsApart(bits, this.#bits[number] ?? 0) <= 2 * most)
            if (withinDistance(asked, this.#stems[number] ?? '', most)) yield number;
    }
  }

  *#similar(stem: string): Iterable<[number: number, share: number]> {
    const asked = trigramsOf(stem);
    const common = new Map<number, number>();
    for (const trigram of asked)
      for (const number of this.#ofTrigram.get(trigram) ?? []) common.set(number, (common.get(number) ?? 0) + 1);
    for (const [number, count] of common) {
      const share = count / (asked.size + (this.#trigrams[number] ?? 0) - count);
      if (share >= SIMILAR) yield [number, share];
    }
  }
}
