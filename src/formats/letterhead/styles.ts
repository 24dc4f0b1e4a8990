import { attribute, insideOf } from './xml-parts.ts';

interface Style {
  id: string;
  name: string;
  xml: string;
}

/** The styles of a Word file, each with the name that Word knows it by: Word calls `Heading 1` "heading 1" inside. */
function stylesOf(xml: string): Style[] {
  const inside = insideOf(xml, 'w:styles');
  return (inside?.children ?? [])
    .filter((one) => one.name === 'w:style')
    .map(({ start, end }) => {
      const style = xml.slice(start, end);
      const name = /<w:name\b[^>]*>/.exec(style)?.[0] ?? '';
      const kind = attribute(style, 'w:type') ?? '';
      return {
        id: attribute(style, 'w:styleId') ?? '',
        name: `${kind} ${attribute(name, 'w:val') ?? ''}`.toLowerCase(),
        xml: style,
      };
    });
}

const USES = /<w:(pStyle|rStyle|tblStyle|basedOn|next|link)\b[^>]*w:val="([^"]*)"/g;

/** Gives every style that the text uses its new id. */
export const restyled = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml.replace(USES, (use, _kind: string, id: string) => use.replace(`w:val="${id}"`, `w:val="${ids.get(id) ?? id}"`));

/**
 * The template's styles, which win, with those of ours that it lacks; and which id each of our styles has there. A
 * style is known by its name, because its id differs between languages ("Heading1", "berschrift1").
 */
export function mergedStyles(
  template: string,
  own: string,
  uses: string,
): { xml: string; ids: ReadonlyMap<string, string> } {
  const present = stylesOf(template);
  const ours = new Map(stylesOf(own).map((style) => [style.id, style]));
  const taken = new Set(present.map((style) => style.id));
  const ids = new Map<string, string>();
  const added: Style[] = [];
  const need = (xml: string): void => {
    for (const [, , id = ''] of xml.matchAll(USES)) {
      const style = ours.get(id);
      if (!style || ids.has(id)) continue;
      const there = present.find((one) => one.name === style.name);
      ids.set(id, there?.id ?? (taken.has(id) ? `Fahrplan${id}` : id));
      if (there) continue;
      added.push(style);
      need(style.xml);
    }
  };
  need(uses);
  const inside = insideOf(template, 'w:styles');
  const text = added
    .map(({ id, xml }) => restyled(xml, ids).replace(`w:styleId="${id}"`, `w:styleId="${ids.get(id) ?? id}"`))
    .join('');
  return { xml: template.slice(0, inside?.to) + text + template.slice(inside?.to), ids };
}
