import { DocumentRefusal } from '../document/refusal.ts';
import { limits } from '../limits.ts';

/** An element directly inside another one, and where it stands in the text. */
export interface Element {
  name: string;
  start: number;
  end: number;
}

/** The inside of an element: from after its opening tag to before its closing one. */
export interface Inside {
  from: number;
  to: number;
  children: Element[];
}

/** Comments, processing instructions, CDATA and tags; a tag is closing, or opening, or both. */
const MARKUP =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z_][\w:.-]*)(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>/g;

/**
 * The first element of this name with its children, by their places in the text: so that a part of a Word file can be
 * put together anew without touching what it does not concern. Null if there is none. Throws {@link DocumentRefusal}
 * if the text is no well-formed XML, is nested too deep, or has a document type.
 */
export function insideOf(xml: string, name: string): Inside | null {
  // No Word file has a document type; entities are what bombs and foreign content are made of.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new DocumentRefusal('documentHostile');
  const open: { name: string; start: number }[] = [];
  let found: Inside | null = null;
  let depth = -1;
  let at = 0;
  const refuseBetween = (to: number): void => {
    if (xml.slice(at, to).includes('<')) throw new DocumentRefusal('documentBroken');
  };
  for (const match of xml.matchAll(MARKUP)) {
    refuseBetween(match.index);
    at = match.index + match[0].length;
    const [text, closing, tag] = match;
    if (tag === undefined) continue;
    const single = text.endsWith('/>');
    if (closing === '/') {
      const last = open.pop();
      if (last?.name !== tag) throw new DocumentRefusal('documentBroken');
      if (found && open.length === depth) {
        found.to = match.index;
        depth = -2;
      } else if (found && open.length === depth + 1) found.children.push({ ...last, end: at });
      continue;
    }
    if (found === null && tag === name) {
      found = { from: at, to: at, children: [] };
      depth = single ? -2 : open.length;
    } else if (found && single && open.length === depth + 1) {
      found.children.push({ name: tag, start: match.index, end: at });
    }
    if (!single) open.push({ name: tag, start: match.index });
    if (open.length > limits.xmlDepth) throw new DocumentRefusal('documentHostile');
  }
  refuseBetween(xml.length);
  if (open.length > 0) throw new DocumentRefusal('documentBroken');
  return found;
}

/** Value of an attribute of the first tag in the text that has it. */
export const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(xml)
    ?.slice(1)
    .find((value) => value !== undefined);
