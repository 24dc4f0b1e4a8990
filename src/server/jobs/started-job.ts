import { createHash } from 'node:crypto';
import { type CityTransaction, once } from '../../store/index.ts';

/**
 * Starts a job, once for each `Idempotency-Key`: a repeated request gets the job that the first one has started.
 *
 * @param what names the request, so that a key is not used for two
 */
export async function startedJob(
  tx: CityTransaction,
  key: string | null,
  what: string,
  start: () => Promise<string>,
): Promise<string> {
  if (key === null) return start();
  const requestHash = createHash('sha256').update(what).digest('hex');
  return (await once(tx, { key, requestHash }, start)).response;
}
