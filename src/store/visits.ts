import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { SEARCHED } from './search.ts';
import { utc } from './sessions.ts';

/** A record that others have changed: how often, and who did what last. */
export type ChangedRecord = {
  kind: keyof typeof SEARCHED | 'planVersion';
  id: string;
  /** Null when it has been deleted. */
  title: string | null;
  changes: number;
  action: 'insert' | 'update' | 'delete';
  by: string;
  at: string;
};

/** News since the visit before this one; `since` is when that ended. */
export type VisitNews = { since: string; records: ChangedRecord[]; more: number };

const KINDS: readonly (readonly [kind: string, table: string])[] = [
  ...Object.entries(SEARCHED),
  ['planVersion', 'plan_version'],
];

/** What stands there now, by table; working plans are left out, because they follow every change by themselves. */
const PRESENT = sql.join(
  KINDS.map(([kind, table]) =>
    kind === 'planVersion'
      ? sql`SELECT ${sql.lit(table)} AS table, id, body ->> 'name' AS title FROM plan_version
          WHERE body ->> 'status' <> 'working'`
      : sql`SELECT ${sql.lit(table)} AS table, id, title FROM ${sql.table(table)}`,
  ),
  sql` UNION ALL `,
);

const ME = sql`current_setting('fahrplan.actor')`;

/**
 * Begins or goes on with the visit of a session. A visit is one session: what has changed since the one before stays
 * new until the next, however often the page is opened. Undefined at the very first visit: everything would be new.
 */
export async function visit(tx: CityTransaction, session: string, limit: number): Promise<VisitNews | undefined> {
  const { rows } = await sql<{ since: number; sinceAt: string; first: boolean }>`
    WITH head AS (SELECT coalesce(max(seq), 0) AS seq FROM audit_entry)
    INSERT INTO visit AS known (city_id, actor, session, since, latest, since_at)
    SELECT current_setting('fahrplan.city'), ${ME}, ${session}, head.seq, head.seq, now() FROM head
    ON CONFLICT (city_id, actor) DO UPDATE SET
      since = CASE WHEN known.session = excluded.session THEN known.since ELSE known.latest END,
      since_at = CASE WHEN known.session = excluded.session THEN known.since_at ELSE known.latest_at END,
      session = excluded.session, latest = excluded.latest, latest_at = now()
    RETURNING since::int, ${sql.raw(utc('since_at'))} AS "sinceAt", (xmax = 0) AS first`.execute(tx);
  const [present] = rows;
  if (present === undefined || present.first) return undefined;
  const changed = await sql<Omit<ChangedRecord, 'kind'> & { table: string; all: number }>`
    WITH entry AS (
      SELECT kind AS table, record_id AS id, action, actor, at, seq FROM audit_entry
      WHERE seq > ${present.since} AND action IN ('insert', 'update', 'delete') AND actor <> ${ME}
        AND kind = ANY (${KINDS.map(([, table]) => table)}::text[])
    ), record AS (
      SELECT entry.table, entry.id, count(*)::int AS changes, max(seq) AS seq FROM entry GROUP BY 1, 2
    )
    SELECT record.table, record.id, present.title, record.changes, last.action, last.actor AS by,
      ${sql.raw(utc('last.at'))} AS at, count(*) OVER ()::int AS all
    FROM record JOIN entry AS last ON last.seq = record.seq
      LEFT JOIN (${PRESENT}) AS present ON present.table = record.table AND present.id = record.id
    WHERE record.table <> 'plan_version' OR present.id IS NOT NULL
    ORDER BY record.seq DESC LIMIT ${limit}`.execute(tx);
  const kindOf = new Map(KINDS.map(([kind, table]) => [table, kind]));
  return {
    since: present.sinceAt,
    records: changed.rows.map(({ table, all: _, ...one }) => ({
      ...one,
      kind: kindOf.get(table) as ChangedRecord['kind'],
    })),
    more: (changed.rows[0]?.all ?? 0) - changed.rows.length,
  };
}
