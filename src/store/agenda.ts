import { sql } from 'kysely';
import { type Agenda, agendaCollections, agendaSchema } from '../agenda/index.ts';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import { TABLES } from './kinds.ts';

/** What an import changed, in records. */
export type ImportCounts = { inserted: number; changed: number; deleted: number };

/** An upsert says so by the row's `xmax`: only a row that was there before has an older one. */
const INSERTED = sql`(xmax = 0) AS inserted`;

const ALL_RECORDS = sql.join(
  agendaCollections.map(
    (kind) => sql`SELECT ${sql.lit(kind)} AS kind, position, id, body FROM ${sql.table(TABLES[kind])}`,
  ),
  sql` UNION ALL `,
);

/**
 * The city's agenda, checked with the same schema as a file; undefined if the city has none yet. One statement reads
 * it all, so that it is one state of the database and not a mixture of two.
 */
export async function loadAgenda(tx: CityTransaction): Promise<Agenda | undefined> {
  const { rows } = await sql<{ kind: string; body: object }>`
    SELECT kind, body FROM (
      SELECT 'head' AS kind, 0 AS position, id, body FROM city UNION ALL ${ALL_RECORDS}
    ) AS record ORDER BY kind, position, id`.execute(tx);
  const head = rows.find((row) => row.kind === 'head');
  if (head === undefined) return undefined;
  const agenda: Record<string, unknown> = { ...head.body };
  for (const kind of agendaCollections) agenda[kind] = rows.filter((row) => row.kind === kind).map((row) => row.body);
  return agendaSchema.parse(agenda);
}

/**
 * Makes the city's agenda equal to `agenda`: new records are added, changed ones replaced, missing ones deleted, and
 * those that are equal stay as they are, with their version. Papers and plan runs are not touched.
 */
export async function saveAgenda(tx: CityTransaction, agenda: Agenda): Promise<ImportCounts> {
  const collections: readonly string[] = agendaCollections;
  const head = Object.fromEntries(Object.entries(agenda).filter(([key]) => !collections.includes(key)));
  const counts: ImportCounts = { inserted: 0, changed: 0, deleted: 0 };
  const { rows } = await sql<{ inserted: boolean }>`
    INSERT INTO city (city_id, id, body) VALUES (${agenda.city.id}, ${agenda.city.id}, ${toDocument(head)}::jsonb)
    ON CONFLICT (city_id) DO UPDATE SET body = excluded.body WHERE city.body IS DISTINCT FROM excluded.body
    RETURNING ${INSERTED}`.execute(tx);
  count(counts, rows);
  for (const kind of agendaCollections) {
    const table = sql.table(TABLES[kind]);
    const bodies = sql`jsonb_array_elements(${toDocument(agenda[kind])}::jsonb) WITH ORDINALITY AS item (body, number)`;
    const gone = await sql`
      DELETE FROM ${table} WHERE id NOT IN (SELECT item.body ->> 'id' FROM ${bodies})`.execute(tx);
    counts.deleted += Number(gone.numAffectedRows ?? 0n);
    const written = await sql<{ inserted: boolean }>`
      INSERT INTO ${table} AS stored (city_id, id, position, body)
      SELECT ${agenda.city.id}, item.body ->> 'id', item.number - 1, item.body FROM ${bodies}
      ON CONFLICT (city_id, id) DO UPDATE SET body = excluded.body, position = excluded.position
        WHERE (stored.body, stored.position) IS DISTINCT FROM (excluded.body, excluded.position)
      RETURNING ${INSERTED}`.execute(tx);
    count(counts, written.rows);
  }
  return counts;
}

function count(counts: ImportCounts, rows: readonly { inserted: boolean }[]): void {
  for (const { inserted } of rows) {
    if (inserted) counts.inserted++;
    else counts.changed++;
  }
}

/** The day that counts as today in this city; null = the real day. */
export async function readStatusDate(tx: CityTransaction): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`SELECT body ->> 'statusDate' AS day FROM city`.execute(tx);
  return rows[0]?.day ?? null;
}

/** Sets the day that counts as today, or (null) lets the real day count again. */
export async function setStatusDate(tx: CityTransaction, day: string | null): Promise<void> {
  const change = day === null ? sql`body - 'statusDate'` : sql`body || jsonb_build_object('statusDate', ${day}::text)`;
  await sql`UPDATE city SET body = ${change} WHERE body ->> 'statusDate' IS DISTINCT FROM ${day}::text`.execute(tx);
}
