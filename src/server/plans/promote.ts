import type { Agenda, ScenarioChange } from '../../agenda/index.ts';
import { applyChanges } from '../../planning/index.ts';
import { type CityTransaction, readRecord } from '../../store/index.ts';
import type { RecordChange } from '../records/change.ts';

/** Lists whose records a scenario changes. */
const LISTS = ['teams', 'budgetLines', 'projects', 'partners', 'prerequisites'] as const;

/**
 * The agenda with the changes. A project that the scenario drops is stopped, so that its record and its history stay;
 * those that would have waited for it no longer do, as the scenario has assumed.
 */
function madeReal(agenda: Agenda, changes: readonly ScenarioChange[]): Agenda {
  const after = applyChanges(agenda, changes);
  const kept = new Set(after.projects.map(({ id }) => id));
  const stopped = agenda.projects.filter(({ id }) => !kept.has(id));
  return { ...after, projects: [...after.projects, ...stopped.map((one) => ({ ...one, status: 'stopped' as const }))] };
}

/** The changes of records that make a scenario real. */
export async function recordChanges(
  tx: CityTransaction,
  agenda: Agenda,
  changes: readonly ScenarioChange[],
): Promise<RecordChange[]> {
  const after = madeReal(agenda, changes);
  const found: RecordChange[] = [];
  for (const collection of LISTS) {
    const before = new Map<string, unknown>(agenda[collection].map((one) => [one.id, one]));
    for (const body of after[collection]) {
      if (JSON.stringify(before.get(body.id)) === JSON.stringify(body)) continue;
      const version = (await readRecord(tx, collection, body.id))?.version ?? null;
      found.push({ collection, id: body.id, version, body });
    }
  }
  return found;
}
