/**
 * Lengths of rounds 1, 1, 2, 1, 1, 2, 4, ...: within a constant factor of the best restart strategy when nothing is known about how long
 * a lucky round takes (Luby, Sinclair, Zuckerman 1993).
 * @param round counted from 1
 */
export function luby(round: number): number {
  let power = 1;
  while (2 * power - 1 < round) power *= 2;
  return 2 * power - 1 === round ? power : luby(round - power + 1);
}
