import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { date, ILLUSTRATIVE_MARK, type Statement, type StatementBlock } from '../council/index.ts';
import { evidenceTable } from './docx-appendix.ts';
import { coreProperties } from './docx-properties.ts';
import { labelled, type MarkNote, runChildren } from './docx-runs.ts';
import { ITEMS, NUMBERING, STYLE, STYLES } from './docx-styles.ts';
import { MISSING_LABEL } from './plain-text.ts';
import { withoutZipTimes } from './zip-times.ts';

/** What stands above the statement and is not part of its text. */
export interface Letterhead {
  /** Name of the city, for head line and document properties. */
  city?: string;
  /** Office that answers. */
  office?: string;
}

/** Number of the one footnote: what ◇ means. */
const MARK_FOOTNOTE = 1;

/** A4 in twentieths of a point, margins of DIN 5008. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1417, right: 1134, bottom: 1134, left: 1417 } };

/**
 * The statement as a Word file: real styles, headings, lists and a footnote, each figure linked to its row in the
 * appendix of evidence, page numbers, German as document language. The same statement gives the same bytes.
 */
export async function statementToDocx(statement: Statement, letterhead: Letterhead = {}): Promise<Uint8Array> {
  const marks = statement.footnotes.filter((one) => one.startsWith(ILLUSTRATIVE_MARK));
  const note: MarkNote = { footnote: marks.length > 0 ? MARK_FOOTNOTE : null };
  const body = [
    ...head(statement, letterhead),
    ...statement.blocks.flatMap((block) => blockParagraphs(block, note)),
    ...appendix(statement),
  ];
  const document = new Document({
    title: statement.title,
    styles: STYLES,
    numbering: NUMBERING,
    footnotes: marks[0]
      ? { [MARK_FOOTNOTE]: { children: [new Paragraph({ style: 'FootnoteText', text: marks[0] })] } }
      : {},
    sections: [{ properties: { page: PAGE }, footers: { default: pageFooter(statement) }, children: body }],
  });
  const properties = coreProperties({
    title: statement.title,
    subject: subjectOf(statement),
    creator: letterhead.city ?? '',
    on: statement.asOf,
  });
  const bytes = await Packer.pack(document, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: properties }]);
  return withoutZipTimes(bytes);
}

function subjectOf(statement: Statement): string {
  const first = statement.blocks.find((block) => block.id === 'reference')?.paragraphs[0];
  return first ? first.runs.map((run) => run.text).join('') : statement.title;
}

function head(statement: Statement, { city, office }: Letterhead): Paragraph[] {
  const line = [city, office].filter((one) => one !== undefined).join(' · ');
  return [
    ...(line === '' ? [] : [new Paragraph({ style: STYLE.letterhead, text: line })]),
    new Paragraph({ style: STYLE.letterhead, text: `Datum: ${date(statement.asOf).de}` }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: statement.title }),
  ];
}

/** The head of the letter and the signature have no heading, as in the offices' own letters. */
const WITHOUT_HEADING: readonly StatementBlock['id'][] = ['reference', 'signatory'];

function blockParagraphs(block: StatementBlock, note: MarkNote): Paragraph[] {
  const heading = WITHOUT_HEADING.includes(block.id)
    ? []
    : [new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.title })];
  const paragraphs = block.paragraphs.map(({ kind, runs }, index) => {
    if (block.id === 'reference') return new Paragraph({ style: STYLE.letterhead, children: labelled(runs, note) });
    if (block.id === 'signatory') {
      const spacing = index === 0 ? { before: 800, after: 0 } : { after: 0 };
      return new Paragraph({ style: STYLE.signature, spacing, children: runChildren(runs, note) });
    }
    return kind === 'item'
      ? new Paragraph({
          style: STYLE.item,
          numbering: { reference: ITEMS, level: 0 },
          children: runChildren(runs, note),
        })
      : new Paragraph({ children: runChildren(runs, note) });
  });
  const missing = block.missing.map(
    (text) => new Paragraph({ style: STYLE.missing, text: `${MISSING_LABEL} ${text}` }),
  );
  return [...heading, ...paragraphs, ...missing];
}

function appendix(statement: Statement): (Paragraph | Table)[] {
  if (statement.evidence.length === 0) return [];
  const notes = statement.footnotes.filter((one) => !one.startsWith(ILLUSTRATIVE_MARK));
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Anlage: Belege', pageBreakBefore: true }),
    ...notes.map((text) => new Paragraph(text)),
    evidenceTable(statement.evidence),
  ];
}

function pageFooter(statement: Statement): Footer {
  const pages = new TextRun({ children: ['Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.cell,
        alignment: AlignmentType.RIGHT,
        children: [new TextRun(`${statement.title} · `), pages],
      }),
    ],
  });
}
