import { posix } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { OfficialDocument } from '../model.ts';
import { eachDocument, unzipped } from '../testing.ts';
import { documentToDocx } from './write.ts';

// What makes Word call a file damaged, checked by the rules of ECMA-376 (parts 1 and 2) for every document that we
// write: LibreOffice, which opens more than Word does, is only asked in a long test.

const DOCUMENTS = eachDocument();

/** Children of properties in the order of their schema (ECMA-376-1, 17.3.1, 17.3.2, 17.4); what is left out may be missing. */
const ORDER: Record<string, string[]> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
      ' ',
    ),
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(' '),
};

type Node = Record<string, unknown>;
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
}

const elementsOf = (nodes: Node[]): Element[] =>
  nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const attributes = (node[':@'] ?? {}) as Record<string, string>;
    return [{ name, attributes, children: elementsOf(node[name] as Node[]) }];
  });

const below = (elements: Element[]): Element[] => elements.flatMap((one) => [one, ...below(one.children)]);

/** The parts of a file, each with all of its elements. */
async function read(document: OfficialDocument): Promise<Map<string, Element[]>> {
  const files = unzipped(await documentToDocx(document));
  return new Map(
    [...files].map(([name, { text }]) => [
      name,
      /\.(xml|rels)$/.test(name) ? below(elementsOf(parser.parse(text) as Node[])) : [],
    ]),
  );
}

const written = new Map(DOCUMENTS.map(([, document]) => [document, read(document)]));
const partsOf = async (document: OfficialDocument): Promise<Map<string, Element[]>> =>
  (await written.get(document)) ?? new Map();

const values = (elements: Element[] | undefined, name: string, attribute: string): string[] =>
  (elements ?? []).flatMap((one) => (one.name === name ? (one.attributes[attribute] ?? []) : []));

/** Relationships of a part: id and target, as the path of a part where it lies inside the file. */
function relationsOf(parts: Map<string, Element[]>, part: string): Map<string, string> {
  const rels = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  return new Map(
    (parts.get(rels) ?? []).flatMap(({ name, attributes }) => {
      const { Id = '', Target = '', TargetMode } = attributes;
      if (name !== 'Relationship') return [];
      return [[Id, TargetMode === 'External' ? Target : posix.join(posix.dirname(part), Target).replace(/^\//, '')]];
    }),
  );
}

test.each(DOCUMENTS)(
  'the Word file of %s is a sound package: types, relationships, everything that is referred to',
  async (_, document) => {
    const parts = await partsOf(document);
    const types = parts.get('[Content_Types].xml');
    const overrides = values(types, 'Override', 'PartName').map((name) => name.slice(1));
    const extensions = values(types, 'Default', 'Extension');
    expect(
      overrides.filter((name) => !parts.has(name)),
      'types of parts that are missing',
    ).toEqual([]);
    const untyped = [...parts.keys()].filter(
      (name) =>
        name !== '[Content_Types].xml' &&
        !overrides.includes(name) &&
        !extensions.includes(name.split('.').at(-1) ?? ''),
    );
    expect(untyped, 'parts without a type').toEqual([]);
    expect([...relationsOf(parts, '').values()]).toContain('word/document.xml');
    for (const part of parts.keys()) {
      const relations = relationsOf(parts, part);
      const lost = [...relations.values()].filter((target) => !parts.has(target) && !/^https?:\/\//.test(target));
      expect(lost, `${part} leads to what is not there`).toEqual([]);
      const used = (parts.get(part) ?? []).flatMap(
        ({ attributes }) => attributes['r:id'] ?? attributes['r:embed'] ?? [],
      );
      expect(
        used.filter((id) => !relations.has(id)),
        `${part} uses relationships without a target`,
      ).toEqual([]);
    }
  },
);

test.each(DOCUMENTS)('styles, lists, bookmarks, notes and tables of %s fit together', async (_, document) => {
  const parts = await partsOf(document);
  const body = parts.get('word/document.xml');
  const styles = new Set(values(parts.get('word/styles.xml'), 'w:style', 'w:styleId'));
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => values(body, name, 'w:val'));
  expect(
    used.filter((style) => !styles.has(style)),
    'styles that are not defined',
  ).toEqual([]);
  const lists = new Set(values(parts.get('word/numbering.xml'), 'w:num', 'w:numId'));
  expect(
    values(body, 'w:numId', 'w:val').filter((id) => !lists.has(id)),
    'lists that are not defined',
  ).toEqual([]);
  const bookmarks = values(body, 'w:bookmarkStart', 'w:name');
  expect(new Set(bookmarks).size, 'a bookmark twice').toBe(bookmarks.length);
  expect(values(body, 'w:hyperlink', 'w:anchor').filter((anchor) => !bookmarks.includes(anchor))).toEqual([]);
  expect(values(body, 'w:bookmarkStart', 'w:id').sort()).toEqual(values(body, 'w:bookmarkEnd', 'w:id').sort());
  const notes = new Set(values(parts.get('word/footnotes.xml'), 'w:footnote', 'w:id'));
  expect(values(body, 'w:footnoteReference', 'w:id').filter((id) => !notes.has(id))).toEqual([]);
  for (const table of (body ?? []).filter((one) => one.name === 'w:tbl')) {
    const columns = table.children.find((one) => one.name === 'w:tblGrid')?.children.length;
    const rows = table.children
      .filter((one) => one.name === 'w:tr')
      .map((row) => row.children.filter((one) => one.name === 'w:tc'));
    for (const cells of rows) {
      const width = cells.reduce((sum, cell) => sum + Number(values(below([cell]), 'w:gridSpan', 'w:val')[0] ?? 1), 0);
      expect(width, 'cells of a row').toBe(columns);
      // A cell ends with a paragraph, or Word calls the file damaged.
      expect(cells.map((cell) => cell.children.at(-1)?.name).filter((name) => name !== 'w:p')).toEqual([]);
    }
  }
});

test.each(DOCUMENTS)('properties in %s stand in the order of their schema', async (_, document) => {
  const all = [...(await partsOf(document)).values()].flat();
  for (const { name, children } of all.filter((one) => ORDER[one.name] !== undefined)) {
    const order = ORDER[name] ?? [];
    const places = children.map((child) => order.indexOf(child.name.replace('w:', '')));
    expect(places, children.map((one) => one.name).join(' ')).toEqual([...places].sort((a, b) => a - b));
    expect(places, children.map((one) => one.name).join(' ')).not.toContain(-1);
  }
});
