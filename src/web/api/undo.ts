import type { QueryClient } from '@tanstack/react-query';
import type { Messages } from '../language/de.ts';
import { notify } from '../ui/toast.tsx';
import { ApiError, change } from './client.ts';
import { afterSaving } from './saved.ts';

/**
 * Says what has been done and offers to take it back, as long as nobody has changed the same records since. Where nothing
 * was changed (`null`), there is nothing to take back.
 */
export function notifyWithUndo(
  client: QueryClient,
  t: Messages,
  text: string,
  written: readonly (number | null)[],
  path = '/undo',
): void {
  const entries = written.filter((entry) => entry !== null);
  if (entries.length === 0) {
    notify(t.form.nothingChanged);
    return;
  }
  const undo = async (): Promise<void> => {
    try {
      await change('POST', path, { body: { entries } });
      await afterSaving(client);
      notify(t.form.undone);
    } catch (error) {
      const refused =
        error instanceof ApiError && error.status !== 412 ? (error.problem.detail ?? error.problem.title) : null;
      await afterSaving(client);
      notify(refused ?? t.form.undoRefused);
    }
  };
  notify(text, { label: t.form.undo, run: () => void undo() });
}
