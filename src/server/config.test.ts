import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, terminalLanguage } from './config.ts';

const root = join(import.meta.dirname, '..', '..');

test('without any variable the server is for this machine alone', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    dataFolder: join(process.cwd(), 'data'),
    databaseUrl: null,
    appUrl: null,
    publicUrl: null,
    logLevel: 'warn',
    workers: 2,
    planThreads: 1,
    secretKey: null,
    mail: null,
    language: 'de',
  });
});

test('every variable that is read stands in docs/operations/configuration.md, and no other', () => {
  const source = readFileSync(join(import.meta.dirname, 'config.ts'), 'utf8');
  const page = readFileSync(join(root, 'docs/operations/configuration.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const documented = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map((match) => match[1]),
  );
  const read = [...source.matchAll(/\benv\.([A-Z_]+)/g)].map((match) => match[1]);
  expect(new Set(documented)).toEqual(new Set(read));
});

test.each([
  [{ HOST: '0.0.0.0', FAHRPLAN_URL: 'https://fahrplan.musterstadt.de' }, 'https://fahrplan.musterstadt.de/'],
  [{ HOST: '0.0.0.0', FAHRPLAN_URL: 'http://localhost:8080' }, 'http://localhost:8080/'],
  [{ HOST: 'localhost' }, undefined],
])('%j is accepted', (env, url) => {
  expect(readConfig(env).publicUrl?.href).toBe(url);
});

test.each([
  { HOST: '0.0.0.0' },
  { HOST: '10.0.0.5' },
  { FAHRPLAN_URL: 'http://fahrplan.musterstadt.de' },
  { FAHRPLAN_URL: 'https://musterstadt.de/fahrplan' },
  { FAHRPLAN_URL: 'fahrplan.musterstadt.de' },
  { PORT: '65536' },
  { PORT: '80.5' },
  { FAHRPLAN_WORKERS: 'zwei' },
  { FAHRPLAN_SMTP_URL: 'mail.musterstadt.de', FAHRPLAN_MAIL_FROM: 'a@b.de' },
  { FAHRPLAN_SMTP_URL: 'smtp://mail.musterstadt.de' },
  { FAHRPLAN_MAIL_FROM: 'a@b.de' },
])('%j is refused with a sentence', (env) => {
  expect(() => readConfig(env)).toThrow(/^[A-Z_]+=.*\.$/);
});

test.each([
  [{}, [], 'de'],
  [{ LANG: 'en_US.UTF-8' }, [], 'en'],
  [{ LANG: 'C.UTF-8' }, [], 'de'],
  [{ LC_ALL: 'de_DE.UTF-8', LANG: 'en_GB' }, [], 'de'],
  [{ LANG: 'de_DE' }, ['--lang', 'en'], 'en'],
  [{ LANG: 'en_GB' }, ['--lang=de'], 'de'],
] as const)('%j and %j speak %s', (env, argv, language) => {
  expect(terminalLanguage(env, argv)).toBe(language);
});
