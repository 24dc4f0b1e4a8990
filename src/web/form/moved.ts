/** A list with one of its items a place further up (-1) or down (1); at the end of the list it stays as it is. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const [here, there] = [list[from], list[from + by]];
  return here === undefined || there === undefined ? [...list] : list.with(from, there).with(from + by, here);
}
