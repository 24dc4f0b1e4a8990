/** A field that two people have changed at the same time, with its three values. */
export interface Clash {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

type Fields = Record<string, unknown>;

/** What keeps a row of a form in its place is no part of what stands in it. */
const isRowKey = (name: string, value: unknown): boolean => name === 'key' && typeof value === 'number';

/** Equal as records: the order of keys says nothing, an empty list is as good as none, a row's key says nothing. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  return JSON.stringify(value, (name, part: unknown) => {
    if (isRowKey(name, part)) return undefined;
    return typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}

/** Fields in which two versions of a record differ. */
export function changedFields(before: object, after: object): string[] {
  const [a, b] = [before as Fields, after as Fields];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => !isRowKey(field, a[field]) && !same(a[field], b[field]),
  );
}

/** By what the items of a list can be told apart, the surest first. */
const IDENTITIES = ['id', 'check', 'point', 'block', 'number', 'kind', 'name', 'body', 'reference'];

/** Items of a list by their identity, in their order; null if they have none or it is not theirs alone. */
function itemsBy(identity: string, list: unknown): Map<string, Fields> | null {
  if (list !== undefined && !Array.isArray(list)) return null;
  const items = (list ?? []) as (Fields | null)[];
  const found = new Map<string, Fields>();
  for (const item of items) {
    const own = typeof item === 'object' ? item?.[identity] : undefined;
    if (typeof own !== 'string' || own === '' || found.has(own)) return null;
    found.set(own, item as Fields);
  }
  return found;
}

const hasMoved = (before: Map<string, Fields>, after: Map<string, Fields>): boolean => {
  const stayed = (one: Map<string, Fields>, other: Map<string, Fields>) =>
    [...one.keys()].filter((id) => other.has(id));
  return !same(stayed(before, after), stayed(after, before));
};

/** One value out of three, or null where only a person can say which: both have changed it, and differently. */
function mergeValue(base: unknown, mine: unknown, theirs: unknown): { value: unknown } | null {
  if (same(mine, theirs) || same(theirs, base)) return { value: mine };
  if (same(mine, base)) return { value: theirs };
  return mergeLists(base, mine, theirs);
}

/** Lists whose items can be told apart are taken item by item, and an item field by field. */
function mergeLists(base: unknown, mine: unknown, theirs: unknown): { value: unknown } | null {
  for (const identity of IDENTITIES) {
    const [old, own, other] = [itemsBy(identity, base), itemsBy(identity, mine), itemsBy(identity, theirs)];
    if (old && own && other) return mergeItems(old, own, other);
  }
  return null;
}

function mergeItems(...[base, mine, theirs]: [Map<string, Fields>, Map<string, Fields>, Map<string, Fields>]) {
  const moved = hasMoved(base, mine);
  if (moved && hasMoved(base, theirs)) return null;
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const value: unknown[] = [];
  for (const id of new Set([...first.keys(), ...second.keys()])) {
    const item = mergeItem(base.get(id), mine.get(id), theirs.get(id));
    if (item === null) return null;
    if (item.value !== undefined) value.push(item.value);
  }
  return { value };
}

function mergeItem(base?: Fields, mine?: Fields, theirs?: Fields): { value: unknown } | null {
  const plain = mergeValue(base, mine, theirs);
  if (plain || !base || !mine || !theirs) return plain;
  const { merged, clashes } = merge(base, mine, theirs);
  return clashes.length > 0 ? null : { value: merged };
}

/**
 * Somebody else saved first: what only one of both has changed is taken from that one, in lists item by item; fields
 * that both have changed differently are named, with mine in the merged record until a person decides.
 */
export function merge(base: object, mine: object, theirs: object): { merged: Fields; clashes: Clash[] } {
  const [old, own, other] = [base as Fields, mine as Fields, theirs as Fields];
  const merged: Fields = { ...other };
  const clashes: Clash[] = [];
  for (const field of changedFields(base, mine)) {
    const found = mergeValue(old[field], own[field], other[field]);
    if (found === null) clashes.push({ field, base: old[field], mine: own[field], theirs: other[field] });
    const value = found === null ? own[field] : found.value;
    if (value === undefined) delete merged[field];
    else merged[field] = value;
  }
  return { merged, clashes };
}

/** Somebody else saved first: fields that both have changed, for a person to decide. */
export interface Conflict {
  clashes: Clash[];
  /** Fields that the other one has changed and that are taken over. */
  taken: string[];
}

/** What a person must be asked about two versions that both began with `base`. */
export function conflictOf(base: object, mine: object, theirs: object): Conflict {
  const { clashes } = merge(base, mine, theirs);
  const taken = changedFields(base, theirs).filter((field) => !clashes.some((one) => one.field === field));
  return { clashes, taken };
}

/** The work of both as one: of the fields that both have changed, the `chosen` ones hold the other one's value. */
export function settled<T extends object>(base: T, mine: T, theirs: T, chosen: ReadonlySet<string>): T {
  const { merged } = merge(base, mine, theirs);
  for (const field of chosen) merged[field] = (theirs as Fields)[field];
  return merged as T;
}

/** A version as it is shown beside the `other` one: of a list only what differs, of a row only what is typed. */
export function spoken(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const own = value.filter((item) => !(Array.isArray(other) && other.some((one) => same(one, item))));
  return (own.length > 0 ? own : value).map((item) =>
    typeof item === 'object' && item !== null && isRowKey('key', item.key)
      ? Object.fromEntries(
          Object.entries(item).filter(([name, part]) => name !== 'base' && part !== '' && !isRowKey(name, part)),
        )
      : item,
  );
}
