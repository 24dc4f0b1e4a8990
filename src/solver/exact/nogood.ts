/** What a nogood that is read from the problem is derived from. */
export const NOTHING: readonly Nogood[] = [];

/** Why a set of bounds is impossible, read from the problem itself. */
export type Fact =
  /** In the periods from..until-1 the work on the resource that these bounds force exceeds the capacity. */
  | { readonly kind: 'capacity'; readonly resource: number; readonly from: number; readonly until: number }
  /** By the end of the bucket these bounds force more spending than money has come in. */
  | { readonly kind: 'money'; readonly budget: number; readonly bucket: number }
  /** The two ends of the arc (number in the compiled problem) cannot be apart as it demands. */
  | { readonly kind: 'arc'; readonly arc: number }
  /** No mode of an activity leaves a start before its deadline. */
  | { readonly kind: 'window'; readonly activity: number };

/**
 * Bounds that no plan satisfies all together: a fact of the problem, or derived from other nogoods.
 *
 * A literal is a bound on a variable, written as two integers: side `x` and value `v`, meaning "bound of side x is at least v".
 * Side 2k is the lower end of variable k, side 2k + 1 its upper end with the sign turned: `k <= 5` is (2k + 1, -5).
 * So the opposite of (x, v) is (x ^ 1, 1 - v), and a variable has no value left when the bounds of its two sides add up to more than 0.
 * Signs are turned by `0 - v`, never by `-v`: minus zero is no small integer, and makes every array slow that it gets into.
 */
export interface Nogood {
  /** Literals, side and value in turn. */
  readonly literals: number[];
  readonly fact: Fact | null;
  /** For a derived one: nogoods that, used one after the other, leave no value. */
  readonly from: readonly Nogood[];
}
