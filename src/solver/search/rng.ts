/**
 * Small seeded generator (sfc32, Chris Doty-Humphrey's PractRand collection): 128 bit of state, passes the usual batteries,
 * and unlike `Math.random` it gives the same numbers on every machine.
 */
export class Rng {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: number) {
    this.#a = 0x9e3779b9 | 0;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 0x100000000) | 0;
    this.#counter = 1;
    for (let i = 0; i < 15; i++) this.bits();
  }

  /** 32 random bits as a signed integer. */
  bits(): number {
    const result = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + result) | 0;
    return result;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return (this.bits() >>> 0) / 0x100000000;
  }

  /** Uniform integer in 0..bound-1. */
  below(bound: number): number {
    return Math.floor(this.unit() * bound);
  }
}
