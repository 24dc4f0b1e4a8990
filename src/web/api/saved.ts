import type { QueryClient } from '@tanstack/react-query';

/** Something was saved: all that pages show is read again, and once more when the working plan has followed. */
export async function afterSaving(client: QueryClient): Promise<void> {
  import('../plan/follow.ts').then(
    ({ followPlan }) => followPlan(client),
    () => undefined, // no line: the pages say so
  );
  await client.invalidateQueries();
}
