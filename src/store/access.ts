import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';

/** How somebody has come to an account: invited, let in anew after that, or confirmed to be the right person. */
export type AccessEvent = { person: string; actor: string; action: 'invite' | 'reopenAccess' | 'confirmAccess' };

/** Every such step in the city, oldest first, from the audit chain, which nobody can change afterwards. */
export async function accessEvents(tx: CityTransaction): Promise<AccessEvent[]> {
  const { rows } = await sql<AccessEvent>`
    SELECT record_id AS person, actor, action FROM audit_entry
    WHERE kind = 'person' AND action IN ('invite', 'reopenAccess', 'confirmAccess') ORDER BY seq`.execute(tx);
  return rows;
}
