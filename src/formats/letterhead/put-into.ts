import { DocumentRefusal } from '../document/refusal.ts';
import { DOCUMENT, openParts, openTemplate, type Parts, textOf } from './open-template.ts';
import { mergedStyles, restyled } from './styles.ts';
import { attribute, type Element, type Inside, insideOf } from './xml-parts.ts';
import { writeZip } from './zip-write.ts';

/** Stands in a paragraph of its own where the text of the document goes; without it the whole body gives way. */
export const MARK = '{{Inhalt}}';

const RELATIONS = 'word/_rels/document.xml.rels';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const STYLES = 'word/styles.xml';
const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)"/g;

/** Bookmarks of ours are numbered from here: the template may have some of its own. */
const BOOKMARKS_FROM = 100_000;

/**
 * A document of ours on the city's letterhead: header, footer, page and styles are the template's, the text is ours,
 * at the marked place or instead of the body. Throws {@link DocumentRefusal} when the template does not fit.
 */
export function putInto(template: Uint8Array, document: Uint8Array): Uint8Array {
  const parts = openTemplate(template);
  const own = openParts(document);
  const ownText = textOf(own, DOCUMENT) ?? '';
  const body = bodyOf(ownText);
  const text = ownText.slice(body.from, body.children.find((one) => one.name === 'w:sectPr')?.start);
  const notes = textOf(own, 'word/footnotes.xml') ?? '';
  const styles = mergedStyles(stylesOf(parts), stylesOf(own), text + notes);
  set(parts, STYLES, styles.xml);
  const content = restyled(text, styles.ids).replace(BOOKMARK, (_, head: string, id: string) => {
    return `${head}${BOOKMARKS_FROM + Number(id)}"`;
  });
  const listed = withNumbering(parts, own, content);
  const noted = withFootnotes(parts, restyled(notes, styles.ids), listed);
  set(parts, DOCUMENT, placed(textOf(parts, DOCUMENT) ?? '', noted));
  addPart(parts, 'docProps/core.xml', textOf(own, 'docProps/core.xml') ?? '', {
    relations: '_rels/.rels',
    kind: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
  });
  return writeZip(parts);
}

function stylesOf(parts: Parts): string {
  const styles = textOf(parts, STYLES);
  if (styles === undefined) throw new DocumentRefusal('templateUnknown');
  return styles;
}

/** Says whether a template can be used, by putting nothing into it. Throws {@link DocumentRefusal}. */
export function checkTemplate(template: Uint8Array): void {
  const parts = openTemplate(template);
  stylesOf(parts);
  placed(textOf(parts, DOCUMENT) ?? '', '');
}

const set = (parts: Parts, path: string, text: string): void => {
  parts.set(path, new Uint8Array(Buffer.from(text)));
};

function bodyOf(xml: string): Inside {
  const body = insideOf(xml, 'w:body');
  if (!body) throw new DocumentRefusal('templateUnknown');
  return body;
}

/** The words of a piece of text, however Word has cut them into runs. */
const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].map(([, text = '']) => text).join('');

/** The template's body with the content where the mark stands. */
function placed(xml: string, content: string): string {
  const body = bodyOf(xml);
  const text = (one: Element): string => xml.slice(one.start, one.end);
  const marked = body.children.filter((one) => wordsOf(text(one)).includes(MARK));
  const count = wordsOf(xml).split(MARK).length - 1;
  if (count > 1) throw new DocumentRefusal('templateMarks');
  const [mark] = marked;
  if (mark) {
    if (mark.name !== 'w:p' || wordsOf(text(mark)).trim() !== MARK) throw new DocumentRefusal('templateMarkPlace');
    // A section may end in the marked paragraph; its page stays.
    const section = /<w:sectPr\b[\s\S]*<\/w:sectPr>/.exec(text(mark))?.[0];
    const rest = section ? `<w:p><w:pPr>${section}</w:pPr></w:p>` : '';
    return xml.slice(0, mark.start) + content + rest + xml.slice(mark.end);
  }
  const last = body.children.findLast((one) => one.name === 'w:sectPr');
  return xml.slice(0, body.from) + content + (last ? text(last) : '') + xml.slice(body.to);
}

const numbersIn = (xml: string, name: string): number[] =>
  [...xml.matchAll(new RegExp(`\\s${name}="(-?\\d+)"`, 'g'))].map(([, number]) => Number(number));

/** The lists of the content among those of the template: as new lists, so that no count goes on. */
function withNumbering(parts: Parts, own: Parts, content: string): string {
  const ours = textOf(own, 'word/numbering.xml');
  if (ours === undefined || !content.includes('<w:numId ')) return content;
  const there = textOf(parts, 'word/numbering.xml');
  const offset = there ? Math.max(0, ...numbersIn(there, 'w:numId'), ...numbersIn(there, 'w:abstractNumId')) : 0;
  const shift = (xml: string): string =>
    xml
      .replace(
        /(\sw:(?:numId|abstractNumId)=")(\d+)"/g,
        (_, head: string, id: string) => `${head}${Number(id) + offset}"`,
      )
      .replace(/(<w:abstractNumId w:val=")(\d+)"/g, (_, head: string, id: string) => `${head}${Number(id) + offset}"`)
      .replace(/\sw15:\w+="[^"]*"/g, ''); // of a namespace that the template may not know
  const inside = insideOf(ours, 'w:numbering');
  const elements = (name: string): string =>
    (inside?.children ?? [])
      .filter((one) => one.name === name)
      .map((one) => shift(ours.slice(one.start, one.end)))
      .join('');
  if (there === undefined) {
    addPart(parts, 'word/numbering.xml', ours, relation('numbering'));
    return content;
  }
  const target = insideOf(there, 'w:numbering');
  // Definitions stand before the lists that use them (ECMA-376, part 1, 17.9.16).
  const firstList = target?.children.find((one) => one.name === 'w:num')?.start ?? target?.to ?? 0;
  const lists = target?.children.findLast((one) => one.name === 'w:num')?.end ?? firstList;
  const text = there.slice(0, firstList) + elements('w:abstractNum') + there.slice(firstList, lists);
  set(parts, 'word/numbering.xml', text + elements('w:num') + there.slice(lists));
  return content.replace(
    /(<w:numId w:val=")(\d+)"/g,
    (_, head: string, id: string) => `${head}${Number(id) + offset}"`,
  );
}

/** The footnotes of the content after those of the template. */
function withFootnotes(parts: Parts, ours: string, content: string): string {
  if (!content.includes('<w:footnoteReference ')) return content;
  const there = textOf(parts, 'word/footnotes.xml');
  if (there === undefined) {
    addPart(parts, 'word/footnotes.xml', ours, relation('footnotes'));
    return content;
  }
  const target = insideOf(there, 'w:footnotes');
  if (!target) throw new DocumentRefusal('documentBroken');
  const offset = Math.max(0, ...numbersIn(there.slice(target.from, target.to), 'w:id'));
  const notes = (insideOf(ours, 'w:footnotes')?.children ?? [])
    .map((one) => ours.slice(one.start, one.end))
    .filter((one) => Number(attribute(one, 'w:id')) > 0)
    .map((one) => one.replace(/(\sw:id=")(\d+)"/, (_, head: string, id: string) => `${head}${Number(id) + offset}"`));
  set(parts, 'word/footnotes.xml', there.slice(0, target.to) + notes.join('') + there.slice(target.to));
  return content.replace(
    /(<w:footnoteReference w:id=")(\d+)"/g,
    (_, head: string, id: string) => `${head}${Number(id) + offset}"`,
  );
}

interface Relation {
  /** Part in which the relation stands, its kind, and the content type of the part that it leads to. */
  relations: string;
  kind: string;
  type: string;
}

const relation = (name: 'numbering' | 'footnotes'): Relation => ({
  relations: RELATIONS,
  kind: `${OFFICE}/${name}`,
  type: `${WORD_TYPE}.${name}+xml`,
});

/** Puts a part in, with its content type and the relation that leads to it, unless the template has them. */
function addPart(parts: Parts, path: string, text: string, { relations, kind, type }: Relation): void {
  const known = parts.has(path);
  set(parts, path, text);
  if (known) return;
  const types = textOf(parts, '[Content_Types].xml') ?? '';
  const override = `<Override PartName="/${path}" ContentType="${type}"/></Types>`;
  set(parts, '[Content_Types].xml', types.replace(/<\/Types>\s*$/, override));
  const links = textOf(parts, relations);
  if (links === undefined) throw new DocumentRefusal('templateUnknown');
  const target = path.replace(/^word\//, '');
  const link = `<Relationship Id="fahrplan-${kind.split('/').at(-1)}" Type="${kind}" Target="${target}"/></Relationships>`;
  set(parts, relations, links.replace(/<\/Relationships>\s*$/, link));
}
