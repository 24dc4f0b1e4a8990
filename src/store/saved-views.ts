import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import { StoreRefusal } from './refusal.ts';

/** A named view of a list: what its address says. `own` when it is the asking person's. */
export type SavedView = { id: string; name: string; shared: boolean; own: boolean; search: Record<string, unknown> };

/** More views of one page than anybody finds their way in. */
const MOST_VIEWS = 100;

const COLUMNS = sql`id::text, name, shared, owner = current_setting('fahrplan.actor') AS own, search`;

/** The person's own views of a page and those shared with the city, by name. */
export async function listViews(tx: CityTransaction, page: string): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    SELECT ${COLUMNS} FROM saved_view
    WHERE page = ${page} AND (shared OR owner = current_setting('fahrplan.actor')) ORDER BY name, id`.execute(tx);
  return rows;
}

/** Keeps a view. Refuses (`viewsFull`) when the page has too many already. */
export async function saveView(
  tx: CityTransaction,
  { page, name, shared, search }: { page: string; name: string; shared: boolean; search: Record<string, unknown> },
): Promise<SavedView> {
  const { rows } = await sql<SavedView>`
    INSERT INTO saved_view (city_id, page, owner, name, shared, search)
    SELECT current_setting('fahrplan.city'), ${page}, current_setting('fahrplan.actor'), ${name}, ${shared},
      ${toDocument(search)}::jsonb
    WHERE (SELECT count(*) FROM saved_view WHERE page = ${page}) < ${MOST_VIEWS}
    RETURNING ${COLUMNS}`.execute(tx);
  if (rows[0]) return rows[0];
  throw new StoreRefusal('viewsFull', {
    de: `Es sind schon ${MOST_VIEWS} Ansichten gespeichert. Bitte zuerst eine löschen.`,
    en: `There are ${MOST_VIEWS} saved views already. Please delete one first.`,
  });
}

/** Deletes a view of the person's own; false if there is none. */
export async function deleteView(tx: CityTransaction, id: string): Promise<boolean> {
  const result = await sql`
    DELETE FROM saved_view WHERE id::text = ${id} AND owner = current_setting('fahrplan.actor')`.execute(tx);
  return result.numAffectedRows === 1n;
}
