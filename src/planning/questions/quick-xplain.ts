/**
 * A smallest set of facts that still contradict each other: none of them can be left out (QUICKXPLAIN, Junker, AAAI 2004). Facts at the front
 * are kept rather than those behind them.
 * @param contradicts whether facts certainly cannot hold together; it need not notice every contradiction
 * @returns null if not even all of them are known to contradict each other
 */
export function quickXplain<T>(facts: readonly T[], contradicts: (facts: readonly T[]) => boolean): T[] | null {
  if (!contradicts(facts)) return null;
  const shrink = (background: readonly T[], added: boolean, open: readonly T[]): T[] => {
    if (added && contradicts(background)) return [];
    if (open.length <= 1) return [...open];
    const half = open.length >> 1;
    const [front, back] = [open.slice(0, half), open.slice(half)];
    const ofBack = shrink([...background, ...front], front.length > 0, back);
    const ofFront = shrink([...background, ...ofBack], ofBack.length > 0, front);
    return [...ofFront, ...ofBack];
  };
  return contradicts([]) ? [] : shrink([], false, facts);
}
