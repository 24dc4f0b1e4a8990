import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Failure, printable, report } from './failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'fahrplan-report-'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function reported(error: unknown, language: 'de' | 'en' = 'de') {
  let text = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  return { code: report(error, language), text };
}

test('what the reader can put right is one sentence and exit code 1', () => {
  const failure = new Failure({ de: 'Die Datei fehlt.', en: 'The file is missing.' });
  expect(reported(failure)).toEqual({ code: 1, text: 'Die Datei fehlt.\n' });
  expect(reported(failure, 'en')).toEqual({ code: 1, text: 'The file is missing.\n' });
});

test('sentences of other parts count as such', () => {
  const error = Object.assign(new Error('x'), { text: { de: 'Belegt.', en: 'Taken.' } });
  expect(reported(error)).toEqual({ code: 1, text: 'Belegt.\n' });
});

test('our own fault is one sentence with a report, exit code 2, and the details in a file', () => {
  vi.stubEnv('TMPDIR', folder);
  const { code, text } = reported(new TypeError('x is undefined'));
  expect(code).toBe(2);
  const [, id = '', place = ''] =
    /^Das ist ein Fehler von Fahrplan \(Bericht ([\da-f-]{36})\); .* stehen in (\S+)\.\n$/.exec(text) ?? [];
  const details = readFileSync(place, 'utf8');
  expect(details).toContain(id);
  expect(details).toContain('TypeError: x is undefined');
  rmSync(folder, { recursive: true });
});

test('where no file can be written the details follow', () => {
  vi.stubEnv('TMPDIR', join(folder, 'nowhere'));
  const { code, text } = reported(new Error('boom'));
  expect(code).toBe(2);
  expect(text).toContain('Error: boom');
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

test('nothing from outside can steer the terminal', () => {
  expect(printable('a\u001b[31mb\r\u0007c\nd')).toBe('a\ufffd[31mb\ufffd\ufffdc\nd');
});
