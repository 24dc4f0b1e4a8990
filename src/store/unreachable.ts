import type { Text } from '../agenda/index.ts';
import { APP_ROLE, appRoleMissing, CREATE_DATABASE } from './health.ts';
import { StoreRefusal } from './refusal.ts';

/** Where an address stands: in the environment, or nowhere because it is that of the embedded server. */
export type AddressPlace = 'DATABASE_URL' | 'FAHRPLAN_APP_DATABASE_URL' | null;

const EXAMPLE = 'postgres://fahrplan_owner:…@db.musterstadt.de:5432/fahrplan';

/**
 * Refuses what cannot be the address of a database, before anything tries to reach it: PostgreSQL's client takes nearly
 * every text for the name of a database or a machine. The address is never repeated, it may hold a password.
 */
export function checkAddress(place: AddressPlace, address: string): void {
  const url = URL.parse(address);
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(address)?.[0];
  if (url === null || (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')) {
    throw refusal({
      de: `${place} ist keine Adresse einer PostgreSQL-Datenbank${scheme ? ` (sie beginnt mit „${scheme}:“)` : ''}. Bitte so angeben: ${EXAMPLE} – Sonderzeichen im Kennwort in der Form %40 für @.`,
      en: `${place} is no address of a PostgreSQL database${scheme ? ` (it begins with "${scheme}:")` : ''}. Please give it like this: ${EXAMPLE} – special characters of the password in the form %40 for @.`,
    });
  }
  if (url.pathname.length > 1) return;
  throw refusal({
    de: `${place} nennt keine Datenbank. Bitte ihren Namen hinter dem Server angeben, zum Beispiel: ${EXAMPLE}`,
    en: `${place} names no database. Please give its name behind the server, for example: ${EXAMPLE}`,
  });
}

/** What went wrong before the first query was answered, in a sentence that names the address's place and the way out. */
export function unreachable(error: unknown, place: AddressPlace, address: string): unknown {
  if (error instanceof StoreRefusal || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === '22023' && error.message.includes(APP_ROLE)) return appRoleMissing('der Eigentümer');
  if (code === '42501' && error.message.includes('set role')) return appRoleMissing('der Eigentümer');
  const text = sentence(code, error.message, partsOf(place, address));
  return text === undefined ? error : refusal(text, error);
}

const refusal = (text: Text, cause?: Error): StoreRefusal =>
  new StoreRefusal('databaseUnreachable', text, cause ? { cause } : {});

interface Parts {
  place: string;
  /** Machine and port, or the folder of a socket. */
  server: string;
  host: string;
  role: string;
  database: string;
}

function partsOf(place: AddressPlace, address: string): Parts {
  const url = URL.parse(address);
  const folder = url?.searchParams.get('host') ?? undefined;
  const host = folder ?? url?.hostname ?? '';
  return {
    place: place ?? '',
    server: folder ?? `${host}:${url?.port || '5432'}`,
    host,
    role: decodeURIComponent(url?.username ?? ''),
    database: decodeURIComponent(url?.pathname.slice(1) ?? ''),
  };
}

function sentence(code: string, message: string, parts: Parts): Text | undefined {
  const { place, server, host, role, database } = parts;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      de: `Den Rechner „${host}“ aus ${place} findet das Netz nicht (${code}). Bitte den Namen in ${place} prüfen.`,
      en: `The network does not find the machine "${host}" of ${place} (${code}). Please check the name in ${place}.`,
    };
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return {
      de: `Auf ${server} antwortet kein Datenbankserver (${code}). Bitte PostgreSQL dort starten oder Server und Port in ${place} berichtigen.`,
      en: `No database server answers at ${server} (${code}). Please start PostgreSQL there, or correct server and port in ${place}.`,
    };
  if (code === '28P01' || /password must be a string/.test(message))
    return {
      de: `Der Datenbankserver ${server} nimmt das Kennwort der Rolle „${role}“ nicht an. Bitte Rolle und Kennwort in ${place} prüfen; Sonderzeichen stehen dort in der Form %40 für @.`,
      en: `The database server ${server} does not accept the password of the role "${role}". Please check role and password in ${place}; special characters stand there in the form %40 for @.`,
    };
  if (code === '28000')
    return {
      de: `Der Datenbankserver ${server} lässt die Rolle „${role}“ nicht herein: ${message}. Bitte die Rolle in ${place} prüfen, oder am Server pg_hba.conf.`,
      en: `The database server ${server} does not let the role "${role}" in: ${message}. Please check the role in ${place}, or pg_hba.conf at the server.`,
    };
  if (code === '3D000')
    return {
      de: `Auf ${server} gibt es die Datenbank „${database}“ aus ${place} nicht. Bitte den Namen berichtigen, oder sie als Verwalter anlegen: ${CREATE_DATABASE}`,
      en: `At ${server} there is no database "${database}" as ${place} names it. Please correct the name, or make it as administrator: ${CREATE_DATABASE}`,
    };
  if (code === '53300')
    return {
      de: `Der Datenbankserver ${server} hat keine Verbindung mehr frei. Bitte max_connections erhöhen oder andere Programme beenden, dann noch einmal starten.`,
      en: `The database server ${server} has no connection left. Please raise max_connections or stop other programs, then start again.`,
    };
  return line(code, message, parts);
}

/** What is wrong with the line to the server, or with what answers there. */
function line(code: string, message: string, { place, server }: Parts): Text | undefined {
  if (/terminated unexpectedly/.test(message))
    return {
      de: `Auf ${server} bricht die Verbindung gleich wieder ab: dort antwortet etwas anderes als PostgreSQL, oder es startet gerade. Bitte Server und Port in ${place} prüfen.`,
      en: `At ${server} the connection breaks at once: something else than PostgreSQL answers there, or it is just starting. Please check server and port in ${place}.`,
    };
  if (/does not support SSL/.test(message) || /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS/.test(code))
    return {
      de: `Mit dem Datenbankserver ${server} kommt keine verschlüsselte Verbindung zustande: ${message}. Bitte sslmode und sslrootcert in ${place} oder das Zertifikat des Servers prüfen.`,
      en: `No encrypted connection to the database server ${server} comes about: ${message}. Please check sslmode and sslrootcert in ${place}, or the certificate of the server.`,
    };
  if (!/^(E[A-Z_]+|08\w{3}|57P0\d)$/.test(code) && !/timeout|terminated/i.test(message)) return undefined;
  return {
    de: `Die Datenbank auf ${server} ist nicht erreichbar: ${message}. Bitte den Datenbankserver, den Weg im Netz und ${place} prüfen.`,
    en: `The database at ${server} cannot be reached: ${message}. Please check the database server, the way through the network, and ${place}.`,
  };
}
