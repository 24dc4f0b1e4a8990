import { AlignmentType, type ILevelsOptions, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';

/** Styles of official documents, by name: an office can change them in Word without touching the text. */

export const STYLE = {
  letterhead: 'Letterhead',
  item: 'StatementItem',
  missing: 'Missing',
  signature: 'Signature',
  cell: 'EvidenceCell',
} as const;

export const CHARACTER = {
  figure: 'BoundFigure',
  evidence: 'EvidenceReference',
} as const;

/** References of the two list formats: with dashes, and counted. */
export const ITEMS = 'items';
export const NUMBERED = 'numbered';

const FONT = 'Arial';
/** Half-points: 11 point text, 9 point small print. */
const TEXT_SIZE = 22;
const SMALL_SIZE = 18;

/** Styles of a document; `compact` is for what is meant to stand on one page. */
export const stylesOf = (compact: boolean): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: compact ? SMALL_SIZE - 1 : TEXT_SIZE, language: { value: 'de-DE' } },
      paragraph: { spacing: compact ? { after: 60, line: 240 } : { after: 140, line: 290 } },
    },
    title: {
      run: { font: FONT, size: compact ? 26 : 30, bold: true },
      paragraph: { spacing: compact ? { before: 100, after: 100 } : { before: 240, after: 240 } },
    },
    heading1: {
      run: { font: FONT, size: compact ? 20 : 24, bold: true, color: '000000' },
      paragraph: { spacing: compact ? { before: 120, after: 60 } : { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 22, bold: true, color: '000000' },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    footnoteText: { run: { font: FONT, size: SMALL_SIZE } },
  },
  paragraphStyles: [
    { id: STYLE.letterhead, name: 'Briefkopf', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
    { id: STYLE.item, name: 'Aufzählung', basedOn: 'Normal', paragraph: { spacing: { after: compact ? 20 : 80 } } },
    {
      id: STYLE.missing,
      name: 'Zu ergänzen',
      basedOn: 'Normal',
      run: { italics: true, color: '7A3E00' },
      paragraph: { spacing: { after: 80 } },
    },
    {
      id: STYLE.signature,
      name: 'Unterschrift',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 0 }, keepNext: true },
    },
    {
      id: STYLE.cell,
      name: 'Belegzelle',
      basedOn: 'Normal',
      run: { size: compact ? SMALL_SIZE - 2 : SMALL_SIZE },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
  ],
  characterStyles: [
    { id: CHARACTER.figure, name: 'Gebundene Zahl', basedOn: 'DefaultParagraphFont' },
    { id: CHARACTER.evidence, name: 'Belegnummer', basedOn: 'DefaultParagraphFont', run: { superScript: true } },
  ],
});

const list = (reference: string, format: ILevelsOptions['format'], text: string, left: number) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left, hanging: left - 120 } } },
    },
  ],
});

export const NUMBERING: INumberingOptions = {
  config: [list(ITEMS, LevelFormat.BULLET, '–', 400), list(NUMBERED, LevelFormat.DECIMAL, '%1.', 540)],
};
