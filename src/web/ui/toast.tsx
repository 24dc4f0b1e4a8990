import { useSyncExternalStore } from 'react';
import { useLanguage } from '../language/context.tsx';
import { Button } from './button.tsx';

/** What has just happened, with at most one thing to do about it. */
interface Notice {
  text: string;
  action?: { label: string; run: () => void };
}

let current: Notice | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(notice: Notice | null): void {
  current = notice;
  for (const listener of listeners) listener();
}

/** Long enough to read it and to reach its button by keyboard. */
const SHOWN_MS = 20_000;

/** Tells the person at the screen what has just happened; the next notice takes the place of this one. */
export function notify(text: string, action?: Notice['action']): void {
  clearTimeout(timer);
  timer = setTimeout(() => set(null), SHOWN_MS);
  set(action ? { text, action } : { text });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where notices appear; it is always there, so that screen readers hear what comes. */
export function Notices() {
  const { t } = useLanguage();
  const notice = useSyncExternalStore(subscribe, () => current);
  return (
    <div role="status" className="fp-toasts">
      {notice && (
        <p className="fp-toast">
          <span>{notice.text}</span>
          {notice.action && (
            <Button
              onPress={() => {
                set(null);
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <Button look="plain" onPress={() => set(null)}>
            {t.form.close}
          </Button>
        </p>
      )}
    </div>
  );
}
