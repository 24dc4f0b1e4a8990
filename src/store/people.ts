import { type Kysely, sql } from 'kysely';
import { type Person, personSchema } from '../agenda/index.ts';
import type { Acting, CityTransaction } from './city.ts';
import type { Database } from './connection.ts';
import { toDocument } from './document.ts';
import { StoreRefusal } from './refusal.ts';
import { utc } from './sessions.ts';

export type StoredPerson = { version: number; person: Person };

/** A person as the administration sees it. */
export type PersonRow = StoredPerson & {
  hasPassword: boolean;
  hasSecondFactor: boolean;
  lastSeenAt: string | null;
};

type Row = { version: number; body: unknown };
const fromRow = ({ version, body }: Row): StoredPerson => ({ version, person: personSchema.parse(body) });

/** Everybody of the city, by name. */
export async function listPeople(tx: CityTransaction): Promise<PersonRow[]> {
  const { rows } = await sql<Row & Omit<PersonRow, keyof StoredPerson>>`
    SELECT p.version, p.body, c.password_hash IS NOT NULL AS "hasPassword",
      coalesce(c.totp_confirmed, false) OR EXISTS (SELECT FROM passkey k WHERE k.person = p.id) AS "hasSecondFactor",
      (SELECT ${sql.raw(utc('max(s.last_seen_at)'))} FROM session s WHERE s.person = p.id) AS "lastSeenAt"
    FROM person p LEFT JOIN credential c ON c.id = p.id ORDER BY p.body ->> 'name', p.id`.execute(tx);
  return rows.map(({ version, body, ...more }) => ({ ...fromRow({ version, body }), ...more }));
}

export async function readPerson(tx: CityTransaction, id: string): Promise<StoredPerson | undefined> {
  const { rows } = await sql<Row>`SELECT version, body FROM person WHERE id = ${id}`.execute(tx);
  return rows[0] && fromRow(rows[0]);
}

/** City and id of the person who signs in with this address; undefined if nobody does. */
export async function findPersonByMail(db: Kysely<Database>, mail: string): Promise<Acting | undefined> {
  const { rows } = await sql<Acting>`SELECT city, id AS actor FROM find_person(${mail})`.execute(db);
  return rows[0];
}

/** Adds a person. Refuses (`mailTaken`) an address that somebody else signs in with. */
export async function insertPerson(tx: CityTransaction, person: Person): Promise<StoredPerson> {
  const { rows } = await sql<Row>`
    INSERT INTO person (city_id, id, body)
    VALUES (current_setting('fahrplan.city'), ${person.id}, ${toDocument(person)}::jsonb)
    ON CONFLICT (mail) DO NOTHING RETURNING version, body`.execute(tx);
  if (rows[0]) return fromRow(rows[0]);
  throw mailTaken(person.mail);
}

/** Replaces a person; refuses an old version (`recordStale`) and a taken address (`mailTaken`). */
export async function replacePerson(tx: CityTransaction, person: Person, expected: number): Promise<StoredPerson> {
  const { rows } = await sql<Row>`
    UPDATE person SET body = ${toDocument(person)}::jsonb WHERE id = ${person.id} AND version = ${expected}
    RETURNING version, body`
    .execute(tx)
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) throw mailTaken(person.mail);
      throw error;
    });
  if (rows[0]) return fromRow(rows[0]);
  throw new StoreRefusal('recordStale', {
    de: 'Die Angaben zu dieser Person wurden inzwischen von jemand anderem geändert. Bitte neu laden.',
    en: 'Somebody else has changed this person meanwhile. Please reload.',
  });
}

const UNIQUE_VIOLATION = '23505';

function mailTaken(mail: string): StoreRefusal {
  return new StoreRefusal('mailTaken', {
    de: `Mit der Adresse ${mail} meldet sich schon jemand an. Bitte eine andere angeben.`,
    en: `Somebody already signs in with the address ${mail}. Please give another one.`,
  });
}
