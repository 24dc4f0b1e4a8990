import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Statement } from '../council/index.ts';
import type { OfficialDocument, Part } from './model.ts';
import { plain } from './model.ts';
import { SIGNS } from './pdf/letters.ts';
import { documentToPdf } from './pdf/write.ts';
import { statementDocument } from './statement-document.ts';
import { goldenStatement, lineText } from './testing.ts';

const document = statementDocument(goldenStatement(), { city: 'Stadt Chemnitz', office: 'Dezernat 1' });

/** Letters without blanks and hyphens: where lines break, and what is hyphenated there, is up to the layout. */
const bare = (words: string): string => words.normalize('NFKC').replace(/[\s\-‐]+/g, '');

/** All letters of a file, footers left out. */
async function lettersOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return bare(text.map((page) => page.replace(/[^\n]* · Seite \d+ von \d+/g, '')).join(''));
}

function partTexts(part: Part): string[] {
  switch (part.kind) {
    case 'heading':
      return [part.text];
    case 'list':
      return part.items.map(lineText);
    case 'paragraph':
      return [lineText(part.line)];
    case 'image':
      return [];
    case 'table':
      return part.rows.flatMap((row) => row.cells.map(lineText));
  }
}

const small = (...parts: Part[]): OfficialDocument => ({
  title: 'Titel',
  subject: 'Gegenstand',
  author: 'Stadt',
  on: '2020-08-31',
  head: [],
  parts,
});
const text = (words: string): Part => ({ kind: 'paragraph', style: 'text', line: plain(words) });

describe('the statement as a PDF file', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await documentToPdf(document);
  });

  test('says every word of the document', async () => {
    const letters = await lettersOf(bytes);
    const missing = document.parts.flatMap(partTexts).filter((one) => !letters.includes(bare(one)));
    expect(missing).toEqual([]);
    expect(letters).toContain(bare(document.title));
  });

  test('is PDF/UA-1, tagged, German, with title, author, day and table heads', async () => {
    const raw = Buffer.from(bytes).toString('latin1');
    const heads = document.parts.reduce((sum, part) => sum + (part.kind === 'table' ? part.columns.length : 0), 0);
    expect(raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(de-DE\)/);
    expect(raw.match(/\/S \/TH\b/g)?.length).toBe(heads);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)));
    expect(info).toMatchObject({
      Title: document.title,
      Subject: document.subject,
      Author: 'Stadt Chemnitz',
      CreationDate: expect.stringMatching(/^D:20200831/),
    });
  });

  test('the same statement gives the same bytes; another one does not', async () => {
    expect(Buffer.compare(Buffer.from(await documentToPdf(document)), Buffer.from(bytes))).toBe(0);
  });
});

test('what somebody typed is shown and never read as markup', async () => {
  const hostile = [
    '#panic("x") *fett* _kursiv_ $x^2$ @beleg-1 <beleg-1> `roh` \\ // weg /* weg */ = Titel',
    '#read("/etc/passwd") #import "@preview/x:1.0.0" #sys.inputs ~ -- --- … "gerade" \'einfach\'',
    '[ ] { } #let x = 1; #include "document.typ" </script><b>&amp;',
  ];
  const parts: Part[] = [
    ...hostile.map(text),
    { kind: 'heading', text: hostile[0] ?? '' },
    { kind: 'list', items: [plain(hostile[1] ?? '')] },
    {
      kind: 'table',
      caption: hostile[2] ?? '',
      columns: [{ head: '#a', width: 1 }],
      rows: [{ evidence: 'x" #panic()', cells: [plain(hostile[2] ?? '')] }],
    },
  ];
  const letters = await lettersOf(
    await documentToPdf({ ...small(...parts), title: '#title["x"]', author: '#a', head: [plain('*kopf*')] }),
  );
  for (const words of hostile) expect(letters.split(bare(words)).length - 1, words).toBe(2);
  expect(letters).toContain('#title["x"]');
  expect(letters).toContain('*kopf*');
});

test('a sign without a letter in the fonts is named and stops nothing; the signs that we write are printed', async () => {
  const letters = await lettersOf(await documentToPdf(small(text(`😀 漢 é é ß\u200b\u0007 ${SIGNS}`), text('ﬁ 🏳️‍🌈'))));
  expect(letters).toContain('[U+1F600][U+6F22]ééß');
  expect(letters).toContain(SIGNS.slice(0, 3));
  expect(letters).toContain('[U+1F3F3][U+1F308]');
});

test('an empty statement is a document, too', async () => {
  const empty: Statement = { ...goldenStatement(), blocks: [], evidence: [], footnotes: [] };
  expect(await lettersOf(await documentToPdf(statementDocument(empty)))).toContain('Datum:31.08.2020');
});

test('what is too large is refused by name before anything is computed', async () => {
  await expect(documentToPdf(small(text('x'.repeat(8_000_001))))).rejects.toMatchObject({
    name: 'PdfRefusal',
    text: { en: expect.stringContaining('too large') },
  });
});
