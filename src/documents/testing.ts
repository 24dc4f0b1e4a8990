import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { type Statement, statementSchema } from '../council/index.ts';
import { chemnitz } from '../council/testing.ts';
import type { Line, OfficialDocument, Part } from './model.ts';
import { factSheet } from './reports/fact-sheet.ts';
import { reportDocument, reportKinds } from './reports/kinds.ts';
import { statementDocument } from './statement-document.ts';

/** Draft of the statement on BA-090/2020 as the council's tests keep it. */
export function goldenStatement(): Statement {
  const path = join(import.meta.dirname, '..', 'council', 'golden', 'ba-090-2020.statement.gen.json');
  return statementSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** One of each document that we write, from the example, by its kind. */
export function eachDocument(): [string, OfficialDocument][] {
  const { agenda, papers } = chemnitz();
  const facts = { agenda, papers, resolutions: [], today: '2021-03-01' };
  const sheet = factSheet(facts, 'Q4');
  if (sheet === undefined) throw new Error('the example has no project Q4');
  return [
    ['statement', statementDocument(goldenStatement(), { city: 'Stadt Chemnitz' })],
    ...reportKinds.map((kind): [string, OfficialDocument] => [kind, reportDocument(kind, facts, {})]),
    ['fact-sheet', sheet],
  ];
}

/** Entries of a ZIP file by path, read from its central directory. */
export function unzipped(bytes: Uint8Array): Map<string, { text: string; time: number; date: number }> {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const files = new Map<string, { text: string; time: number; date: number }>();
  let at = data.readUInt32LE(end + 16);
  for (let entry = data.readUInt16LE(end + 10); entry > 0; entry--) {
    const size = data.readUInt32LE(at + 20);
    const nameLength = data.readUInt16LE(at + 28);
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + size);
    const text = (data.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
    const name = data.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, { text, time: data.readUInt16LE(local + 10), date: data.readUInt16LE(local + 12) });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return files;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Paragraphs of a WordprocessingML part as plain text, each with its style. */
export function paragraphsOf(xml: string): { style: string; text: string }[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? 'Normal',
    text: [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? ''),
  }));
}

/** A line as words; evidence by its number, a footnote by its sign. */
export const lineText = (line: Line): string =>
  line
    .map((piece) => (piece.kind === 'footnote' ? '*' : piece.kind === 'evidence' ? piece.number : piece.text))
    .join('');

function partLines(part: Part): string[] {
  switch (part.kind) {
    case 'heading':
      return ['', `${part.level === 2 ? '##' : '#'} ${part.text}`];
    case 'list':
      return part.items.map((line, index) => `${part.ordered ? `${index + 1}.` : '-'} ${lineText(line)}`);
    case 'paragraph':
      return [lineText(part.line)];
    case 'image':
      return [`[${part.alt}]`];
    case 'table':
      return [part.columns.map((column) => column.head), ...part.rows.map((row) => row.cells.map(lineText))].map(
        (cells) => `| ${cells.join(' | ')}`,
      );
  }
}

/** A document as lines of text, for golden files: what it says, and as what. */
export const documentText = ({ title, head, parts }: OfficialDocument): string =>
  `${[title, ...head.map(lineText), ...parts.flatMap(partLines)].join('\n')}\n`;
