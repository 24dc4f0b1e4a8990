import type { Agenda, ScenarioChange } from '../../agenda/index.ts';
import { applyChanges } from '../../planning/index.ts';
import { type CityTransaction, readRecord } from '../../store/index.ts';
import type { RecordChange } from '../records/change.ts';

/** Lists whose records a scenario changes. */
const LISTS = ['teams', 'budgetLines', 'projects', 'partners', 'prerequisites'] as const;

/** A project that a scenario drops is stopped, so that its record and its history stay. */
function stopped(agenda: Agenda, changes: readonly ScenarioChange[]): Agenda {
  const dropped = new Set(changes.flatMap((one) => (one.kind === 'dropProject' ? one.project : [])));
  const rest = applyChanges(
    agenda,
    changes.filter(({ kind }) => kind !== 'dropProject'),
  );
  const projects = rest.projects.map((project) =>
    dropped.has(project.id) ? { ...project, status: 'stopped' as const } : project,
  );
  return { ...rest, projects };
}

/** The changes of records that make a scenario real. */
export async function recordChanges(
  tx: CityTransaction,
  agenda: Agenda,
  changes: readonly ScenarioChange[],
): Promise<RecordChange[]> {
  const after = stopped(agenda, changes);
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
