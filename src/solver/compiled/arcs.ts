/**
 * Links as arcs between starts: start(to) >= start(from) + lag + (fromFinish ? duration(from) : 0) - (toFinish ? duration(to) : 0).
 * A maximal lag is an arc backwards with the negated lag, as usual for project networks with time windows (Bartusch, Möhring, Radermacher 1988).
 */
export interface Arcs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lag: Int32Array;
  /** 1 = the arc starts at the finish of `from`. */
  readonly fromFinish: Uint8Array;
  /** 1 = the arc ends at the finish of `to`. */
  readonly toFinish: Uint8Array;
  /** Arc numbers leaving an activity: outArc[outFirst[a] .. outFirst[a + 1]]. */
  readonly outFirst: Int32Array;
  readonly outArc: Int32Array;
  readonly inFirst: Int32Array;
  readonly inArc: Int32Array;
}

/**
 * Strongly connected components of the arcs: activities that bound each other in both directions and are therefore placed together
 * ("cycle structures", Franck, Neumann, Schwindt 2001). Without maximal lags every block is one activity. Numbered in topological order.
 */
export interface Blocks {
  readonly count: number;
  readonly of: Int32Array;
  readonly first: Int32Array;
  readonly member: Int32Array;
}
