import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

const keyOf = (name: string): string => `fahrplan.draft.${name}`;

function remembered<T>(name: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

function remember(name: string, draft: unknown): void {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(name));
    else sessionStorage.setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the draft lives as long as the page.
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
