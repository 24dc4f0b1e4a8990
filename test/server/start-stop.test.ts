import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { asAdmin, createTestDatabase } from '../setup/database.ts';
import { processesOf } from '../setup/processes.ts';
import { startMain, startProgram } from './process.ts';

const root = mkdtempSync(join(tmpdir(), 'fahrplan-start-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('start, Ctrl-C, start again: nothing is left over, nothing is lost', async () => {
  const folder = join(root, 'ordinary');
  const first = await startMain({ FAHRPLAN_DATA: folder });
  expect(first.program.output).toContain('Beenden mit Strg+C');
  expect(processesOf(folder).length).toBeGreaterThan(0);
  expect((await fetch(first.link, { redirect: 'manual' })).status).toBe(303);

  // Nobody else gets in: not a second program on the folder, not one on the port.
  const sameFolder = startProgram('src/server/main.ts', { PORT: '0', FAHRPLAN_DATA: folder });
  expect(await sameFolder.ended()).toBe(1);
  expect(sameFolder.errors.trim()).toBe(
    `Der Datenordner ${folder} wird schon von einem anderen Fahrplan benutzt. Bitte das andere Programm beenden oder einen anderen Ordner angeben.`,
  );
  expect((await fetch(`${first.address}/health`)).status).toBe(200);

  expect(await first.program.end('SIGINT'), first.program.errors).toBe(0);
  expect(first.program.errors).toBe('');
  expect(processesOf(folder)).toEqual([]);

  const second = await startMain({ FAHRPLAN_DATA: folder, LANG: 'en_GB.UTF-8' });
  expect(second.program.output).toContain('Stop with Ctrl+C');
  // The used link stays used; the new one works.
  const old = first.link.replace(first.address, second.address);
  expect((await fetch(old, { redirect: 'manual' })).status).toBe(401);
  const answer = await fetch(second.link, { redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await fetch(`${second.address}/api/overview`, { headers: { cookie } })).status).toBe(200);

  // Killed without a word, it leaves no server behind either.
  await second.program.end('SIGKILL');
  await expect.poll(() => processesOf(folder)).toEqual([]);
});

test('a port that is taken is named, and the database that was already up is stopped again', async () => {
  const folder = join(root, 'port');
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  try {
    const german = startProgram('src/server/main.ts', { FAHRPLAN_DATA: folder, PORT: String(port) });
    expect(await german.ended()).toBe(1);
    expect(german.errors.trim()).toMatch(new RegExp(`^Der Port ${port} auf 127.0.0.1 ist schon belegt\\. [^\\n]*$`));
    expect(processesOf(folder)).toEqual([]);
    const english = startProgram('src/server/main.ts', { FAHRPLAN_DATA: folder, PORT: String(port) }, ['--lang', 'en']);
    expect(await english.ended()).toBe(1);
    expect(english.errors.trim()).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is already taken\\. [^\\n]*$`));
  } finally {
    other.close();
  }
});

test('a database that cannot be reached, and one that is newer than the program', async () => {
  const away = startProgram('src/server/main.ts', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/fahrplan' });
  expect(await away.ended()).toBe(1);
  expect(away.errors.trim()).toMatch(/^Auf 127\.0\.0\.1:1 antwortet kein Datenbankserver[^\n]*DATABASE_URL[^\n]*$/);
  const database = await createTestDatabase();
  try {
    await asAdmin(database.name, "INSERT INTO migration (number, name, checksum) VALUES (9999, '9999_later.sql', 'x')");
    const newer = startProgram('src/server/main.ts', { DATABASE_URL: database.ownerUrl, PORT: '0' });
    expect(await newer.ended()).toBe(1);
    expect(newer.errors.trim()).toMatch(/^Die Datenbank ist neuer als dieses Programm [^\n]*$/);
  } finally {
    await database.drop();
  }
});

test.each([
  [{ PORT: 'abc' }, /^PORT=abc ist keine ganze Zahl/],
  [{ HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 .*FAHRPLAN_URL/],
  [{ FAHRPLAN_URL: 'http://fahrplan.musterstadt.de' }, /^FAHRPLAN_URL=.*https:\/\//],
  [{ FAHRPLAN_LOG: 'laut' }, /^FAHRPLAN_LOG=laut gibt es nicht/],
  [{ FAHRPLAN_WORKERS: '-1' }, /^FAHRPLAN_WORKERS=-1 ist keine ganze Zahl/],
  [{ FAHRPLAN_DATA: '/dev/null/daten' }, /\/dev\/null\/daten/],
])('%j ends with one sentence and exit code 1', async (env, sentence) => {
  const program = startProgram('src/server/main.ts', { FAHRPLAN_DATA: join(root, 'unused'), PORT: '0', ...env });
  expect(await program.ended()).toBe(1);
  expect(program.errors.trim()).toMatch(sentence);
  expect(program.errors.trim().split('\n')).toHaveLength(1);
});
