import { DocumentRefusal } from '../document/refusal.ts';
import { openZip } from '../document/zip.ts';
import { limits } from '../limits.ts';
import { attribute, insideOf } from './xml-parts.ts';

/** Parts of a Word file by path. */
export type Parts = Map<string, Uint8Array>;

export const textOf = (parts: ReadonlyMap<string, Uint8Array>, path: string): string | undefined => {
  const bytes = parts.get(path);
  return bytes && new TextDecoder('utf-8').decode(bytes);
};

export const DOCUMENT = 'word/document.xml';
const TYPES = '[Content_Types].xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Fields that fetch something from elsewhere or start a program when the file is opened. */
const FETCHING_FIELD = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b/;

/** All parts of a Word file, each bounded, and all of them together. Throws {@link DocumentRefusal}. */
export function openParts(bytes: Uint8Array): Parts {
  const zip = openZip(bytes);
  if (zip.names.includes('EncryptedPackage')) throw new DocumentRefusal('documentEncrypted');
  const parts: Parts = new Map();
  let size = 0;
  for (const name of zip.names.filter((one) => !one.endsWith('/'))) {
    if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(name)) throw new DocumentRefusal('documentHostile');
    const content = zip.read(name) ?? new Uint8Array();
    size += content.length;
    if (size > limits.templateUnpackedBytes) throw new DocumentRefusal('documentHostile');
    parts.set(name, content);
  }
  if (!parts.has(DOCUMENT) || !parts.has(TYPES)) throw new DocumentRefusal('templateUnknown');
  return parts;
}

/**
 * A letterhead of the city: a Word file that is safe to be handed on. It has no macros, embeds no other files and
 * fetches nothing; the link to the template that Word itself notes is taken out. Throws {@link DocumentRefusal}.
 */
export function openTemplate(bytes: Uint8Array): Parts {
  const parts = openParts(bytes);
  const names = [...parts.keys()];
  const types = textOf(parts, TYPES) ?? '';
  if (/macroEnabled|vbaProject/i.test(types) || names.some((one) => /vbaProject/i.test(one))) {
    throw new DocumentRefusal('templateMacros');
  }
  if (names.some((one) => /^word\/(?:embeddings|activeX|afchunk)/i.test(one))) {
    throw new DocumentRefusal('templateEmbedded');
  }
  if (!(textOf(parts, DOCUMENT) ?? '').includes(`xmlns:w="${WORD}"`)) throw new DocumentRefusal('templateUnknown');
  for (const name of names.filter((one) => /\.(?:xml|rels)$/i.test(one))) {
    const xml = textOf(parts, name) ?? '';
    insideOf(xml, ''); // well-formed, not too deep, without entities
    if (name.endsWith('.rels')) parts.set(name, Buffer.from(safeRelations(xml)));
    else if (fetches(xml)) throw new DocumentRefusal('templateExternal');
  }
  const settings = textOf(parts, 'word/settings.xml');
  if (settings) parts.set('word/settings.xml', Buffer.from(settings.replace(/<w:attachedTemplate\b[^>]*\/>/g, '')));
  return parts;
}

/** Relations to the outside other than links in the text are refused; the one to Word's own template is left out. */
function safeRelations(xml: string): string {
  return xml.replace(/<Relationship\b[^>]*>/g, (relation) => {
    const type = attribute(relation, 'Type') ?? '';
    if (type.endsWith('/attachedTemplate')) return '';
    if (/\/(?:aFChunk|oleObject|package|control)$/.test(type)) throw new DocumentRefusal('templateEmbedded');
    if (attribute(relation, 'TargetMode') !== 'External' || type.endsWith('/hyperlink')) return relation;
    throw new DocumentRefusal('templateExternal');
  });
}

function fetches(xml: string): boolean {
  const instructions = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)/g)].map(([, text = '']) => text).join('');
  const simple = [...xml.matchAll(/\sw:instr\s*=\s*["']([^"']*)/g)].map(([, text = '']) => text).join(' ');
  return FETCHING_FIELD.test(`${instructions} ${simple}`);
}
