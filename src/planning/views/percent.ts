/** Whole percent of what there is; 999 where something is planned and nothing is there. */
export function percentOf(planned: number, available: number): number {
  if (available > 0) return Math.round((100 * planned) / available);
  return planned > 0 ? 999 : 0;
}
