import { resolve } from 'node:path';
import { type Language, mailAddressSchema } from '../agenda/index.ts';
import { isLoopback } from './http/same-origin.ts';
import { Refusal } from './refusal.ts';

/** How a server is set up; every value comes from the environment (docs/operations/configuration.md). */
export interface Config {
  host: string;
  port: number;
  /** Folder of the embedded PostgreSQL; unused with {@link databaseUrl}. */
  dataFolder: string;
  databaseUrl: string | null;
  /** The same database with a log-in of its own for requests. */
  appUrl: string | null;
  /** Address under which people reach this server; null = only from this machine. */
  publicUrl: URL | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Jobs that this process computes at the same time; 0 = none, they are left to `fahrplan worker`. */
  workers: number;
  /** Threads that look for one plan of the whole agenda: 1 or 2. */
  planThreads: number;
  /** The city's mail server, and the address that mails come from; null = no mails. */
  mail: { url: string; from: string } | null;
  /** Key that secrets of second factors are sealed with; null = a file beside the embedded database. */
  secretKey: string | null;
  language: Language;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Language of messages in the terminal: German unless the environment speaks English (`LC_ALL`, `LC_MESSAGES`, `LANG`). */
export function terminalLanguage(env: Environment, argv: readonly string[] = []): Language {
  const option = argv.findLast((one, index) => argv[index - 1] === '--lang' || one.startsWith('--lang='));
  const wanted = option?.replace('--lang=', '') ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return wanted.toLowerCase().startsWith('en') ? 'en' : 'de';
}

/** Reads the configuration; an unusable value is a {@link Refusal} that names it. */
export function readConfig(env: Environment, argv: readonly string[] = []): Config {
  const host = env.HOST || '127.0.0.1';
  const publicUrl = readPublicUrl(env.FAHRPLAN_URL || undefined);
  if (!isLoopback(host) && publicUrl === null) {
    throw new Refusal({
      de: `HOST=${host} macht Fahrplan für andere Rechner erreichbar; dafür bitte mit FAHRPLAN_URL=https://… die öffentliche Adresse angeben (siehe docs/operations/configuration.md).`,
      en: `HOST=${host} opens Fahrplan to other machines; please name the public address with FAHRPLAN_URL=https://… (see docs/operations/configuration.md).`,
    });
  }
  return {
    host,
    port: readNumber('PORT', env.PORT, 8080, 65_535),
    dataFolder: resolve(env.FAHRPLAN_DATA || 'data'),
    databaseUrl: env.DATABASE_URL || null,
    appUrl: env.FAHRPLAN_APP_DATABASE_URL || null,
    publicUrl,
    logLevel: readLevel(env.FAHRPLAN_LOG || 'warn'),
    workers: readNumber('FAHRPLAN_WORKERS', env.FAHRPLAN_WORKERS, 2, 64),
    planThreads: readNumber('FAHRPLAN_PLAN_THREADS', env.FAHRPLAN_PLAN_THREADS, 1, 2, 1),
    mail: readMail(env.FAHRPLAN_SMTP_URL || undefined, env.FAHRPLAN_MAIL_FROM || undefined),
    secretKey: env.FAHRPLAN_SECRET_KEY || null,
    language: terminalLanguage(env, argv),
  };
}

function readNumber(name: string, text: string | undefined, otherwise: number, max: number, min = 0): number {
  const value = text ? Number(text) : otherwise;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Refusal({
    de: `${name}=${text} ist keine ganze Zahl von ${min} bis ${max}.`,
    en: `${name}=${text} is no whole number from ${min} to ${max}.`,
  });
}

function readLevel(text: string): Config['logLevel'] {
  const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
  const level = levels.find((one) => one === text);
  if (level) return level;
  throw new Refusal({
    de: `FAHRPLAN_LOG=${text} gibt es nicht; möglich sind ${levels.join(', ')}.`,
    en: `FAHRPLAN_LOG=${text} does not exist; possible are ${levels.join(', ')}.`,
  });
}

/** Sessions travel in a cookie: outside of this machine only over https. */
function readPublicUrl(text: string | undefined): URL | null {
  if (text === undefined) return null;
  const url = URL.parse(text);
  if (
    url &&
    url.pathname === '/' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
  )
    return url;
  throw new Refusal({
    de: `FAHRPLAN_URL=${text} muss eine Adresse ohne Pfad sein, die mit https:// beginnt, zum Beispiel https://fahrplan.musterstadt.de.`,
    en: `FAHRPLAN_URL=${text} must be an address without a path that begins with https://, for example https://fahrplan.musterstadt.de.`,
  });
}

/** Both values or none. The address of the mail server may hold a password and is therefore never repeated. */
function readMail(url: string | undefined, from: string | undefined): Config['mail'] {
  if (url === undefined && from === undefined) return null;
  const server = URL.parse(url ?? '');
  if (server === null || !['smtp:', 'smtps:'].includes(server.protocol) || server.hostname === '') {
    throw new Refusal({
      de: 'FAHRPLAN_SMTP_URL=… muss mit smtp:// oder smtps:// beginnen, zum Beispiel smtps://name:kennwort@mail.musterstadt.de.',
      en: 'FAHRPLAN_SMTP_URL=… must begin with smtp:// or smtps://, for example smtps://name:password@mail.musterstadt.de.',
    });
  }
  if (from !== undefined && mailAddressSchema.safeParse(/<([^<>]*)>$/.exec(from)?.[1] ?? from).success)
    return { url: server.href, from };
  throw new Refusal({
    de: `FAHRPLAN_MAIL_FROM=${from ?? ''} muss eine E-Mail-Adresse sein, zum Beispiel „Fahrplan <fahrplan@musterstadt.de>“.`,
    en: `FAHRPLAN_MAIL_FROM=${from ?? ''} must be an e-mail address, for example "Fahrplan <fahrplan@musterstadt.de>".`,
  });
}
