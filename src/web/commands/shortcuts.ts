/** What a key, or two one after the other, leads to. */
export type Command = 'palette' | 'help' | 'search' | { page: string };

/** Commands by single characters: all of them can be switched off (WCAG 2.1.4). `g` and a letter go to a page. */
export const characterKeys: readonly { keys: string; command: Command }[] = [
  { keys: '?', command: 'help' },
  { keys: '/', command: 'search' },
  { keys: 'g u', command: { page: '/' } },
  { keys: 'g f', command: { page: '/fahrplan' } },
  { keys: 'g p', command: { page: '/projekte' } },
  { keys: 'g b', command: { page: '/bedarfe' } },
  { keys: 'g a', command: { page: '/auslastung' } },
  { keys: 'g l', command: { page: '/plaene' } },
  { keys: 'g s', command: { page: '/szenarien' } },
  { keys: 'g r', command: { page: '/pflichten' } },
  { keys: 'g o', command: { page: '/ratspost' } },
];

/** How long after the first key the second one still counts, ms. */
const TOGETHER_MS = 1_500;

/** The last key that began a sequence, and when. */
export interface Begun {
  key: string;
  at: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * What a key means, given the one before it. Ctrl+K (on a Mac ⌘K) always opens the commands; single characters count only
 * if they are on.
 *
 * @param at milliseconds on a steady clock
 */
export function commandOf(
  event: Key,
  begun: Begun | null,
  { at, characters }: { at: number; characters: boolean },
): { command: Command } | { begun: Begun | null } {
  const held = event.ctrlKey || event.metaKey;
  if (held && !event.altKey && event.key.toLowerCase() === 'k') return { command: 'palette' };
  if (held || event.altKey || !characters) return { begun: null };
  const before = begun !== null && at - begun.at <= TOGETHER_MS ? `${begun.key} ` : '';
  const found = characterKeys.find((one) => one.keys === before + event.key);
  if (found) return { command: found.command };
  const begins = characterKeys.some((one) => one.keys.startsWith(`${event.key} `));
  return { begun: begins ? { key: event.key, at } : null };
}

/** Places where a letter is typed or means something else: fields, and lists that are walked by letters. */
const TYPING =
  'input, textarea, select, [contenteditable], [role="listbox"], [role="menu"], [role="combobox"], dialog, [role="dialog"]';

/** True if a single character belongs to the element that has the focus. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;
