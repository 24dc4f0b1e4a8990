/**
 * A proof that something costs at least so much in every plan. Every unit of capacity and money has a price; what a plan uses is paid for,
 * and what there is is given back. A plan never pays more than it gets back, so the cheapest choice of starts and modes, each tree of
 * linked activities on its own, less the worth of everything there is, is a lower bound for every plan (Lagrangian duality: Fisher 1981;
 * for project scheduling Möhring, Schulz, Stork, Uetz 2003). Any prices that are not negative prove some bound; good ones a good bound.
 */
export interface PriceCertificate {
  readonly aim: PriceAim;
  /** No plan is below this, in the unit of the aim. */
  readonly bound: number;
  /** All prices are given in this part of one unit of the aim. */
  readonly scale: number;
  /** Price of a unit of each resource in each period. */
  readonly capacity: readonly (readonly number[])[];
  /** Price of a unit of money of each budget in each bucket. */
  readonly money: readonly (readonly number[])[];
  /** Links that hold within a tree; there is no circle among them. */
  readonly links: readonly number[];
}

export type PriceAim =
  /** The value of this level in a plan whose levels above are at most `above`. */
  | { readonly kind: 'level'; readonly level: number; readonly above: readonly number[] }
  /**
   * Units that must be added to these resources (each period counts for itself) and budgets, in sum, before any plan exists at all: with
   * everything else as it is, or (`whatElse` anything) however much is added elsewhere. A bound above 0 proves that there is no plan now.
   */
  | {
      readonly kind: 'extra';
      readonly resources: readonly number[];
      readonly budgets: readonly number[];
      readonly whatElse: 'nothing' | 'anything';
    };
