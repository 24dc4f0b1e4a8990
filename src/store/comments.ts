import { sql } from 'kysely';
import { type Comment, commentSchema, type DiscussedKind } from '../agenda/index.ts';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import { StoreRefusal } from './refusal.ts';

/** A record that is talked about. */
export type Subject = { kind: DiscussedKind; record: string };

/** More than anybody reads; a discussion of this length belongs into a meeting. */
const MOST_COMMENTS = 500;
const MOST_WATCHED = 1_000;

/** Comments on a record, the oldest first. */
export async function listComments(tx: CityTransaction, { kind, record }: Subject): Promise<Comment[]> {
  const { rows } = await sql<{ body: unknown }>`
    SELECT body FROM comment WHERE kind = ${kind} AND record = ${record} ORDER BY body ->> 'at', id`.execute(tx);
  return rows.map((row) => commentSchema.parse(row.body));
}

export async function readComment(tx: CityTransaction, id: string): Promise<Comment | undefined> {
  const { rows } = await sql<{ body: unknown }>`SELECT body FROM comment WHERE id = ${id}`.execute(tx);
  return rows[0] && commentSchema.parse(rows[0].body);
}

/** Adds a comment. Refuses (`commentsFull`) when the record has too many already. */
export async function insertComment(tx: CityTransaction, comment: Comment): Promise<void> {
  const result = await sql`
    INSERT INTO comment (city_id, id, body)
    SELECT current_setting('fahrplan.city'), ${comment.id}, ${toDocument(comment)}::jsonb
    WHERE (SELECT count(*) FROM comment WHERE kind = ${comment.kind} AND record = ${comment.record}) < ${MOST_COMMENTS}
  `.execute(tx);
  if (result.numAffectedRows === 1n) return;
  throw new StoreRefusal('commentsFull', {
    de: `Hier stehen schon ${MOST_COMMENTS} Kommentare. Bitte zuerst erledigte löschen.`,
    en: `There are ${MOST_COMMENTS} comments here already. Please delete those that are settled first.`,
  });
}

export async function deleteComment(tx: CityTransaction, id: string): Promise<void> {
  await sql`DELETE FROM comment WHERE id = ${id}`.execute(tx);
}

/** Who follows a record. */
export async function watchersOf(tx: CityTransaction, { kind, record }: Subject): Promise<string[]> {
  const { rows } = await sql<{ actor: string }>`
    SELECT actor FROM watch WHERE kind = ${kind} AND record = ${record} ORDER BY actor`.execute(tx);
  return rows.map((row) => row.actor);
}

/** Has the acting person follow a record, or no longer. Refuses (`watchesFull`) when they follow too many. */
export async function setWatch(tx: CityTransaction, { kind, record }: Subject, watching: boolean): Promise<void> {
  const me = sql`current_setting('fahrplan.actor')`;
  if (!watching) {
    await sql`DELETE FROM watch WHERE actor = ${me} AND kind = ${kind} AND record = ${record}`.execute(tx);
    return;
  }
  await sql`
    INSERT INTO watch (city_id, actor, kind, record)
    VALUES (current_setting('fahrplan.city'), ${me}, ${kind}, ${record}) ON CONFLICT DO NOTHING`.execute(tx);
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int FROM watch WHERE actor = ${me}`.execute(tx);
  if ((rows[0]?.count ?? 0) <= MOST_WATCHED) return;
  throw new StoreRefusal('watchesFull', {
    de: `Sie beobachten schon ${MOST_WATCHED} Einträge. Bitte zuerst einige abwählen.`,
    en: `You follow ${MOST_WATCHED} records already. Please stop following some of them first.`,
  });
}
