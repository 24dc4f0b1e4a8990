import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

const keyOf = (name: string): string => `fahrplan.draft.${name}`;

/** Drafts that the tab's storage did not take, because it is full or forbidden: they live as long as the page. */
const held = new Map<string, string>();

/** What was kept under this name in this tab; null if nothing was. */
export function remembered<T>(name: string): T | null {
  const key = keyOf(name);
  try {
    return JSON.parse(held.get(key) ?? sessionStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Keeps a draft in this tab; null forgets it. */
export function remember(name: string, draft: unknown): void {
  const key = keyOf(name);
  held.delete(key);
  try {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    if (draft !== null) held.set(key, JSON.stringify(draft));
  }
}

/** What a page does with a draft beside showing it: it asks before it is left, and says where the draft came from. */
export interface Kept {
  /** Something is typed that is not saved, at this very moment, before the page is drawn anew. */
  isDirty: () => boolean;
  /** The draft came from an earlier visit of this page. */
  restored: boolean;
  /** Back to what the form began with. */
  discard: () => void;
}

/**
 * What is being typed, kept in this tab across a reload and a new sign-in until it is saved (`forget`) or is what it was
 * at the beginning again. With {@link Kept} a page shows a `KeptDraft`, which asks before the page is left.
 *
 * @param name of the form, its record and the version that it began with
 */
export function useDraft<T>(
  name: string,
  beginning: T | (() => T),
): [draft: T, set: (next: T | ((old: T) => T)) => void, forget: () => void, kept: Kept] {
  const [first] = useState<T>(beginning);
  const [found] = useState(() => remembered<T>(name));
  const [draft, setDraft] = useState<T>(found ?? first);
  const saved = useRef(false);
  const dirty = JSON.stringify(draft) !== JSON.stringify(first);
  const latest = useRef(dirty);
  latest.current = dirty;
  useEffect(() => {
    if (!saved.current) remember(name, dirty ? draft : null);
  }, [name, draft, dirty]);
  const forget = useCallback(() => {
    saved.current = true;
    remember(name, null);
  }, [name]);
  const kept = useMemo(
    () => ({
      isDirty: () => latest.current && !saved.current,
      restored: found !== null,
      discard: () => {
        latest.current = false;
        setDraft(first);
      },
    }),
    [found, first],
  );
  return [draft, setDraft, forget, kept];
}
