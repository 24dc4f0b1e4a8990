import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { readDocument } from './read-document.ts';
import { docxOf, packedPdf, pdfOf, zipOf } from './testing.ts';

const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const numbered = (words: string): string =>
  `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>${text(words)}`;

const refusal = (bytes: Uint8Array): Promise<unknown> =>
  readDocument(bytes).then(
    () => 'read',
    (error: { code?: unknown }) => error.code,
  );

/**
 * Reads files in a process of its own, one after the other, after two that are sound: so what grows is what a hostile
 * file takes. Each is a base64 text; says for each how it was refused, and by how many bytes the process had grown at most.
 */
const READER = `
  import { readFileSync } from 'node:fs';
  import { text } from 'node:stream/consumers';
  import { readDocument } from ${JSON.stringify(new URL('./read-document.ts', import.meta.url).href)};
  const { sound, hostile } = JSON.parse(await text(process.stdin));
  const read = async (file) => {
    try { await readDocument(new Uint8Array(Buffer.from(file, 'base64'))); return 'read'; }
    catch (error) { return error.code; }
  };
  // Not maxRSS: that begins with the largest size of the process that started this one.
  const peak = () => 1024 * Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  for (const file of sound) await read(file);
  const before = peak();
  const answers = [];
  for (const file of hostile) answers.push({ code: await read(file), grown: peak() - before });
  console.log(JSON.stringify(answers));
`;

interface Reading {
  code: unknown;
  grown: number;
}

async function readApart(sound: Uint8Array[], hostile: Uint8Array[]): Promise<Reading[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-reader-'));
  try {
    writeFileSync(join(folder, 'reader.mjs'), READER);
    const child = spawn(process.execPath, [join(folder, 'reader.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
    const encoded = (files: Uint8Array[]): string[] => files.map((one) => Buffer.from(one).toString('base64'));
    child.stdin.end(JSON.stringify({ sound: encoded(sound), hostile: encoded(hostile) }));
    return JSON.parse(await textOf(child.stdout)) as Reading[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A compound file (MS-CFB): its mark, and the name of a stream as its directory has it. */
const compound = (stream: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(stream, 'utf16le')]);

describe('reading documents', () => {
  test('a Word file: paragraphs, breaks, numbered lists, nothing that was deleted', async () => {
    const bytes = docxOf(
      text('Gegenstand: Wege &amp; Pl&#228;tze'),
      numbered('Die Stadt baut.'),
      numbered('Sie berichtet.'),
      `${text('eins')}<w:r><w:br/></w:r><w:del>${text('weg')}</w:del>${text('zwei')}`,
    );
    expect((await readDocument(bytes)).map((line) => line.text)).toEqual([
      'Gegenstand: Wege & Plätze',
      '1. Die Stadt baut.',
      '2. Sie berichtet.',
      'eins',
      'zwei',
    ]);
  });

  test('a PDF with a text layer, with the page of each line', async () => {
    expect(await readDocument(pdfOf(['Antrag BA-001/2021', 'Gegenstand: Wege']))).toEqual([
      { text: 'Antrag BA-001/2021', page: 1 },
      { text: 'Gegenstand: Wege', page: 1 },
    ]);
  });

  test('a PDF without text says so', async () => {
    expect(await refusal(pdfOf([]))).toBe('documentWithoutText');
  });

  const bomb = `<w:document>${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}</w:document>`;
  const hostile: [string, string, () => Uint8Array][] = [
    ['a zip bomb', 'documentHostile', () => zipOf({ 'word/document.xml': Buffer.alloc(200_000_000) })],
    [
      'too many entries',
      'documentHostile',
      () => zipOf(Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`e${i}`, 'x']))),
    ],
    [
      'entities',
      'documentHostile',
      () => zipOf({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>' }),
    ],
    [
      'an external entity',
      'documentHostile',
      () => zipOf({ 'word/document.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document/>' }),
    ],
    ['deeply nested elements', 'documentBroken', () => zipOf({ 'word/document.xml': bomb })],
    ['an encrypted archive', 'documentEncrypted', () => zipOf({ 'word/document.xml': 'x' }, 1)],
    ['a zip that is no Word file', 'documentUnknown', () => zipOf({ 'a.txt': 'x' })],
    ['a cut-off archive', 'documentBroken', () => docxOf(text('x')).subarray(0, 60)],
    ['a Word file with a password', 'documentEncrypted', () => compound('EncryptedPackage')],
    ['a Word file of old', 'documentOld', () => compound('WordDocument')],
    ['an old file', 'documentUnknown', () => new Uint8Array(Buffer.from('{\\rtf1 Hallo}'))],
    ['a broken PDF', 'documentBroken', () => new Uint8Array(Buffer.from('%PDF-1.7\nnothing'))],
  ];

  describe('hostile files', () => {
    let readings: Reading[];
    beforeAll(async () => {
      readings = await readApart(
        [docxOf(text('x')), pdfOf(['x'])],
        hostile.map(([, , make]) => make()),
      );
    });

    test.each(hostile.map(([what, code], index) => ({ what, code, index })))(
      '$what is refused by name, in little memory',
      ({ code, index }) => {
        expect(readings[index]?.code).toBe(code);
        // Of the whole process, over all files up to this one.
        expect(readings[index]?.grown).toBeLessThan(64_000_000);
      },
    );
  });

  test('a PDF that takes all memory ends its own process, not this one', async () => {
    const content = `BT /F1 12 Tf (${'a'.repeat(1e8)}) Tj ET`;
    expect(await refusal(packedPdf(content))).toMatch(/^document(Hostile|TooSlow)$/);
  });

  test('a file beyond all measure is not read at all', async () => {
    expect(await refusal(new Uint8Array(limits.documentBytes + 1))).toBe('documentTooLarge');
  });

  test('a PDF object that refers to itself ends', async () => {
    const loop =
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF';
    expect(await refusal(new Uint8Array(Buffer.from(loop)))).toMatch(/^document(Broken|WithoutText|TooSlow)$/);
  });
});
