/** A field that two people have changed at the same time, with its three values. */
export interface Clash {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

type Fields = Record<string, unknown>;

/** Equal as records: the order of keys says nothing, and an empty list is as good as none. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Fields in which two versions of a record differ. */
export function changedFields(before: object, after: object): string[] {
  const [a, b] = [before as Fields, after as Fields];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => !same(a[field], b[field]));
}

/**
 * Somebody else saved first: fields that only one of both has changed are taken from that one; fields that both have
 * changed differently are named, with mine in the merged record until a person decides.
 */
export function merge(base: object, mine: object, theirs: object): { merged: Fields; clashes: Clash[] } {
  const own = new Set(changedFields(base, mine));
  const clashes = [...own]
    .filter((field) => !same((theirs as Fields)[field], (base as Fields)[field]))
    .filter((field) => !same((theirs as Fields)[field], (mine as Fields)[field]))
    .map((field) => ({
      field,
      base: (base as Fields)[field],
      mine: (mine as Fields)[field],
      theirs: (theirs as Fields)[field],
    }));
  const merged: Fields = { ...theirs };
  for (const field of own) {
    if ((mine as Fields)[field] === undefined) delete merged[field];
    else merged[field] = (mine as Fields)[field];
  }
  return { merged, clashes };
}
