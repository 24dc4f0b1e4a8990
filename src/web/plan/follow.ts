import type { QueryClient } from '@tanstack/react-query';
import { followJob, hasEnded } from '../api/job.ts';
import { planHasChanged } from '../api/plan-changes.ts';
import { followingQuery } from '../api/queries.ts';

/** Version of the working plan that the pages show; unknown before the first change. */
let known: number | undefined;
let following = false;
let again = false;

/**
 * Waits until the working plan has followed a change that was made here, on whatever server it is computed, and then
 * has everything read again that shows it. Several changes in a row are waited for together.
 */
export async function followPlan(client: QueryClient): Promise<void> {
  again = true;
  if (following) return;
  following = true;
  try {
    while (again) {
      again = false;
      const { job, version } = await client.fetchQuery(followingQuery);
      if (job !== null) {
        await ended(job);
        again = true; // somebody may have changed something meanwhile
      } else if (known !== version) {
        known = version;
        planHasChanged(client);
      }
    }
  } catch {
    // The line broke or the session ended: what the pages then ask for says so itself.
  } finally {
    following = false;
  }
}

function ended(job: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = followJob(
      job,
      (next) => {
        if (!hasEnded(next)) return;
        stop();
        resolve();
      },
      reject,
    );
  });
}
