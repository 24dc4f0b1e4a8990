import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import { StoreRefusal } from './refusal.ts';

/**
 * Runs `run` once for a key of this actor and keeps its answer; a repetition gets that answer and changes nothing.
 * Key and effect are one transaction, so that neither is there without the other. A second request that arrives while
 * the first still runs waits for it. Refuses (`keyReused`) a key that was used for a different request.
 */
export async function once<T>(
  tx: CityTransaction,
  { key, requestHash }: { key: string; requestHash: string },
  run: () => Promise<T>,
): Promise<{ response: T; repeated: boolean }> {
  const mine = sql`city_id = current_setting('fahrplan.city') AND actor = current_setting('fahrplan.actor') AND key = ${key}`;
  const taken = await sql`
    INSERT INTO idempotency_key (city_id, actor, key, request_hash)
    VALUES (current_setting('fahrplan.city'), current_setting('fahrplan.actor'), ${key}, ${requestHash})
    ON CONFLICT DO NOTHING`.execute(tx);
  if (taken.numAffectedRows === 1n) {
    const response = await run();
    await sql`UPDATE idempotency_key SET response = ${toDocument(response)}::jsonb WHERE ${mine}`.execute(tx);
    return { response, repeated: false };
  }
  const { rows } = await sql<{ request_hash: string; response: T }>`
    SELECT request_hash, response FROM idempotency_key WHERE ${mine}`.execute(tx);
  const first = rows[0];
  if (first?.request_hash !== requestHash) {
    throw new StoreRefusal('keyReused', {
      de: 'Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt. Bitte für jede Anfrage einen neuen bilden.',
      en: 'This idempotency key was already used for a different request. Please make a new one for each request.',
    });
  }
  return { response: first.response, repeated: true };
}
