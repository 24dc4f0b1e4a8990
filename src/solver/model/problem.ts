/**
 * The scheduling problem as the engine sees it: integers only, no word of any trade.
 *
 * Time is counted in periods. An activity that starts at `s` with duration `d` works in the periods
 * `s, s+1, ..., s+d-1` and has the finish `s + d` (exclusive), so that "B after A" is `start(B) >= finish(A)`.
 * Everything lies in `0..horizon`; work occupies the periods `0..horizon-1`.
 */

/** A renewable resource: what is not used in a period is lost. */
export interface Resource {
  /** Units available in each period; length = horizon. */
  readonly capacity: Int32Array;
}

/**
 * A budget that fills up once per bucket. A bucket is a run of periods (a fiscal year).
 * In bucket b there is `available(b) = inflow(b) + floor(unspent(b-1) * carryOverPermille / 1000)`, and spending in b must not exceed it.
 * One bucket over the whole horizon is a non-renewable resource in the sense of PSPLIB.
 */
export interface Budget {
  /** Exclusive end period of each bucket, strictly rising, the last one = horizon. */
  readonly bucketEnds: readonly number[];
  /** Money that becomes available in each bucket, net of what is committed elsewhere (so it may be negative). */
  readonly inflow: readonly number[];
  /** Share of unspent money that survives into the next bucket, 0..1000; 1000 = everything. */
  readonly carryOverPermille: number;
  /**
   * What a cost takes. `payments`: in each bucket what falls due there. `commitments`: in the bucket in which it is bound, all that falls
   * due in later buckets; nothing else. `inflow` then says how much of later money may be bound in each bucket.
   */
  readonly counts: 'payments' | 'commitments';
}

/**
 * A stock that activities fill and draw from at single moments; what happens at the same moment is netted. Its level must stay within
 * 0..maximum at every moment 0..horizon ("cumulative resource", Neumann and Schwindt 2002; "consumption and production", Koné et al. 2013).
 */
export interface Reservoir {
  /** Level before anything happens. */
  readonly initial: number;
  /** Highest level, or null without one. */
  readonly maximum: number | null;
}

/** A level change at the start or the finish of an activity: positive fills the reservoir, negative draws from it. */
export interface Change {
  readonly reservoir: number;
  readonly at: 'start' | 'finish';
  readonly amount: number;
}

/** Units of one resource used while an activity runs: the same in each period, or one figure per elapsed period. */
export type Demand =
  | { readonly resource: number; readonly amount: number }
  | { readonly resource: number; readonly profile: readonly number[] };

/** When the amount of a cost falls due within the activity. `even` splits it over the periods, exact to the unit. */
export type Spread = 'even' | 'start' | 'end';

/**
 * Money taken from one budget by one activity. A duration of 0 pays everything at its start. It is bound at the start of the activity, or in
 * the elapsed period `boundAt`, which only matters to a budget of commitments.
 */
export type Cost =
  | { readonly budget: number; readonly amount: number; readonly spread: Spread }
  | { readonly budget: number; readonly profile: readonly number[]; readonly boundAt?: number };

/** One way to carry out an activity. */
export interface Mode {
  readonly duration: number;
  readonly demands: readonly Demand[];
  readonly costs: readonly Cost[];
  readonly changes: readonly Change[];
}

export interface Activity {
  readonly modes: readonly Mode[];
  /** Earliest start. */
  readonly release: number;
  /** Latest finish (exclusive), hard. Soft due dates are terms of a level. */
  readonly deadline: number;
  /** A fixed start and mode: history, or a decision that is not open. */
  readonly frozen: { readonly start: number; readonly mode: number } | null;
  /** Activities with the same number use the same mode index; null = free. */
  readonly modeGroup: number | null;
  /** Activities that belong together (one undertaking); the search removes and re-inserts them together, and drops them only together. */
  readonly group: number;
}

/** Groups of which at most one is carried out, or exactly one. */
export interface Alternative {
  readonly groups: readonly number[];
  readonly exactlyOne: boolean;
}

/** If `group` is carried out, `needs` must be too. */
export interface Requirement {
  readonly group: number;
  readonly needs: number;
}

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/**
 * A time relation: with x = start or finish of `from`, y = start or finish of `to` (as the two letters say),
 * `x + lag <= y`, and if `maxLag` is set also `y <= x + maxLag`. Lags may be negative; lag = maxLag is a rigid offset.
 */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
  readonly lag: number;
  readonly maxLag: number | null;
}

/**
 * One level of the objective. Levels are compared in order, as a vector, never as one weighted sum.
 * `tolerance` t: values of this level are compared in steps of t + 1, so that smaller differences do not outrank the next level.
 */
export type Level = { readonly tolerance: number } & (
  | { readonly kind: 'lateness'; readonly terms: readonly LatenessTerm[] }
  | { readonly kind: 'weightedFinish'; readonly terms: readonly FinishTerm[] }
  | { readonly kind: 'makespan' }
  | { readonly kind: 'movement'; readonly terms: readonly MovementTerm[] }
  | { readonly kind: 'dropped'; readonly terms: readonly DroppedTerm[] }
);

/** weight * max(0, finish - due) */
export interface LatenessTerm {
  readonly activity: number;
  readonly due: number;
  readonly weight: number;
}

/** weight * finish */
export interface FinishTerm {
  readonly activity: number;
  readonly weight: number;
}

/** weight * |start - reference start| */
export interface MovementTerm {
  readonly activity: number;
  readonly start: number;
  readonly weight: number;
}

/** weight if the activity is not carried out. In all other levels and limits a dropped activity counts nothing. */
export interface DroppedTerm {
  readonly activity: number;
  readonly weight: number;
}

declare const checked: unique symbol;

/** A problem that passed `makeProblem`; nothing else can build one, so the engine trusts it. */
export interface Problem {
  readonly [checked]: true;
  readonly horizon: number;
  readonly resources: readonly Resource[];
  readonly budgets: readonly Budget[];
  readonly reservoirs: readonly Reservoir[];
  readonly activities: readonly Activity[];
  readonly links: readonly Link[];
  /** Groups that may be dropped as a whole; links from and to dropped activities do not bind. */
  readonly optional: readonly number[];
  readonly alternatives: readonly Alternative[];
  readonly requirements: readonly Requirement[];
  readonly levels: readonly Level[];
}

/** What the caller writes: the same data with everything optional that has a natural default. */
export interface ProblemInput {
  readonly horizon: number;
  readonly resources?: readonly { readonly capacity: ArrayLike<number> }[];
  readonly budgets?: readonly {
    readonly bucketEnds: ArrayLike<number>;
    readonly inflow: ArrayLike<number>;
    /** Default 1000. */
    readonly carryOverPermille?: number;
    /** Default `payments`. */
    readonly counts?: Budget['counts'];
  }[];
  readonly reservoirs?: readonly ReservoirInput[];
  readonly activities: readonly ActivityInput[];
  readonly links?: readonly LinkInput[];
  /** Default: none. Only groups that an activity names count. */
  readonly optional?: readonly number[];
  readonly alternatives?: readonly Alternative[];
  readonly requirements?: readonly Requirement[];
  readonly levels: readonly LevelInput[];
}

export interface ReservoirInput {
  /** Default 0. */
  readonly initial?: number;
  /** Default: none. */
  readonly maximum?: number;
}

export interface ModeInput {
  readonly duration: number;
  readonly demands?: readonly Demand[];
  readonly costs?: readonly Cost[];
  readonly changes?: readonly Change[];
}

export interface ActivityInput {
  readonly modes: readonly ModeInput[];
  /** Default 0. */
  readonly release?: number;
  /** Default: the horizon. */
  readonly deadline?: number;
  readonly frozen?: { readonly start: number; readonly mode: number };
  readonly modeGroup?: number;
  /** Default: a group of its own. */
  readonly group?: number;
}

export interface LinkInput {
  readonly from: number;
  readonly to: number;
  /** Default FS. */
  readonly type?: LinkType;
  /** Default 0. */
  readonly lag?: number;
  readonly maxLag?: number;
}

export type LevelInput = { readonly tolerance?: number } & (
  | { readonly kind: 'lateness'; readonly terms: readonly LatenessTerm[] }
  | { readonly kind: 'weightedFinish'; readonly terms: readonly FinishTerm[] }
  | { readonly kind: 'makespan' }
  | { readonly kind: 'movement'; readonly terms: readonly MovementTerm[] }
  | { readonly kind: 'dropped'; readonly terms: readonly DroppedTerm[] }
);

/** Start and mode of every activity, by index. A start of -1 says that the activity is dropped; its mode then means nothing. */
export interface Plan {
  readonly start: Int32Array;
  readonly mode: Int32Array;
}
