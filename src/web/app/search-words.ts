/** How single words are read from an address; what is not understood is dropped. */

export type Raw = Record<string, unknown>;

/** A piece of text, or nothing. */
export function text(raw: Raw, key: string): string | undefined {
  const value = raw[key];
  const string = typeof value === 'number' ? String(value) : value;
  return typeof string === 'string' && string !== '' ? string : undefined;
}

/** One of a few words, or nothing. */
export function word<Word extends string>(raw: Raw, key: string, words: readonly Word[]): Word | undefined {
  const value = raw[key];
  return words.find((one) => one === value);
}

/** Leaves entries out that hold nothing, so that they do not stand in the address. */
export function filled<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
