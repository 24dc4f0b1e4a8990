/** Named steps of load, in percent: frei < 50, Reserve, belegt, voll, ausgeschöpft ≥ 99. */
export type HeatStep = 0 | 1 | 2 | 3 | 4;

export function heatStep(percent: number): HeatStep {
  if (percent >= 99) return 4;
  if (percent >= 90) return 3;
  if (percent >= 70) return 2;
  return percent >= 50 ? 1 : 0;
}
