/** The least `cost · x` with `lower ≤ row · x ≤ upper` for every row and `0 ≤ x ≤ top`; rows are written one after the other (CSR). */
export interface LinearProgramme {
  readonly cost: Float64Array;
  readonly top: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Where each row begins in `columns` and `values`; one more entry than there are rows. */
  readonly begin: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A factor of a row and the column that it belongs to. */
export type Entry = readonly [column: number, value: number];

/** Rows as they are collected. */
export class Rows {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #begin: number[] = [0];
  readonly #columns: number[] = [];
  readonly #values: number[] = [];

  /** Adds a row, divided by its largest factor: solvers prefer figures near 1. */
  add(lower: number, upper: number, entries: readonly Entry[]): void {
    const unit = entries.reduce((most, [, value]) => Math.max(most, Math.abs(value)), 0);
    if (unit === 0) return;
    for (const [column, value] of entries) {
      if (value === 0) continue;
      this.#columns.push(column);
      this.#values.push(value / unit);
    }
    this.#begin.push(this.#columns.length);
    this.#lower.push(lower / unit);
    this.#upper.push(upper / unit);
  }

  programme(cost: readonly number[], top: readonly number[]): LinearProgramme {
    return {
      cost: Float64Array.from(cost),
      top: Float64Array.from(top),
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      begin: Int32Array.from(this.#begin),
      columns: Int32Array.from(this.#columns),
      values: Float64Array.from(this.#values),
    };
  }
}

/** What a point costs. */
export const costAt = ({ cost }: LinearProgramme, point: Float64Array): number =>
  cost.reduce((sum, factor, column) => sum + factor * (point[column] ?? 0), 0);

/** Rows and columns that a point breaks by more than what figures of this size lose to rounding. */
export function brokenAt(programme: LinearProgramme, point: Float64Array): string[] {
  const { top, lower, upper, begin, columns, values } = programme;
  const found: string[] = [];
  const check = (name: string, value: number, low: number, high: number): void => {
    if (value < low - 1e-6 || value > high + 1e-6) found.push(`${name}: ${value} is not in ${low}..${high}`);
  };
  point.forEach((value, column) => {
    check(`column ${column}`, value, 0, top[column] ?? 0);
  });
  lower.forEach((low, row) => {
    let sum = 0;
    for (let k = begin[row] ?? 0; k < (begin[row + 1] ?? 0); k++)
      sum += (values[k] ?? 0) * (point[columns[k] ?? 0] ?? 0);
    check(`row ${row}`, sum, low, upper[row] ?? 0);
  });
  return found;
}

/**
 * A lower bound that holds whatever the prices of the rows are, so that no solver's tolerance and no search that was cut short can make it
 * too high (Neumaier and Shcherbina 2004): each row at its price, then for each group of columns, of which every plan has exactly one in
 * sum, the cheapest one, and every other column at the end of its range that costs less.
 */
export function boundAtPrices(
  programme: LinearProgramme,
  choices: readonly (readonly number[])[],
  prices: Float64Array,
): number {
  const { cost, top, lower, upper, begin, columns, values } = programme;
  const left = cost.slice();
  let bound = 0;
  prices.forEach((asked, row) => {
    const limit = (asked > 0 ? lower[row] : upper[row]) ?? 0;
    // A price on the side on which a row has no limit proves nothing.
    if (asked === 0 || !Number.isFinite(limit)) return;
    bound += asked * limit;
    for (let k = begin[row] ?? 0; k < (begin[row + 1] ?? 0); k++) {
      const column = columns[k] ?? 0;
      left[column] = (left[column] ?? 0) - asked * (values[k] ?? 0);
    }
  });
  const chosen = new Set<number>();
  for (const group of choices) {
    bound += group.reduce((least, column) => Math.min(least, left[column] ?? 0), Number.POSITIVE_INFINITY);
    for (const column of group) chosen.add(column);
  }
  left.forEach((rest, column) => {
    if (!chosen.has(column)) bound += Math.min(0, rest) * (top[column] ?? 0);
  });
  return bound;
}
