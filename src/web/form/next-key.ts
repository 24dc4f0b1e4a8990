/** Rows of a draft from an earlier page keep their keys: those of this page begin behind them. */
let keys = Date.now();

/** Key for a row of a form, stable while the row is there. */
export const nextKey = (): number => ++keys;
