import { Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkLetterhead, readDocument } from '../document/read-document.ts';
import { zipOf } from '../document/testing.ts';
import { limits } from '../limits.ts';
import { openParts, textOf } from './open-template.ts';
import { putInto } from './put-into.ts';
import { FOOTNOTES, NUMBERING, paragraph, templateOf } from './testing.ts';

const MARK = '{{Inhalt}}';
/** The mark as Word writes it when somebody has typed it in pieces. */
const CUT_MARK =
  '<w:p><w:r><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>Inhalt</w:t></w:r><w:r><w:t>}}</w:t></w:r></w:p>';

let own: Uint8Array;
beforeAll(async () => {
  const children = [
    new Paragraph({ style: 'Letterhead', text: 'Kopf' }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Ergebnis' }),
    new Paragraph({ numbering: { reference: 'items', level: 0 }, text: 'Punkt' }),
    new Paragraph({ children: [new TextRun('Wert'), new FootnoteReferenceRun(1)] }),
  ];
  const document = new Document({
    title: 'Unser Titel',
    styles: { paragraphStyles: [{ id: 'Letterhead', name: 'Briefkopf', basedOn: 'Normal' }] },
    numbering: { config: [{ reference: 'items', levels: [{ level: 0, format: LevelFormat.BULLET, text: '–' }] }] },
    footnotes: { 1: { children: [new Paragraph({ style: 'FootnoteText', text: 'Anmerkung' })] } },
    sections: [{ children }],
  });
  own = await Packer.pack(document, 'uint8array');
});

const linesOf = async (bytes: Uint8Array): Promise<string[]> => (await readDocument(bytes)).map((line) => line.text);
const part = (bytes: Uint8Array, path: string): string => textOf(openParts(bytes), path) ?? '';

describe('a document on the letterhead of the city', () => {
  test.each([
    ['in one piece', paragraph(MARK)],
    ['in pieces', CUT_MARK],
  ])('the text stands where the mark stood, %s; what is around it stays', async (_, mark) => {
    const bytes = putInto(templateOf(paragraph('Musterstadt, Markt 1') + mark + paragraph('Gezeichnet')), own);
    expect(await linesOf(bytes)).toEqual([
      'Musterstadt, Markt 1',
      'Kopf',
      'Ergebnis',
      '1. Punkt',
      'Wert',
      'Gezeichnet',
    ]);
    expect(part(bytes, 'word/header1.xml')).toContain('Der Oberbürgermeister');
    expect(part(bytes, 'word/document.xml')).toContain('<w:headerReference w:type="default" r:id="rId9"/></w:sectPr>');
    expect(part(bytes, 'docProps/core.xml')).toContain('Unser Titel');
  });

  test('without a mark the text takes the place of the body; page and header stay', async () => {
    const bytes = putInto(templateOf(paragraph('Mustertext')), own);
    expect(await linesOf(bytes)).toEqual(['Kopf', 'Ergebnis', '1. Punkt', 'Wert']);
    expect(part(bytes, 'word/document.xml')).toContain('w:headerReference');
  });

  test('styles: those of the city win, known by their names; ours are added, under another id if theirs is taken', () => {
    const bytes = putInto(templateOf(paragraph(MARK)), own);
    const text = part(bytes, 'word/document.xml');
    expect(text).toContain('<w:pStyle w:val="berschrift1"/>');
    expect(text).toContain('<w:pStyle w:val="FahrplanLetterhead"/>');
    const styles = part(bytes, 'word/styles.xml');
    expect(styles).toMatch(
      /w:styleId="FahrplanLetterhead"[\s\S]*<w:name w:val="Briefkopf"\/><w:basedOn w:val="Standard"\/>/,
    );
    expect(styles.match(/w:val="heading 1"/gi)).toHaveLength(1);
  });

  test('lists and footnotes get numbers that the letterhead does not use', () => {
    const body = paragraph(MARK);
    const fresh = putInto(templateOf(body), own);
    expect(part(fresh, '[Content_Types].xml')).toContain('PartName="/word/numbering.xml"');
    expect(part(fresh, 'word/_rels/document.xml.rels')).toContain('Target="footnotes.xml"');
    const bytes = putInto(templateOf(body, { 'word/numbering.xml': NUMBERING, 'word/footnotes.xml': FOOTNOTES }), own);
    const used = /<w:numId w:val="(\d+)"/.exec(part(bytes, 'word/document.xml'))?.[1];
    const numbering = part(bytes, 'word/numbering.xml');
    const abstract = new RegExp(`<w:num w:numId="${used}">.*?<w:abstractNumId w:val="(\\d+)"`).exec(numbering)?.[1];
    expect(Number(used)).toBeGreaterThan(7);
    expect(numbering.indexOf(`<w:abstractNum w:abstractNumId="${abstract}"`)).toBeGreaterThan(0);
    expect(numbering.lastIndexOf('</w:abstractNum>')).toBeLessThan(numbering.indexOf('<w:num w:numId'));
    expect(part(bytes, 'word/document.xml')).toContain('<w:footnoteReference w:id="4"/>');
    expect(part(bytes, 'word/footnotes.xml')).toMatch(/w:id="4".*Anmerkung/s);
  });

  test('the same inputs give the same bytes', () => {
    const template = templateOf(paragraph(MARK));
    expect(Buffer.compare(putInto(template, own), putInto(template, own))).toBe(0);
  });
});

const table = `<w:tbl><w:tr><w:tc>${paragraph(MARK)}</w:tc></w:tr></w:tbl>`;
const relations = (relation: string): Record<string, string> => ({
  'word/_rels/header1.xml.rels': `<Relationships><Relationship Id="r" ${relation}/></Relationships>`,
});
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

describe('what is no letterhead is refused by name', () => {
  test.each<[string, string, Uint8Array]>([
    ['too large', 'templateTooLarge', new Uint8Array(limits.templateBytes + 1)],
    ['no zip archive', 'documentBroken', new Uint8Array(Buffer.from('PK and nothing else'))],
    ['a sheet', 'templateUnknown', zipOf({ 'xl/workbook.xml': '<x/>', '[Content_Types].xml': '<Types/>' })],
    ['without styles', 'templateUnknown', templateOf('', { 'word/styles.xml': null })],
    [
      'a strict file',
      'templateUnknown',
      templateOf('', { 'word/document.xml': '<w:document xmlns:w="http://purl.oclc.org/ooxml"/>' }),
    ],
    ['encrypted', 'documentEncrypted', templateOf('', { EncryptedPackage: 'x' })],
    ['macros', 'templateMacros', templateOf('', { 'word/vbaProject.bin': 'x' })],
    ['an embedded file', 'templateEmbedded', templateOf('', { 'word/embeddings/a.xlsx': 'x' })],
    ['an OLE relation', 'templateEmbedded', templateOf('', relations(`Type="${OFFICE}/oleObject" Target="a.bin"`))],
    [
      'a linked image',
      'templateExternal',
      templateOf('', relations(`Type="${OFFICE}/image" Target="http://x.example/a.png" TargetMode="External"`)),
    ],
    [
      'a field that starts a program, cut in two',
      'templateExternal',
      templateOf('<w:p><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>E cmd</w:instrText></w:r></w:p>'),
    ],
    ['two marks', 'templateMarks', templateOf(paragraph(MARK) + paragraph(MARK))],
    ['a mark in a table', 'templateMarkPlace', templateOf(table)],
    ['a mark beside words', 'templateMarkPlace', templateOf(paragraph(`Text: ${MARK}`))],
    [
      'an entity',
      'documentHostile',
      templateOf('', { 'word/header1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    ],
    ['an element that is not closed', 'documentBroken', templateOf('', { 'word/header1.xml': '<a><b></a>' })],
    ['a tag without an end', 'documentBroken', templateOf('', { 'word/header1.xml': '<a><b</a>' })],
    ['nested too deep', 'documentHostile', templateOf('<a>'.repeat(100) + '</a>'.repeat(100))],
    ['a path to elsewhere', 'documentHostile', templateOf('', { '../../etc/passwd': 'x' })],
    ['a bomb', 'documentHostile', templateOf('', { 'word/media/a.png': '0'.repeat(20_000_000) })],
  ])('%s', async (_, code, bytes) => {
    await expect(checkLetterhead(bytes)).rejects.toMatchObject({ code });
  });

  test('the link to the template that Word notes is taken out; links in the text stay', async () => {
    const links = `<Relationships><Relationship Id="a" Type="${OFFICE}/attachedTemplate" Target="file:///C:/V.dotx" TargetMode="External"/></Relationships>`;
    const template = templateOf(paragraph(MARK), {
      'word/settings.xml': '<w:settings><w:attachedTemplate r:id="a"/></w:settings>',
      'word/_rels/settings.xml.rels': links,
      ...relations(`Type="${OFFICE}/hyperlink" Target="https://www.example.org" TargetMode="External"`),
    });
    await checkLetterhead(template);
    const bytes = putInto(template, own);
    expect(part(bytes, 'word/_rels/settings.xml.rels') + part(bytes, 'word/settings.xml')).not.toContain('V.dotx');
    expect(part(bytes, 'word/settings.xml')).toBe('<w:settings></w:settings>');
    expect(part(bytes, 'word/_rels/header1.xml.rels')).toContain('www.example.org');
  });
});
