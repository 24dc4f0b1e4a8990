/** A file that is not what its name promises; the message names the file and what was expected. */
export class FormatError extends Error {
  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.name = 'FormatError';
  }
}

/** The whole numbers of a text, taken one after the other. Line breaks mean nothing in these formats: some files wrap long rows. */
export class Numbers {
  readonly #values: number[];
  readonly #file: string;
  #next = 0;

  /** @throws {FormatError} if the text holds anything but numbers from 0 on */
  constructor(text: string, file: string) {
    this.#file = file;
    this.#values = text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => {
        if (!/^\d+$/.test(word)) throw new FormatError(file, `expected a whole number from 0 on, got "${word}"`);
        return Number(word);
      });
  }

  /** @throws {FormatError} if nothing is left */
  take(what: string): number {
    const value = this.#values[this.#next++];
    if (value === undefined) throw new FormatError(this.#file, `ends where ${what} should stand`);
    return value;
  }

  takeList(length: number, what: string): number[] {
    return Array.from({ length }, () => this.take(what));
  }

  /** The number of an activity, written from 1 on, as an index from 0 on. */
  takeIndex(count: number, what: string): number {
    const value = this.take(what);
    if (value < 1 || value > count) throw new FormatError(this.#file, `${what} must lie in 1..${count}, got ${value}`);
    return value - 1;
  }

  /** @throws {FormatError} if something is left */
  end(what: string): void {
    const left = this.#values.length - this.#next;
    if (left > 0) throw new FormatError(this.#file, `${left} numbers more than ${what} has`);
  }
}
