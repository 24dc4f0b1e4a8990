import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { readDocument } from './read-document.ts';
import { docxOf, pdfOf, zipOf } from './testing.ts';

const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const numbered = (words: string): string =>
  `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>${text(words)}`;

const refusal = (bytes: Uint8Array): Promise<unknown> =>
  readDocument(bytes).then(
    () => 'read',
    (error: { code?: unknown }) => error.code,
  );

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
  test.each<[string, string, () => Uint8Array]>([
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
    ['a Word file with a password', 'documentEncrypted', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['an old file', 'documentUnknown', () => new Uint8Array(Buffer.from('{\\rtf1 Hallo}'))],
    ['a broken PDF', 'documentBroken', () => new Uint8Array(Buffer.from('%PDF-1.7\nnothing'))],
    ['a file beyond all measure', 'documentTooLarge', () => new Uint8Array(limits.documentBytes + 1)],
  ])('%s is refused by name, in little memory', async (_, code, make) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    expect(await refusal(bytes)).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000);
  });

  test('a PDF object that refers to itself ends', async () => {
    const loop =
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF';
    expect(await refusal(new Uint8Array(Buffer.from(loop)))).toMatch(/^document(Broken|WithoutText|TooSlow)$/);
  });
});
