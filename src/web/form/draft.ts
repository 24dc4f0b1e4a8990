import { useEffect, useState } from 'react';

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
 * What is being typed, kept in this tab across a reload and a new sign-in until it is what it was at the beginning again.
 *
 * @param name of the form and its record; null keeps nothing
 */
export function useDraft<T>(name: string | null, beginning: T): [T, (next: T | ((old: T) => T)) => void] {
  const [draft, setDraft] = useState<T>(() => (name === null ? null : remembered<T>(name)) ?? beginning);
  const [blank] = useState(() => JSON.stringify(beginning));
  useEffect(() => {
    if (name !== null) remember(name, JSON.stringify(draft) === blank ? null : draft);
  }, [name, draft, blank]);
  return [draft, setDraft];
}
