/** Index of the first number below 0, or -1. */
export function firstNegative(numbers: Int32Array): number {
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! < 0) return i;
  return -1;
}
