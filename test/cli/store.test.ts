import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, start } from './run.ts';

test('server, worker, backup and restore on a data folder of their own', async () => {
  const place = folder();
  const env = (data: string, port = 0) => ({ FAHRPLAN_DATA: join(place, data), PORT: String(port), DATABASE_URL: '' });
  const [first, second] = [join(place, 'first.fahrplan'), join(place, 'second.fahrplan')];

  const server = start(['serve'], env('one'));
  await server.prints('Anmeldelink');
  server.process.kill('SIGINT');
  const served = await server.ended;
  expect({ code: served.code, stderr: served.stderr }).toEqual({ code: 0, stderr: '' });
  expect(served.stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\/anmelden\?token=\S+/);

  const saved = await start(['backup', first], env('one')).ended;
  expect(saved).toMatchObject({ code: 0, stderr: '' });
  expect(saved.stdout).toMatch(/^Gesichert: .*first\.fahrplan \(\d+ Datensätze, eine Stadt\)\n$/);

  const restored = await start(['restore', first], env('two')).ended;
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect((await start(['backup', second, '--lang', 'en'], env('two')).ended).stdout).toContain('Saved: ');
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);

  const again = await start(['restore', first], env('two')).ended;
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toMatch(/^Eine Sicherung wird nur in eine leere Datenbank eingespielt.*\n$/);

  const worker = start(['worker'], env('two'));
  await worker.prints('Fahrplan rechnet.');
  worker.process.kill('SIGINT');
  expect(await worker.ended).toMatchObject({ code: 0, stderr: '' });

  const link = await start(['sign-in-link', '--city', 'chemnitz'], env('two', 8081)).ended;
  expect(link.stdout).toMatch(/^http:\/\/127\.0\.0\.1:8081\/anmelden\?token=\S+\n$/);
});

test.each([
  [
    ['restore', 'nowhere.fahrplan'],
    'Die Sicherung nowhere.fahrplan gibt es nicht; bitte Pfad und Schreibweise prüfen.\n',
  ],
  [['backup', 'nowhere/x'], 'Die Datei nowhere/x lässt sich nicht schreiben, weil es ihren Ordner nicht gibt;'],
])('%j is refused before any database starts', async (args, sentence) => {
  const data = join(folder(), 'data');
  const { code, stderr } = await start(args, { FAHRPLAN_DATA: data, DATABASE_URL: '' }).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(sentence);
  expect(existsSync(data)).toBe(false);
  rmSync(data, { recursive: true, force: true });
});
