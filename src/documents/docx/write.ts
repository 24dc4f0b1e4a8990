import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { evidenceNumbers, FOOTER_SEPARATOR, type OfficialDocument, type Part } from '../model.ts';
import { lineChildren, type Notes } from './inlines.ts';
import { coreProperties } from './properties.ts';
import { ITEMS, NUMBERED, NUMBERING, STYLE, stylesOf } from './styles.ts';
import { tableOf } from './table.ts';
import { withoutZipTimes } from './zip-times.ts';

/** A4 in twentieths of a point, margins of DIN 5008. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1417, right: 1134, bottom: 1134, left: 1417 } };

/** Margins of what is meant to stand on one page. */
const COMPACT = { margin: { top: 850, right: 1134, bottom: 850, left: 1134 } };

/**
 * The document as a Word file: real styles, headings, lists and footnotes, each figure linked to its evidence, page
 * numbers, German as document language. The same document gives the same bytes.
 */
export async function documentToDocx(content: OfficialDocument): Promise<Uint8Array> {
  const notes: Notes = { footnotes: [], evidence: evidenceNumbers(content) };
  const compact = content.layout === 'compact';
  const children = bodyOf(content, notes);
  const document = new Document({
    title: content.title,
    styles: stylesOf(compact),
    numbering: NUMBERING,
    footnotes: footnotesOf(notes),
    sections: [
      {
        properties: { page: { ...PAGE, ...(compact ? COMPACT : {}) } },
        footers: { default: pageFooter(content) },
        children,
      },
    ],
  });
  const { title, subject, author: creator, on } = content;
  const data = coreProperties({ title, subject, creator, on });
  const bytes = await Packer.pack(document, 'uint8array', undefined, [{ path: 'docProps/core.xml', data }]);
  return withoutZipTimes(bytes);
}

function footnotesOf({ footnotes }: Notes): NonNullable<IPropertiesOptions['footnotes']> {
  return Object.fromEntries(
    footnotes.map((text, index) => [index + 1, { children: [new Paragraph({ style: 'FootnoteText', text })] }]),
  );
}

/** Head, title and parts, in order. */
function bodyOf({ head, title, parts }: OfficialDocument, notes: Notes): (Paragraph | Table)[] {
  let bookmarks = 1;
  const body: (Paragraph | Table)[] = [
    ...head.map((line) => new Paragraph({ style: STYLE.letterhead, children: lineChildren(line, notes) })),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
  ];
  parts.forEach((part, index) => {
    if (part.kind === 'table') {
      body.push(tableOf(part, notes, bookmarks));
      bookmarks += part.rows.length;
    } else body.push(...paragraphsOf(part, index, parts[index - 1], notes));
  });
  return body;
}

type TextPart = Exclude<Part, { kind: 'table' }>;

/** `place` is the part's number in the document: each counted list begins at 1 again. */
function paragraphsOf(part: TextPart, place: number, before: Part | undefined, notes: Notes): Paragraph[] {
  if (part.kind === 'heading') {
    const pageBreak = part.newPage ? { pageBreakBefore: true } : {};
    const heading = part.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1;
    return [new Paragraph({ heading, text: part.text, ...pageBreak })];
  }
  if (part.kind === 'list') {
    return part.items.map(
      (line) =>
        new Paragraph({
          style: STYLE.item,
          numbering: part.ordered ? { reference: NUMBERED, level: 0, instance: place } : { reference: ITEMS, level: 0 },
          children: lineChildren(line, notes),
        }),
    );
  }
  if (part.kind === 'image') return [new Paragraph({ text: part.alt })];
  const children = lineChildren(part.line, notes);
  if (part.style === 'text') return [new Paragraph({ children })];
  if (part.style !== 'signature') return [new Paragraph({ style: STYLE[part.style], children })];
  const first = before?.kind !== 'paragraph' || before.style !== 'signature';
  return [new Paragraph({ style: STYLE.signature, spacing: { before: first ? 800 : 0, after: 0 }, children })];
}

function pageFooter({ title }: OfficialDocument): Footer {
  const pages = new TextRun({ children: ['Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.cell,
        alignment: AlignmentType.RIGHT,
        children: [new TextRun(title + FOOTER_SEPARATOR), pages],
      }),
    ],
  });
}
