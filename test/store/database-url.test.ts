import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { refuseServer, type ServerSettings } from '../../src/store/health.ts';
import { openStore } from '../../src/store/index.ts';
import { unreachable } from '../../src/store/unreachable.ts';

/** What the operator reads when the database of this address cannot be opened. */
const said = (databaseUrl: string, more: { appUrl?: string } = {}): Promise<string> =>
  openStore({ databaseUrl, ...more }).then(
    () => 'opened',
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );

/** Asks a server that says `answer` to whoever connects, and nothing else. */
async function answeredWith(answer: Uint8Array | string, role = 'fahrplan_owner:geheim'): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return (await said(`postgres://${role}@127.0.0.1:${port}/fahrplan`)).replaceAll(String(port), 'PORT');
  } finally {
    server.close();
  }
}

/** An ErrorResponse of PostgreSQL's protocol (§ 54.7). */
function refused(code: string, message: string): Uint8Array {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

test.each([
  ['foo', /^databaseUnreachable: DATABASE_URL ist keine Adresse einer PostgreSQL-Datenbank\. .*postgres:\/\//],
  ['/var/run/postgresql', /^databaseUnreachable: DATABASE_URL ist keine Adresse/],
  ['mysql://root:geheim@db/fahrplan', /keine Adresse einer PostgreSQL-Datenbank \(sie beginnt mit „mysql:“\)/],
  [
    'postgres://owner:geheim@db.musterstadt.de',
    /^databaseUnreachable: DATABASE_URL nennt keine Datenbank\. .*\/fahrplan/,
  ],
  ['postgres://owner:geheim@db.musterstadt.de/', /DATABASE_URL nennt keine Datenbank/],
  ['postgres://owner:geheim@127.0.0.1:1/x', /Auf 127\.0\.0\.1:1 antwortet kein Datenbankserver .* in DATABASE_URL/],
  ['postgres://owner:geheim@x/y?host=%2Fnowhere', /Auf \/nowhere antwortet kein Datenbankserver/],
])('%s', async (address, sentence) => {
  const text = await said(address);
  expect(text).toMatch(sentence);
  expect(text).not.toContain('geheim');
});

test('the second address is named by its own name', async () => {
  const address = 'postgres://x@127.0.0.1:1/y';
  expect(await said(address, { appUrl: 'http://x/y' })).toMatch(/FAHRPLAN_APP_DATABASE_URL ist keine Adresse/);
});

test.each([
  ['28P01', 'password authentication failed', /Kennwort der Rolle „fahrplan_owner“ nicht an\. .* in DATABASE_URL/],
  ['28000', 'no pg_hba.conf entry', /lässt die Rolle „fahrplan_owner“ nicht herein: no pg_hba\.conf entry\. .*pg_hba/],
  ['3D000', 'database does not exist', /gibt es die Datenbank „fahrplan“ aus DATABASE_URL nicht\. .*CREATE DATABASE/],
  ['53300', 'too many clients', /keine Verbindung mehr frei\. Bitte max_connections/],
  ['57P03', 'the database system is starting up', /nicht erreichbar: the database system is starting up\. Bitte/],
])('the server refuses with %s', async (code, message, sentence) => {
  const text = await answeredWith(refused(code, message));
  expect(text).toMatch(sentence);
  expect(text).toContain('127.0.0.1:PORT');
  expect(text).not.toContain('geheim');
});

test.each(['HTTP/1.1 400 Bad Request\r\n\r\n', ''])('something else answers: „%s“', async (answer) => {
  expect(await answeredWith(answer)).toMatch(/127\.0\.0\.1:PORT bricht .* etwas anderes als PostgreSQL.* DATABASE_URL/);
});

// What depends on the network around the tests is given as the system reports it.
test.each([
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND', /Den Rechner „db“ aus DATABASE_URL findet das Netz nicht .* in DATABASE_URL/],
  ['ETIMEDOUT', 'connect ETIMEDOUT', /auf db:5432 ist nicht erreichbar: connect ETIMEDOUT\. .*DATABASE_URL prüfen/],
  ['', 'timeout exceeded when trying to connect', /auf db:5432 ist nicht erreichbar: timeout .*DATABASE_URL prüfen/],
  ['', 'The server does not support SSL connections', /keine verschlüsselte Verbindung .* sslmode/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', /self-signed certificate\. Bitte sslmode und sslrootcert/],
  ['', 'SASL: client password must be a string', /Kennwort der Rolle „owner“ nicht an/],
])('%s %s', (code, message, sentence) => {
  const error = Object.assign(new Error(message), code ? { code } : {});
  expect(String(unreachable(error, 'DATABASE_URL', 'postgres://owner@db/fahrplan'))).toMatch(sentence);
});

test('a server that is too old, or lacks an extension', () => {
  const sound: ServerSettings = {
    version: 180_004,
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    encoding: 'UTF8',
    sorted: ['Apfel', 'Äpfel', 'Zebra'],
    missing: [],
  };
  expect(() => refuseServer(sound)).not.toThrow();
  expect(() => refuseServer({ ...sound, version: 150_007 })).toThrow(/PostgreSQL 18 .* Version 15\. .*DATABASE_URL/);
  expect(() => refuseServer({ ...sound, missing: ['fuzzystrmatch'] })).toThrow(/fehlt: fuzzystrmatch .*contrib/);
  expect(() => refuseServer({ ...sound, encoding: 'LATIN1' })).toThrow(/UTF-8.*CREATE DATABASE/);
});
