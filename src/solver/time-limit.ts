import type { SolveOptions } from './model/result.ts';
import type { Interruption } from './searcher.ts';

/** Share of a time limit that the search for prices has: with 300 projects they stand still after 5 seconds. */
const SHARE_OF_PRICES = 0.2;
/** To be ready for prices, to take the first step and to check them takes about so many times what preparing the search took. */
const PREPARATIONS = 10;
/** The independent check of prices takes about as long as so many steps of the search for them; half of it when the process has made one before. */
const CHECK_STEPS = 20;

/**
 * Who has how much of a run's time: first the search for plans, then, if asked for, the search for prices and their check. Without a limit in
 * milliseconds nobody is ever late.
 */
export class TimeLimit implements Interruption {
  private readonly options: SolveOptions;
  private readonly milliseconds: number;
  private readonly began: number;
  private searchBegan = 0;
  private searchEnds: number;
  private asked = Number.NEGATIVE_INFINITY;
  private latestStep = Infinity;
  private reserve = 0;

  /** Time counts from here on. */
  constructor(options: SolveOptions) {
    this.options = options;
    this.milliseconds = options.limit.milliseconds ?? Infinity;
    this.searchEnds = this.milliseconds;
    this.began = options.now?.() ?? 0;
  }

  /** Milliseconds since the run began. */
  private get elapsed(): number {
    return (this.options.now?.() ?? this.began) - this.began;
  }

  /** To be called when everything is ready for the search: how long that took says whether there will be time for prices. */
  prepared(): void {
    this.searchBegan = this.elapsed;
    const forPrices = SHARE_OF_PRICES * this.milliseconds;
    if (this.pricesWanted && this.leastForPrices <= forPrices) this.searchEnds = this.milliseconds - forPrices;
  }

  private get pricesWanted(): boolean {
    return (this.options.priceSteps ?? 0) > 0;
  }

  private get leastForPrices(): number {
    return PREPARATIONS * this.searchBegan;
  }

  /** Whether prices are wanted, and there is time left to find and check some. */
  get hasPrices(): boolean {
    return this.pricesWanted && this.elapsed + this.leastForPrices <= this.milliseconds;
  }

  readonly cancelled = (): boolean => this.options.cancelled?.() === true;

  /** Whether the search for plans has had its time. */
  readonly late = (): boolean => this.elapsed >= this.searchEnds;

  /** Whether everything has to end, whatever it is worth. */
  readonly over = (): boolean => this.cancelled() || this.elapsed >= this.milliseconds;

  /** How many steps the search will have, judged by the time that those so far have taken. */
  readonly expectedSteps = (done: number): number => {
    const taken = this.elapsed - this.searchBegan;
    const left = this.searchEnds - this.searchBegan;
    return Math.min(taken > 0 ? (done * left) / taken : Infinity, this.options.limit.iterations ?? Infinity);
  };

  /** Whether the search for prices has to end, so that there is time left to check them. To be asked once a step. */
  readonly pricesEnd = (): boolean => {
    if (this.cancelled()) return true;
    if (this.milliseconds === Infinity) return false;
    const time = this.elapsed;
    // Between the last step of a level and the first one of the next lies more than a step, so the shorter one of the last two counts.
    const before = this.latestStep;
    this.latestStep = time - this.asked;
    this.asked = time;
    if (before < Infinity) this.reserve = CHECK_STEPS * Math.min(before, this.latestStep);
    return time + this.reserve >= this.milliseconds;
  };
}
