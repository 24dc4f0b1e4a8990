/** 1/2, 1/4, 3/4, 1/8, 5/8, ...: fills the unit interval evenly however many terms are taken. */
export function vanDerCorput(index: number): number {
  let value = 0;
  let part = 0.5;
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2)) {
    value += part * (rest % 2);
    part /= 2;
  }
  return value;
}
