import { sql } from 'kysely';
import type { Language } from '../agenda/index.ts';
import type { CityTransaction } from './city.ts';
import type { Subject } from './comments.ts';
import { utc } from './sessions.ts';

export type NotificationReason = 'mention' | 'comment' | 'change';

/** One piece of news for one person: somebody mentioned them, commented on or changed what they follow. */
export type Notification = Subject & {
  id: string;
  reason: NotificationReason;
  /** Name of the record; null when it has been deleted. */
  title: string | null;
  by: string;
  at: string;
  read: boolean;
};

const ME = sql`current_setting('fahrplan.actor')`;

const TITLES = sql`(
  SELECT 'project' AS kind, id AS record, title FROM project
  UNION ALL SELECT 'obligation', id, title FROM obligation
  UNION ALL SELECT 'need', id, title FROM need
  UNION ALL SELECT 'paper', id, title FROM paper) AS named`;

/** Tells people of a comment. */
export async function notify(
  tx: CityTransaction,
  { kind, record }: Subject,
  news: { reason: NotificationReason; recipients: readonly string[] },
): Promise<void> {
  await sql`
    INSERT INTO notification (city_id, recipient, reason, kind, record, by)
    SELECT current_setting('fahrplan.city'), recipient, ${news.reason}, ${kind}, ${record}, ${ME}
    FROM unnest(${[...news.recipients]}::text[]) AS recipient`.execute(tx);
}

/** The acting person's news, the newest first, and how much of it is unread. */
export async function listNotifications(
  tx: CityTransaction,
  limit: number,
): Promise<{ unread: number; notifications: Notification[] }> {
  const { rows } = await sql<Notification>`
    SELECT n.id::text, n.reason, n.kind, n.record, named.title, n.by, ${sql.raw(utc('n.at'))} AS at,
      n.read_at IS NOT NULL AS read
    FROM notification n LEFT JOIN ${TITLES} USING (kind, record)
    WHERE n.recipient = ${ME} ORDER BY n.at DESC, n.id LIMIT ${limit}`.execute(tx);
  return { unread: await countUnread(tx), notifications: rows };
}

/** How much of the acting person's news is unread. */
export async function countUnread(tx: CityTransaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int FROM notification WHERE recipient = ${ME} AND read_at IS NULL`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Marks the acting person's own news as read: the named ones, or all. */
export async function markRead(tx: CityTransaction, ids: readonly string[] | null): Promise<void> {
  const which = ids === null ? sql`true` : sql`id::text = ANY (${[...ids]}::text[])`;
  await sql`
    UPDATE notification SET read_at = now() WHERE recipient = ${ME} AND read_at IS NULL AND ${which}`.execute(tx);
}

/** What one person gets in one mail. */
export type Digest = { recipient: string; name: string; mail: string; language: Language; news: Notification[] };

/**
 * Takes what is due for a daily mail and marks it as mailed: unread news of people who want the mail and got none in
 * the last 20 hours. Of several servers that ask at once each gets other rows.
 */
export async function takeDigests(tx: CityTransaction): Promise<Digest[]> {
  const { rows } = await sql<Notification & Omit<Digest, 'news'>>`
    WITH due AS (
      SELECT n.id, p.id AS recipient, p.body ->> 'name' AS name, p.body ->> 'mail' AS mail,
        coalesce(f.body ->> 'language', 'de') AS language
      FROM notification n
      JOIN person p ON p.id = n.recipient AND (p.body ->> 'active')::boolean
      JOIN preference f ON f.actor = n.recipient AND (f.body ->> 'digest')::boolean
      WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND NOT EXISTS (
        SELECT FROM notification earlier
        WHERE earlier.recipient = n.recipient AND earlier.mailed_at > now() - interval '20 hours')
      FOR UPDATE OF n SKIP LOCKED
    ), taken AS (
      UPDATE notification n SET mailed_at = now() FROM due WHERE n.id = due.id
      RETURNING n.id, n.reason, n.kind, n.record, n.by, n.at, due.recipient, due.name, due.mail, due.language
    )
    SELECT taken.id::text, reason, kind, record, named.title, by, ${sql.raw(utc('at'))} AS at, false AS read,
      recipient, name, mail, language
    FROM taken LEFT JOIN ${TITLES} USING (kind, record) ORDER BY at DESC`.execute(tx);
  const people = Map.groupBy(rows, (row) => row.recipient);
  return [...people].map(([recipient, own]) => ({
    recipient,
    name: own[0]?.name ?? recipient,
    mail: own[0]?.mail ?? '',
    language: own[0]?.language ?? 'de',
    news: own.map(({ recipient: _, name: __, mail: ___, language: ____, ...one }) => one),
  }));
}

/** Gives back what a mail server has not taken: it goes into the next mail. */
export async function giveBack(tx: CityTransaction, { news }: Digest): Promise<void> {
  await sql`
    UPDATE notification SET mailed_at = NULL WHERE id::text = ANY (${news.map((one) => one.id)}::text[])`.execute(tx);
}
