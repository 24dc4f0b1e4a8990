import { zipOf } from '../document/testing.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const paragraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A letterhead as a German Word saves it: header, own styles with German ids, a list and a footnote of its own. */
export function templateOf(body: string, changes: Record<string, string | null> = {}): Uint8Array {
  const parts: Record<string, string | null> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId8" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId9" Type="${RELATIONS}/header" Target="header1.xml"/></Relationships>`,
    'word/header1.xml': `<w:hdr xmlns:w="${WORD}">${paragraph('Stadt Musterstadt · Der Oberbürgermeister')}</w:hdr>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/></w:style><w:style w:type="paragraph" w:styleId="Letterhead"><w:name w:val="Eigenes der Stadt"/></w:style></w:styles>`,
    ...changes,
  };
  const kept = Object.entries(parts).filter((one): one is [string, string] => one[1] !== null);
  return zipOf(Object.fromEntries(kept));
}

export const NUMBERING = `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
export const FOOTNOTES = `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="3"><w:p/></w:footnote></w:footnotes>`;
