import type pg from 'pg';
import { StoreRefusal } from './refusal.ts';

export const APP_ROLE = 'fahrplan_app';

/** The command that makes a database as Fahrplan needs it. */
export const CREATE_DATABASE =
  "CREATE DATABASE fahrplan OWNER fahrplan_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de-DE' LOCALE 'C.UTF-8';";

export type ServerSettings = {
  version: number;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  encoding: string;
  sorted: string[];
  missing: string[];
};

/** Refuses a server that is too old, that may lose what it acknowledged, or that sorts and searches otherwise. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<ServerSettings>(`SELECT
    current_setting('server_version_num')::int AS version,
    current_setting('fsync') AS fsync,
    current_setting('full_page_writes') AS full_page_writes,
    current_setting('synchronous_commit') AS synchronous_commit,
    pg_encoding_to_char(encoding) AS encoding,
    ARRAY(SELECT word FROM unnest(ARRAY['Zebra', 'Äpfel', 'Apfel']) AS word ORDER BY word) AS sorted,
    ARRAY(SELECT name FROM unnest(ARRAY['pg_trgm', 'fuzzystrmatch']) AS name
      EXCEPT SELECT name::text FROM pg_available_extensions ORDER BY 1) AS missing
    FROM pg_database WHERE datname = current_database()`);
  refuseServer(rows[0] as ServerSettings);
}

/** Refuses a server by what it says of itself. */
export function refuseServer(found: ServerSettings): void {
  if (found.version < 180_000) {
    const version = Math.floor(found.version / 10_000);
    throw new StoreRefusal('databaseTooOld', {
      de: `Fahrplan braucht PostgreSQL 18 oder neuer; dieser Server hat Version ${version}. Bitte ihn aktualisieren oder in DATABASE_URL einen anderen angeben.`,
      en: `Fahrplan needs PostgreSQL 18 or newer; this server has version ${version}. Please upgrade it, or name another one in DATABASE_URL.`,
    });
  }
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
    if (found[name] !== 'off') continue;
    throw new StoreRefusal('databaseUnsafe', {
      de: `Der Datenbankserver läuft mit ${name}=off: bestätigte Änderungen könnten bei einem Stromausfall verloren gehen. Bitte einschalten: ALTER SYSTEM SET ${name} = on; SELECT pg_reload_conf();`,
      en: `The database server runs with ${name}=off: acknowledged changes could be lost in a power cut. Please switch it on: ALTER SYSTEM SET ${name} = on; SELECT pg_reload_conf();`,
    });
  }
  if (found.encoding !== 'UTF8' || found.sorted.join() !== 'Apfel,Äpfel,Zebra') {
    throw new StoreRefusal('databaseUnsuitable', {
      de: `Die Datenbank sortiert nicht deutsch oder speichert nicht in UTF-8. Bitte neu anlegen mit: ${CREATE_DATABASE}`,
      en: `The database does not sort in German or does not store UTF-8. Please make it anew with: ${CREATE_DATABASE}`,
    });
  }
  if (found.missing.length > 0) {
    const names = found.missing.join(', ');
    throw new StoreRefusal('databaseUnsuitable', {
      de: `Dem Datenbankserver fehlt: ${names} (Erweiterung). Bitte dort das Paket postgresql-contrib installieren.`,
      en: `The database server lacks: ${names} (extension). Please install the package postgresql-contrib there.`,
    });
  }
}

/** Refuses an owner that is a superuser: it would pass every policy, and our functions would run with its power. */
export async function checkOwner(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; strong: boolean; app: boolean; may_create: boolean }>(
    `SELECT rolname AS name, rolsuper OR rolbypassrls AS strong,
      EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS app,
      has_schema_privilege('public', 'CREATE') AND has_database_privilege(current_database(), 'CREATE') AS may_create
    FROM pg_roles WHERE rolname = current_user`,
    [APP_ROLE],
  );
  const owner = rows[0];
  if (owner === undefined || owner.strong) throw tooStrong(owner?.name ?? '?');
  if (!owner.may_create) {
    throw new StoreRefusal('roleMissing', {
      de: `Die Rolle ${owner.name} ist nicht Eigentümerin der Datenbank. Bitte als Verwalter ausführen: ALTER DATABASE … OWNER TO ${owner.name};`,
      en: `The role ${owner.name} does not own the database. Please run as administrator: ALTER DATABASE … OWNER TO ${owner.name};`,
    });
  }
  if (!owner.app) throw appRoleMissing(owner.name);
}

/** Refuses an application role that could pass the policies: superuser, BYPASSRLS, or owner of the tables. */
export async function checkAppRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; strong: boolean; owner: boolean; member: boolean }>(
    `SELECT current_user AS name,
      EXISTS (SELECT FROM pg_roles WHERE rolname IN (current_user, session_user) AND (rolsuper OR rolbypassrls)) AS strong,
      pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'public.city'::regclass), 'MEMBER') AS owner,
      pg_has_role(current_user, $1, 'USAGE') AS member`,
    [APP_ROLE],
  );
  const role = rows[0];
  if (role === undefined || role.strong || role.owner) throw tooStrong(role?.name ?? '?');
  if (!role.member) throw appRoleMissing(role.name);
}

function tooStrong(role: string): StoreRefusal {
  return new StoreRefusal('roleTooStrong', {
    de: `Die Datenbankrolle ${role} hat zu viele Rechte (Superuser, BYPASSRLS oder Eigentum an den Tabellen): damit griffe der Schutz der Daten verschiedener Städte nicht. Bitte Rollen wie in docs/operations/database.md anlegen.`,
    en: `The database role ${role} has too many rights (superuser, BYPASSRLS or ownership of the tables): the protection between cities would not hold. Please make the roles as in docs/operations/database.md.`,
  });
}

export function appRoleMissing(login: string): StoreRefusal {
  const command = `CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO ${login} WITH INHERIT FALSE, SET TRUE;`;
  return new StoreRefusal('roleMissing', {
    de: `Der Datenbank fehlt die Rolle ${APP_ROLE}, oder ${login} darf sie nicht annehmen. Bitte als Verwalter ausführen: ${command}`,
    en: `The database lacks the role ${APP_ROLE}, or ${login} may not take it. Please run as administrator: ${command}`,
  });
}
