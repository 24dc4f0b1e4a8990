import { useCallback, useEffect, useRef, useState } from 'react';

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

/**
 * What is being typed, kept in this tab across a reload and a new sign-in until it is saved (`forget`) or is what it was
 * at the beginning again.
 *
 * @param name of the form, its record and the version that it began with
 */
export function useDraft<T>(
  name: string,
  beginning: T | (() => T),
): [draft: T, set: (next: T | ((old: T) => T)) => void, forget: () => void] {
  const [first] = useState<T>(beginning);
  const [draft, setDraft] = useState<T>(() => remembered<T>(name) ?? first);
  const saved = useRef(false);
  useEffect(() => {
    if (!saved.current) remember(name, JSON.stringify(draft) === JSON.stringify(first) ? null : draft);
  }, [name, draft, first]);
  const forget = useCallback(() => {
    saved.current = true;
    remember(name, null);
  }, [name]);
  return [draft, setDraft, forget];
}
