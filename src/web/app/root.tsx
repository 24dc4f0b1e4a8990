import { createRootRoute } from '@tanstack/react-router';
import { meQuery } from '../api/queries.ts';
import { letters } from './letters.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { queryClient } from './query-client.ts';
import { Shell } from './shell.tsx';

/** Begins to read before the page's own code has arrived; the page itself shows what comes of it. */
export const ahead = (...queries: { queryKey: string[] }[]): void => {
  for (const query of queries) void queryClient.prefetchQuery(query);
};

/**
 * Reads what a page stands on. The page is shown when all of it has arrived, or has failed, so that nothing on it jumps
 * whatever the order of the answers; what is in the cache already is shown at once and only read anew behind it.
 */
export const before = async (...queries: { queryKey: string[] }[]): Promise<void> => {
  const missing = queries.filter(({ queryKey }) => queryClient.getQueryData(queryKey) === undefined);
  ahead(...queries.filter((query) => !missing.includes(query)));
  await Promise.all(missing.map((query) => queryClient.prefetchQuery(query)));
};

/** What every page stands in; who reads decides what a page offers. */
export const root = createRootRoute({
  loader: () => Promise.all([before(meQuery), letters()]),
  component: Shell,
  notFoundComponent: NotFoundPage,
});
