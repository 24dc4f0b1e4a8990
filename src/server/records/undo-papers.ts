import { paperSchema } from '../../council/index.ts';
import {
  type CityTransaction,
  deleteRecord,
  listRecords,
  readChange,
  readHistory,
  replaceRecord,
} from '../../store/index.ts';
import { Problem } from '../http/problems.ts';

/** Keys of the papers that something else has begun to rest on. */
async function papersInUse(tx: CityTransaction): Promise<Set<string | undefined>> {
  const statements = await listRecords(tx, 'statements');
  const resolutions = await listRecords(tx, 'resolutions');
  const meetings = await listRecords(tx, 'meetings');
  return new Set([
    ...[...statements, ...resolutions].map(({ body }) => body.paper),
    ...meetings.flatMap(({ body }) => body.items.map(({ paper }) => paper)),
  ]);
}

const refused = (de: string, en: string): Problem => new Problem('conflict', { detail: { de, en } });

/**
 * Takes back what a list has done to papers: new ones go, changed ones are as they were. All of them or none; refused
 * when somebody has changed one since, or when something rests on a new one.
 */
export async function undoPapers(tx: CityTransaction, entries: readonly number[]): Promise<void> {
  const inUse = await papersInUse(tx);
  for (const entry of entries) {
    const change = await readChange(tx, entry);
    if (change?.kind !== 'papers') throw new Problem('not-found');
    const { id, version, action } = change;
    if (action === 'insert') {
      if (inUse.has(id)) {
        throw refused(
          `Auf dem Papier „${id}“ beruht inzwischen etwas: eine Stellungnahme, eine Sitzung oder ein Beschluss. Es wurde nichts zurückgenommen.`,
          `Something rests on paper “${id}” by now: a statement, a meeting or a resolution. Nothing was taken back.`,
        );
      }
      await deleteRecord(tx, 'papers', id, version);
      continue;
    }
    const [before] = await readHistory(tx, 'papers', id, { before: entry, limit: 1 });
    if (!before?.body) {
      throw refused(
        'Der frühere Stand ist nicht (mehr) aufbewahrt und lässt sich nicht zurückholen.',
        'The earlier version is not kept (any more) and cannot be brought back.',
      );
    }
    await replaceRecord(tx, 'papers', id, version, paperSchema.parse(before.body));
  }
}
