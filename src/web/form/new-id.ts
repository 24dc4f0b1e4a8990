/** Id of a new record: two people who add one at the same time get different ones, and none is ever given again. */
export const newId = (kind: string): string => `${kind}-${crypto.randomUUID().slice(0, 8)}`;
