import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseAgenda, writeAgenda } from '../agenda/index.ts';
import { setAt, smallAgenda } from '../agenda/testing.ts';
import { readAgenda, readAgendaFile } from './agenda-file.ts';
import { limits } from './limits.ts';
import { readPaperFile, readPapersBeside, writePaper } from './paper-file.ts';
import { readJson } from './read-json.ts';
import { smallPaper } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'fahrplan-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const sentence = async (path: string) => {
  const read = await readAgendaFile(path);
  if ('value' in read) throw new Error('the file was accepted');
  expect(read.faults).toHaveLength(1);
  return read.faults[0]?.message.de ?? '';
};
const agendaText = JSON.stringify(smallAgenda());

describe('one clear sentence for a file', () => {
  const deep = '['.repeat(70) + ']'.repeat(70);
  test.each<[name: string, content: string | Uint8Array, words: string]>([
    ['empty.json', '', 'Die Datei ist leer'],
    ['blank.json', ' \n ', 'Die Datei ist leer'],
    ['no-json.json', 'Hallo', 'Zeile 1, Spalte 1 stört das Zeichen „H“'],
    ['comma.json', '{\n  "format": 1,\n}', 'Zeile 3, Spalte 1 stört das Zeichen „}“'],
    ['cut.json', agendaText.slice(0, 500), 'bricht in Zeile 1, Spalte 501 mitten im JSON ab'],
    ['tab.json', '{"a": "x\ty"}', 'stört das Zeichen U+0009'],
    ['twice.json', '{\n "teams": [],\n "teams": []}', 'In Zeile 3, Spalte 2 steht „teams“ zum zweiten Mal'],
    ['utf16.json', Buffer.from('\ufeff{}', 'utf16le'), 'in UTF-16 gespeichert'],
    ['latin1.json', Buffer.from('{"name": "Änderung"}', 'latin1'), 'nicht in UTF-8 gespeichert'],
    ['deep.json', deep, 'ab Zeile 1, Spalte 65 tiefer als 64 Ebenen'],
    ['list.json', '[]', 'enthält kein Objekt'],
    ['other.json', '{}', 'nicht als eine Agenda gekennzeichnet'],
    ['paper.json', '{"format": "fahrplan-paper", "version": 1}', 'enthält eine Ratsvorlage'],
    ['newer.json', '{"format": "fahrplan-agenda", "version": 9}', 'Formatversion 9, dieses Programm kennt nur bis 1'],
    ['large.json', new Uint8Array(limits.jsonBytes + 1), 'größer als 20 MB'],
  ])('%s', async (name, content, words) => expect(await sentence(file(name, content))).toContain(words));

  test('a missing file, a folder, a path through a file', async () => {
    expect(await sentence(join(folder, 'nowhere.json'))).toContain('gibt es nicht');
    mkdirSync(join(folder, 'sub'));
    expect(await sentence(join(folder, 'sub'))).toContain('ist ein Ordner');
    expect(await sentence(join(file('plain.json', '{}'), 'x.json'))).toContain('ist kein Ordner');
    expect(await sentence('a\0b')).toContain('lässt sich nicht lesen');
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission to read', async () => {
    const path = file('secret.json', '{}');
    chmodSync(path, 0);
    expect(await sentence(path)).toContain('darf nicht gelesen werden');
  });

  test('a device that never ends is not read for ever', async () => {
    expect(await sentence('/dev/zero')).toContain('größer als 20 MB');
  });
});

test('control characters and half characters are refused with their place', () => {
  const agenda = smallAgenda();
  setAt(agenda, 'projects[0].name', 'rot \u001b[31m');
  setAt(agenda, 'teams[0].name', 'halb \ud800');
  setAt(agenda, 'projects[1].purpose', 'erste Zeile\nzweite\tZeile');
  const read = readAgenda(Buffer.from(JSON.stringify(agenda)));
  expect('faults' in read && read.faults.map((one) => [one.code, one.path])).toEqual([
    ['controlCharacter', ['teams', 0, 'name']],
    ['controlCharacter', ['projects', 0, 'name']],
  ]);
});

test('a byte order mark of UTF-8 is harmless', async () => {
  const read = await readAgendaFile(file('bom.json', `\ufeff${agendaText}`));
  expect(read).toHaveProperty('value');
});

test('reading and writing an agenda file gives the same bytes', async () => {
  const parsed = parseAgenda(smallAgenda());
  if ('faults' in parsed) throw new Error('the small agenda has faults');
  const text = writeAgenda(parsed.agenda);
  const read = await readAgendaFile(file('agenda.json', text));
  expect('value' in read && writeAgenda(read.value)).toBe(text);
});

describe('papers', () => {
  test('are read, and written to the same bytes', async () => {
    const written = JSON.stringify(smallPaper());
    const read = await readPaperFile(file('p.json', written));
    if ('faults' in read) throw new Error(read.faults[0]?.message.de);
    const again = await readPaperFile(file('p2.json', writePaper(read.value)));
    expect(again).toEqual(read);
  });

  test('beside a paper lie others; what is no paper is passed over, what is a broken one is named', async () => {
    const beside = join(folder, 'papers');
    mkdirSync(beside);
    const put = (name: string, content: string) => writeFileSync(join(beside, name), content);
    put('a.json', JSON.stringify(smallPaper()));
    put('b.json', JSON.stringify({ ...smallPaper(), id: 'b', reference: 'BA-002/2020' }));
    put('c.json', '{"format": "fahrplan-paper", "version": 1}');
    put('d.json', agendaText);
    put('e.json', 'no json');
    put('f.txt', 'text');
    const found = await readPapersBeside(join(beside, 'a.json'));
    expect(found.papers.map((one) => one.reference)).toEqual(['BA-002/2020']);
    expect(found.skipped).toEqual(['c.json']);
  });
});

test('the largest allowed size is read, and takes no more work for each byte than a small file', () => {
  // Processor time of this thread's process, and as a ratio: neither a slow nor a busy machine changes it. Work that
  // grows with the square would be a hundred times as much.
  const work = (entries: number): number => {
    const bytes = Buffer.from(`[${'{"a":"bbbbbbbbbb"},'.repeat(entries)}0]`);
    const before = process.cpuUsage();
    expect(readJson(bytes)).toHaveProperty('value');
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  expect(work(1_000_000) / work(100_000)).toBeLessThan(40);
});
