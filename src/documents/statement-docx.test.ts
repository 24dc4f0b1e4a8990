import { beforeAll, describe, expect, test } from 'vitest';
import { ILLUSTRATIVE_MARK, type Run, type Statement } from '../council/index.ts';
import { documentToDocx } from './docx/write.ts';
import { withoutZipTimes } from './docx/zip-times.ts';
import { evidenceNumber, type Letterhead, originOf, statementDocument } from './statement-document.ts';
import { goldenStatement, paragraphsOf, unzipped } from './testing.ts';

const statement = goldenStatement();
const statementToDocx = (one: Statement, head?: Letterhead): Promise<Uint8Array> =>
  documentToDocx(statementDocument(one, head));
const letterhead = { city: 'Stadt Chemnitz', office: 'Dezernat 1' };

/** A paragraph as the file must show it: each figure with mark and number of its evidence. */
const shown = (runs: readonly Run[]): string =>
  runs
    .map((run) =>
      run.kind === 'words'
        ? run.text
        : run.text + (run.illustrative ? ILLUSTRATIVE_MARK : '') + evidenceNumber(run.evidence),
    )
    .join('');

function expectedLines({ title, blocks, evidence, footnotes }: Statement): string[] {
  return [
    'Stadt Chemnitz · Dezernat 1',
    'Datum: 31.08.2020',
    title,
    ...blocks.flatMap((block) => [
      ...(block.id === 'reference' || block.id === 'signatory' ? [] : [block.title]),
      ...block.paragraphs.map(({ runs }) => shown(runs)),
      ...(block.tables ?? []).flatMap((table) => [...table.columns, ...table.rows.flat().map(shown)]),
      ...block.missing.map((text) => `Zu ergänzen: ${text}`),
    ]),
    'Anlage: Belege',
    ...footnotes.filter((note) => !note.startsWith(ILLUSTRATIVE_MARK)),
    'Nr.',
    'Wert',
    'Herleitung',
    'Herkunft',
    'Beruht auf',
    ...evidence.flatMap((one) => [
      evidenceNumber(one.id),
      one.value.de + (one.illustrative ? ILLUSTRATIVE_MARK : ''),
      one.derivation.de,
      originOf(one),
      one.restsOn.map(evidenceNumber).join(', '),
    ]),
  ];
}

describe('the statement as a Word file', () => {
  let bytes: Uint8Array;
  let parts: ReturnType<typeof unzipped>;
  const part = (name: string): string => parts.get(name)?.text ?? '';

  beforeAll(async () => {
    bytes = await statementToDocx(statement, letterhead);
    parts = unzipped(bytes);
  });

  test('holds exactly the words of the draft, in order', () => {
    expect(paragraphsOf(part('word/document.xml')).map((one) => one.text)).toEqual(expectedLines(statement));
  });

  test('uses styles, not formatting: title, headings, items, gaps, signature', () => {
    const paragraphs = paragraphsOf(part('word/document.xml'));
    const styles = (text: string) => paragraphs.filter((one) => one.text === text).map((one) => one.style);
    expect(styles(statement.title)).toEqual(['Title']);
    expect(styles('Rechtsgrundlagen')).toEqual(['Heading1']);
    expect(new Set(paragraphs.filter((one) => one.text.startsWith('Zu ergänzen:')).map((one) => one.style))).toEqual(
      new Set(['Missing']),
    );
    const items = statement.blocks
      .filter((block) => block.id !== 'reference')
      .flatMap((block) => block.paragraphs.filter((one) => one.kind === 'item'));
    expect(paragraphs.filter((one) => one.style === 'StatementItem')).toHaveLength(items.length);
    for (const style of [
      'Letterhead',
      'StatementItem',
      'Missing',
      'Signature',
      'EvidenceCell',
      'BoundFigure',
      'EvidenceReference',
    ]) {
      expect(part('word/styles.xml')).toContain(`w:styleId="${style}"`);
    }
  });

  test('every figure links to a row of the appendix that exists', () => {
    const document = part('word/document.xml');
    const anchors = [...document.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    const bookmarks = [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)" w:id="(\d+)"\/>/g)];
    const names = new Set(bookmarks.map(([, name]) => name));
    expect(anchors.length).toBeGreaterThan(100);
    expect(anchors.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(bookmarks.map(([, , id]) => id)).size).toBe(statement.evidence.length);
  });

  test('the mark is explained in one real footnote, at its first use', () => {
    expect(part('word/document.xml').match(/<w:footnoteReference /g)).toHaveLength(1);
    expect(paragraphsOf(part('word/footnotes.xml')).at(-1)).toEqual({
      style: 'FootnoteText',
      text: statement.footnotes[0],
    });
  });

  test('says what it is: title, subject, author, language, day; pages are numbered', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain(`<dc:title>${statement.title}</dc:title>`);
    expect(core).toContain('<dc:subject>Gegenstand: Digitalisierungsstrategie für Chemnitz</dc:subject>');
    expect(core).toContain('<dc:creator>Stadt Chemnitz</dc:creator><dc:language>de-DE</dc:language>');
    expect(core.match(/2020-08-31T00:00:00Z/g)).toHaveLength(2);
    expect(part('word/styles.xml')).toContain('<w:lang w:val="de-DE"/>');
    expect(part('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
    expect(part('word/document.xml')).toContain('<w:tblHeader/>');
  });

  test('the same statement gives the same bytes, also later and after other documents', async () => {
    await statementToDocx({ ...statement, title: 'anderes' });
    expect(Buffer.compare(await statementToDocx(statement, letterhead), bytes)).toBe(0);
    expect([...parts.values()].every(({ time, date }) => time === 0 && date === 33)).toBe(true);
  });

  test('every part is well-formed: each element is closed', () => {
    for (const [name, { text }] of parts) expect(openElements(text), name).toEqual([]);
  });

  test('special characters and an empty draft', async () => {
    const empty: Statement = { ...statement, title: 'A & B <c> "d"', blocks: [], evidence: [], footnotes: [] };
    const small = unzipped(await statementToDocx(empty));
    expect(paragraphsOf(small.get('word/document.xml')?.text ?? '').map((one) => one.text)).toEqual([
      'Datum: 31.08.2020',
      'A & B <c> "d"',
    ]);
    expect(small.get('docProps/core.xml')?.text).toContain('<dc:title>A &amp; B &lt;c&gt; &quot;d&quot;</dc:title>');
  });
});

/** Names of elements that are opened and not closed, or closed in the wrong order. */
function openElements(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return [`wrong: ${name}`];
    } else if (!empty) open.push(name);
  }
  return open;
}

test('what is no ZIP file is refused', () => {
  expect(() => withoutZipTimes(new Uint8Array(100))).toThrow('Keine ZIP-Datei');
});
