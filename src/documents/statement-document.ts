import {
  date,
  type Evidence,
  ILLUSTRATIVE_MARK,
  type Run,
  type Statement,
  type StatementBlock,
  textOf,
} from '../council/index.ts';
import {
  emphasisOf,
  type Line,
  type OfficialDocument,
  type Part,
  type Piece,
  plain,
  type Table,
  words,
} from './model.ts';
import { MISSING_LABEL } from './plain-text.ts';

/** What stands above the statement and is not part of its text. */
export interface Letterhead {
  /** Name of the city, for head line and document properties. */
  city?: string;
  /** Office that answers. */
  office?: string;
  /** Number of the edition, named if it corrects another one. */
  edition?: number;
  /** The edition that is corrected, with the day of its release. */
  corrects?: { edition: number; on: string } | undefined;
}

const ORIGINS: Record<Evidence['provenance'], string> = {
  computed: 'berechnet',
  sourced: 'belegt',
  entered: 'von der Stadt eingetragen',
  illustrative: 'illustrativ',
  unknown: 'Herkunft nicht erfasst',
};

/** The statement as an official document: its blocks, and an appendix with the evidence behind every figure. */
export function statementDocument(statement: Statement, letterhead: Letterhead = {}): OfficialDocument {
  const { city, office, edition, corrects } = letterhead;
  const line = [city, office].filter((one) => one !== undefined).join(' · ');
  const pieces = piecesWith(statement.footnotes.find((one) => one.startsWith(ILLUSTRATIVE_MARK)));
  return {
    title: statement.title,
    subject: subjectOf(statement),
    author: city ?? '',
    on: statement.asOf,
    head: [
      ...(line === '' ? [] : [plain(line)]),
      plain(`Datum: ${date(statement.asOf).de}`),
      ...(corrects ? [plain(correction(edition, corrects))] : []),
    ],
    parts: [...statement.blocks.flatMap((block) => blockParts(block, pieces)), ...appendix(statement)],
  };
}

/** What a corrected edition says about itself. */
function correction(edition: number | undefined, corrects: { edition: number; on: string }): string {
  const own = edition === undefined ? 'Berichtigte Fassung' : `Berichtigte Fassung ${edition}`;
  return `${own}. Sie ersetzt die Fassung ${corrects.edition} vom ${date(corrects.on).de}.`;
}

function subjectOf({ blocks, title }: Statement): string {
  const first = blocks.find((block) => block.id === 'reference')?.paragraphs[0];
  return first ? first.runs.map((run) => run.text).join('') : title;
}

/** `e12` → `12`, as it stands beside the figure and in the appendix. */
export const evidenceNumber = (id: string): string => id.replace(/^e/, '');

/**
 * Sentence with bound figures: the figure, its mark if it is illustrative, and the number of its evidence. The mark is
 * explained where it is used first, once per document.
 */
function piecesWith(note: string | undefined): (runs: readonly Run[]) => Line {
  let open = note;
  return (runs) =>
    runs.flatMap((run): Piece[] => {
      if (run.kind === 'words') return [{ ...words(run.text), ...emphasisOf(run) }];
      const footnote: Piece[] = run.illustrative && open !== undefined ? [{ kind: 'footnote', text: open }] : [];
      if (footnote.length > 0) open = undefined;
      const text = run.text + (run.illustrative ? ILLUSTRATIVE_MARK : '');
      const figure: Piece = { kind: 'figure', text, ...emphasisOf(run) };
      return [figure, ...footnote, { kind: 'evidence', number: evidenceNumber(run.evidence) }];
    });
}

/** Sum of the shares of a table's columns. */
const TABLE_WIDTH = 960;

/** The head of the letter and the signature have no heading, as in the offices' own letters. */
const WITHOUT_HEADING: readonly StatementBlock['id'][] = ['reference', 'signatory'];

function blockParts(block: StatementBlock, pieces: (runs: readonly Run[]) => Line): Part[] {
  const parts: Part[] = WITHOUT_HEADING.includes(block.id) ? [] : [{ kind: 'heading', text: block.title }];
  for (const { kind, runs } of block.paragraphs) {
    const line = pieces(runs);
    if (block.id === 'reference') parts.push({ kind: 'paragraph', style: 'letterhead', line: labelled(line) });
    else if (block.id === 'signatory') parts.push({ kind: 'paragraph', style: 'signature', line });
    else if (kind === 'heading') parts.push({ kind: 'heading', level: 2, text: textOf(runs, ILLUSTRATIVE_MARK) });
    else if (kind === 'text') parts.push({ kind: 'paragraph', style: 'text', line });
    else addItem(parts, line, kind === 'numbered');
  }
  for (const { caption, columns, rows } of block.tables ?? []) {
    const width = Math.floor(TABLE_WIDTH / columns.length);
    parts.push({
      kind: 'table',
      caption,
      columns: columns.map((head) => ({ head, width })),
      rows: rows.map((row) => ({ cells: row.map(pieces) })),
    });
  }
  for (const gap of block.missing) {
    parts.push({ kind: 'paragraph', style: 'missing', line: plain(`${MISSING_LABEL} ${gap}`) });
  }
  return parts;
}

/** The item in the list that ends here, or in a new one. */
function addItem(parts: Part[], item: Line, ordered: boolean): void {
  const last = parts.at(-1);
  const joins = last?.kind === 'list' && (last.ordered ?? false) === ordered;
  const items = joins ? [...last.items, item] : [item];
  parts.splice(joins ? -1 : parts.length, joins ? 1 : 0, { kind: 'list', items, ...(ordered ? { ordered } : {}) });
}

/** `Gegenstand: …` with its label in bold, for the head of the letter. */
function labelled(line: Line): Line {
  const [first, ...rest] = line;
  const match = first?.kind === 'words' ? /^([^:]+:)(.*)$/su.exec(first.text) : null;
  return match && first ? [words(match[1] ?? '', true), { ...first, ...words(match[2] ?? '') }, ...rest] : line;
}

function appendix({ evidence, footnotes }: Statement): Part[] {
  if (evidence.length === 0) return [];
  const notes = footnotes.filter((one) => !one.startsWith(ILLUSTRATIVE_MARK));
  return [
    { kind: 'heading', text: 'Anlage: Belege', newPage: true },
    ...notes.map((text): Part => ({ kind: 'paragraph', style: 'text', line: plain(text) })),
    evidenceTable(evidence),
  ];
}

/** Table of all evidence behind the figures: value, how it comes about, where it comes from. */
function evidenceTable(evidence: readonly Evidence[]): Table {
  return {
    kind: 'table',
    caption: 'Belege zu den Werten der Stellungnahme',
    columns: [
      { head: 'Nr.', width: 62 },
      { head: 'Wert', width: 210 },
      { head: 'Herleitung', width: 350 },
      { head: 'Herkunft', width: 220 },
      { head: 'Beruht auf', width: 108 },
    ],
    rows: evidence.map((one) => ({
      evidence: evidenceNumber(one.id),
      cells: [
        evidenceNumber(one.id),
        one.value.de + (one.illustrative ? ILLUSTRATIVE_MARK : ''),
        one.derivation.de,
        originOf(one),
        one.restsOn.map(evidenceNumber).join(', '),
      ].map(plain),
    })),
  };
}

/** `belegt: Stellungnahme …, 17.08.2020`. */
export function originOf({ provenance, source, illustrative }: Evidence): string {
  const basis = ORIGINS[provenance];
  const mark = illustrative && provenance !== 'illustrative' ? ', aus illustrativen Werten' : '';
  const entered = provenance === 'entered' && illustrative ? 'illustrativ' : basis + mark;
  if (!source) return entered;
  return `${entered}: ${source.title}${source.date ? `, ${date(source.date).de}` : ''}`;
}
