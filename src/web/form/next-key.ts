let keys = 0;

/** Key for a row of a form, stable while the row is there. */
export const nextKey = (): number => ++keys;
