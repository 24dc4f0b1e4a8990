import { ProblemError, type ProblemErrorCode } from './errors.ts';

/** Largest amount of a resource in one period: loads are summed in 32-bit integers. */
export const MAX_AMOUNT = 2 ** 30;
/** Largest sum of money and largest weight: sums over a whole problem stay exact in a double. */
export const MAX_MONEY = 2 ** 40;

/** Refuses what is not an integer within low..high. */
export function checkInteger(value: unknown, low: number, high: number, code: ProblemErrorCode, path: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < low || value > high) {
    throw new ProblemError(code, path, `expected an integer within ${low}..${high}, got ${String(value)}`);
  }
  return value + 0;
}

/** Refuses an array-like with an element that is not an integer within low..high; returns a plain copy. */
export function checkIntegers(
  values: ArrayLike<number>,
  low: number,
  high: number,
  code: ProblemErrorCode,
  path: string,
): number[] {
  checkRange(values, low, high, code, path);
  const copy = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) copy[i] = values[i]! + 0;
  return copy;
}

/** Refuses an array-like with an element that is not an integer within low..high. */
export function checkRange(
  values: ArrayLike<number>,
  low: number,
  high: number,
  code: ProblemErrorCode,
  path: string,
): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // The path of an element is only written down where it is needed: there are many.
    const fine = typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
    if (!fine) checkInteger(value, low, high, code, `${path}[${i}]`);
  }
}

/** Refuses an array-like of another length than asked. */
export function checkLength(values: ArrayLike<number>, length: number, code: ProblemErrorCode, path: string): void {
  if (values.length !== length) {
    throw new ProblemError(code, path, `expected ${length} figures, got ${values.length}`);
  }
}
