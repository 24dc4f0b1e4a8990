import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/client.ts';

/**
 * Whether a failed request is tried again: twice when the line or the server failed; for some time while the server
 * says that it will be ready soon, because it computes the first plan.
 */
function mayRetry(count: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.status === 503) return count < 6;
  return count < 2 && (error.status === 0 || error.status === 502 || error.status === 504);
}

/** Data stay for half a minute. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Tries even where the browser believes that there is no line, so that a lost one is named and not waited for.
      networkMode: 'always',
      retry: mayRetry,
      retryDelay: (count) => Math.min(1000 * 2 ** count, 4000),
    },
  },
});
