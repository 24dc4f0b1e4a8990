import { XMLParser } from 'fast-xml-parser';
import { limits } from '../limits.ts';
import { DocumentRefusal } from './refusal.ts';
import { openZip } from './zip.ts';

/** A node as the parser gives it with `preserveOrder`: one key for the element, its children behind it. */
type Node = Record<string, unknown>;

const BODY = 'word/document.xml';

const PARAGRAPH = 'w:p';
const COMMON = {
  preserveOrder: true,
  ignoreAttributes: (name: string) => name !== 'w:val',
  parseTagValue: false,
  trimValues: false,
  maxNestedTags: 256,
  attributeNamePrefix: '',
  parseAttributeValue: false,
} as const;
/** One reads where the paragraphs are and leaves each as it stands, the other one reads one of them: a long file stays small. */
const outside = new XMLParser({ ...COMMON, stopNodes: [`..${PARAGRAPH}`] });
const inside = new XMLParser({ ...COMMON, htmlEntities: true });

/**
 * The paragraphs of a Word file (ECMA-376) as lines, in their order, those of tables included. Only the main text is
 * read: no relations are followed, so that nothing can be loaded from elsewhere. Numbers that Word itself writes
 * before a paragraph of a numbered list are counted, because they do not stand in the text.
 */
export function docxLines(bytes: Uint8Array): string[] {
  const zip = openZip(bytes);
  if (zip.names.includes('EncryptedPackage')) throw new DocumentRefusal('documentEncrypted');
  const body = zip.read(BODY);
  if (body === null) throw new DocumentRefusal('documentUnknown');
  const xml = new TextDecoder('utf-8').decode(body);
  // No Word file has a document type; entities are what bombs and foreign content are made of.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new DocumentRefusal('documentHostile');
  const lines: string[] = [];
  const counters = new Map<string, number>();
  walk(parsed(outside, xml), 0, (source) => {
    if (lines.length >= limits.documentLines) return;
    const paragraph = parsed(inside, source);
    lines.push(numbered(paragraph, textOf(paragraph, 0), counters));
  });
  return lines.flatMap((line) => line.split('\n'));
}

function parsed(parser: XMLParser, xml: string): Node[] {
  try {
    return parser.parse(xml) as Node[];
  } catch (error) {
    throw new DocumentRefusal('documentBroken', { cause: error });
  }
}

function children(node: Node): { name: string; inner: Node[] }[] {
  return Object.entries(node).flatMap(([name, inner]) =>
    Array.isArray(inner) ? [{ name, inner: inner as Node[] }] : [],
  );
}

function walk(nodes: readonly Node[], depth: number, onParagraph: (source: string) => void): void {
  if (depth > limits.xmlDepth) throw new DocumentRefusal('documentHostile');
  for (const node of nodes) {
    for (const { name, inner } of children(node)) {
      if (name === PARAGRAPH) onParagraph(wordsOf(inner));
      else walk(inner, depth + 1, onParagraph);
    }
  }
}

const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map(({ '#text': words }) => (typeof words === 'string' ? words : '')).join('');

/** Text of a paragraph; what was deleted in tracking mode (`w:del`) is not part of it. */
function textOf(nodes: readonly Node[], depth: number): string {
  if (depth > limits.xmlDepth) throw new DocumentRefusal('documentHostile');
  let text = '';
  for (const node of nodes) {
    for (const { name, inner } of children(node)) {
      if (name === 'w:t') text += wordsOf(inner);
      else if (name === 'w:tab') text += ' ';
      else if (name === 'w:br' || name === 'w:cr') text += '\n';
      else if (name !== 'w:del' && name !== 'w:pPr') text += textOf(inner, depth + 1);
    }
  }
  return text;
}

/** `1. ` before a paragraph of a numbered list, counted for each list and level. */
function numbered(paragraph: readonly Node[], text: string, counters: Map<string, number>): string {
  const properties = find(paragraph, 'w:pPr');
  const numbering = properties && find(properties, 'w:numPr');
  if (!numbering || text.trim() === '' || /^\s*\(?[\da-z]{1,3}[.)]/.test(text)) return text;
  const list = `${attribute(numbering, 'w:numId')}:${attribute(numbering, 'w:ilvl')}`;
  const count = (counters.get(list) ?? 0) + 1;
  counters.set(list, count);
  return `${count}. ${text}`;
}

function find(nodes: readonly Node[], name: string): Node[] | undefined {
  return nodes.flatMap(children).find((one) => one.name === name)?.inner;
}

function attribute(nodes: readonly Node[], name: string): string {
  const found = nodes.find((node) => name in node);
  const attributes = found?.[':@'] as Record<string, string> | undefined;
  return attributes?.['w:val'] ?? '';
}
