import { type Agenda, type Interview, wordsOfInterview } from '../../agenda/index.ts';
import { type CityTransaction, revokeLinks } from '../../store/index.ts';
import type { RecordChange } from './change.ts';

/** The talk as it stands, if the change words it anew. */
function reworded(agenda: Agenda, { collection, id, body }: RecordChange): Interview | undefined {
  if (collection !== 'interviews' || body === null) return undefined;
  const present = agenda.interviews.find((one) => one.id === id);
  return present && wordsOfInterview(present) !== wordsOfInterview(body as Interview) ? present : undefined;
}

/**
 * A head of office has confirmed certain words: who changes them takes the confirmation off. A change that brings a day
 * of confirmation of its own (an earlier version restored) keeps it.
 */
export function withConfirmation(agenda: Agenda, change: RecordChange): RecordChange {
  const present = reworded(agenda, change);
  if (present === undefined) return change;
  const { confirmedOn, ...open } = change.body as Interview;
  return confirmedOn === present.confirmedOn ? { ...change, body: open } : change;
}

/** Links to words that have changed since no longer work: nobody confirms what was not shown. */
export async function revokeStaleLinks(
  tx: CityTransaction,
  agenda: Agenda,
  changes: readonly RecordChange[],
): Promise<void> {
  for (const change of changes) {
    if (reworded(agenda, change)) await revokeLinks(tx, 'interview', change.id);
  }
}
