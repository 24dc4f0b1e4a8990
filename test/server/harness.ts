import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { type Role as AgendaRole, agendaSchema } from '../../src/agenda/index.ts';
import { paperSchema } from '../../src/council/index.ts';
import { type Config, type Fetcher, type RunningServer, startServer } from '../../src/server/index.ts';
import { createSignInToken, insertRecord, openStore, saveAgenda, withCity } from '../../src/store/index.ts';
import { createTestDatabase, type TestDatabase } from '../setup/database.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'chemnitz');

/** The configuration of a server on a test database; port 0 takes any free one. */
export function testConfig(database: TestDatabase, more: Partial<Config> = {}): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    dataFolder: '/nonexistent',
    databaseUrl: database.ownerUrl,
    appUrl: database.appUrl,
    publicUrl: null,
    logLevel: 'silent',
    workers: 1,
    planThreads: 1,
    mail: null,
    secretKey: '5e'.repeat(32),
    language: 'de',
    ...more,
  };
}

export interface TestServer {
  server: RunningServer;
  database: TestDatabase;
}

/**
 * Puts the example city into a test database, with its approved plan and without any answer: a server that starts on
 * it computes nothing by itself.
 */
export async function loadCity(database: TestDatabase, planned = true): Promise<void> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(EXAMPLE, name), 'utf8'));
  const agenda = agendaSchema.parse(read('agenda.json'));
  const papers = globSync('papers/*.json', { cwd: EXAMPLE }).map((name) => paperSchema.parse(read(name)));
  const store = await openStore({ databaseUrl: database.ownerUrl, appUrl: database.appUrl });
  await withCity(store.db, { city: agenda.city.id, actor: 'test' }, async (tx) => {
    await saveAgenda(tx, planned ? agenda : { ...agenda, plans: [] });
    for (const paper of papers) await insertRecord(tx, 'papers', paper);
  });
  await store.close();
}

/**
 * The real server with the example city, on a database of its own and over real HTTP, for the tests of one file:
 * `const app = serverForFile();`, then `app()`.
 *
 * @param planned false for a city that has no plan yet
 * @param fetcher the way to servers outside, for tests that have one of their own
 */
export function serverForFile(more: Partial<Config> = {}, planned = true, fetcher?: Fetcher): () => TestServer {
  let running: TestServer;
  beforeAll(async () => {
    const database = await createTestDatabase();
    await loadCity(database, planned);
    const server = await startServer(
      testConfig(database, more),
      pino({ level: process.env.FAHRPLAN_TEST_LOG ?? 'silent' }),
      fetcher,
    );
    running = { database, server };
  });
  afterAll(async () => {
    await running?.server.stop();
    await running?.database.drop();
  });
  return () => running;
}

export type Role = AgendaRole | 'nobody';

/** A signed-in user of one role: requests carry the session, and `Origin` unless the test takes it away. */
export class Client {
  readonly #address: string;
  readonly #cookie: string;

  constructor(address: string, cookie: string) {
    this.#address = address;
    this.#cookie = cookie;
  }

  /** What the cookie keeps secret. */
  get secret(): string {
    return this.#cookie.split('=')[1] ?? '';
  }

  /** The same session at another server. */
  at(address: string): Client {
    return new Client(address, this.#cookie);
  }

  async send(
    method: string,
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers: Record<string, string> = { cookie: this.#cookie, origin: this.#address, ...init.headers };
    for (const [name, value] of Object.entries(headers)) if (value === '') delete headers[name];
    return fetch(`${this.#address}${path}`, { redirect: 'manual', ...init, method, headers });
  }

  async get<T = Record<string, unknown>>(path: string): Promise<T> {
    const answer = await this.send('GET', path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const json = { 'content-type': 'application/json' };
    return this.send('PUT', path, { body: JSON.stringify(body), headers: { ...json, ...headers } });
  }

  async post(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('POST', path, { headers });
  }
}

/** Signs in with a fresh one-time link, as a person would, and returns the client with the session's cookie. */
export async function signIn(
  { server }: TestServer,
  role: Role,
  city = 'chemnitz',
  ownUnits: string[] = [],
  actor = `test-${role}`,
): Promise<Client> {
  const roles = role === 'nobody' ? [] : [role];
  const token = await withCity(server.store.db, { city, actor: 'test' }, (tx) =>
    createSignInToken(tx, { actor, roles, ownUnits, minutes: 5 }),
  );
  const answer = await fetch(`${server.address}/anmelden?token=${token}`, { redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`sign-in failed: ${answer.status}`);
  return new Client(server.address, cookie);
}

/** Sends a body as JSON with POST. */
export const sendJson = (client: Client, path: string, body: unknown): Promise<Response> =>
  client.send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** The events of a job's stream, until the server ends it. */
export async function eventsOf(client: Client, job: string): Promise<{ state: string; progress: number }[]> {
  const answer = await client.send('GET', `/api/jobs/${job}/events`);
  const text = await answer.text();
  return [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? '{}'));
}
