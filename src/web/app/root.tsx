import { createRootRoute } from '@tanstack/react-router';
import { NotFoundPage } from './not-found-page.tsx';
import { queryClient } from './query-client.ts';
import { Shell } from './shell.tsx';

/** What every page stands in. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

/** Begins to read before the page's own code has arrived; the page itself shows what comes of it. */
export const ahead = (...queries: { queryKey: string[] }[]): void => {
  for (const query of queries) void queryClient.prefetchQuery(query);
};
