import type { Query, QueryClient } from '@tanstack/react-query';

/**
 * Something was saved: all that pages show is read again, and once more when the working plan has followed.
 *
 * @param gone id of a record that was deleted: its own page may still be going away, and must not ask for it once more
 */
export async function afterSaving(client: QueryClient, gone?: string): Promise<void> {
  import('../plan/follow.ts').then(
    ({ followPlan }) => followPlan(client),
    () => undefined, // no line: the pages say so
  );
  const ofGone = ({ queryKey: [path] }: Query): boolean =>
    gone !== undefined &&
    String(path)
      .split(/[/?&=]/)
      .includes(encodeURIComponent(gone));
  void client.invalidateQueries({ predicate: ofGone, refetchType: 'none' });
  await client.invalidateQueries({ predicate: (query) => !ofGone(query) });
}
