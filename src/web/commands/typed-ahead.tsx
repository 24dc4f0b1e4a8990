import { useEffect, useLayoutEffect, useRef } from 'react';

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

/** What has been typed after one more key; null for a key that types nothing. */
export function withKey(typed: string, event: Key): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (event.key === 'Backspace') return typed.replace(/.$/su, '');
  return /^.$/su.test(event.key) ? typed + event.key : null;
}

/**
 * Stands in for a field whose code is still on its way: collects what is typed in the meantime, so that no letter is
 * lost or falls into the page below. Escape gives up.
 */
export function TypedAhead({ onChange, onGiveUp }: { onChange: (typed: string) => void; onGiveUp: () => void }) {
  const typed = useRef('');
  const told = useRef({ onChange, onGiveUp });
  useEffect(() => {
    told.current = { onChange, onGiveUp };
  });
  // Before the browser takes the next key, not some time after the page was drawn.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const next = withKey(typed.current, event);
      if (next !== null) {
        typed.current = next;
        told.current.onChange(next);
      } else if (event.key === 'Escape') told.current.onGiveUp();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  return null;
}
