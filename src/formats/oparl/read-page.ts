import type { ImportedKind } from './imported.ts';
import { isObject, listIn, type Raw, urlIn } from './read-values.ts';

/** JSON of another server; undefined for what is none. */
export function parseAnswer(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch {
    return undefined;
  }
}

/** A page of a list: its objects, and where the next page lies. */
export interface ListPage {
  objects: readonly unknown[];
  next: string | undefined;
}

/** A page as the specification has it, or a bare list; undefined for anything else. */
export function readPage(answer: unknown, url: string): ListPage | undefined {
  if (Array.isArray(answer)) return { objects: answer, next: undefined };
  if (!isObject(answer) || !Array.isArray(answer.data)) return undefined;
  const links = isObject(answer.links) ? answer.links : {};
  return { objects: answer.data, next: urlIn(links.next, url) };
}

/** The lists of a body from which something is taken over, in an order in which references come late. */
const LISTS: readonly (readonly [ImportedKind, readonly string[]])[] = [
  ['organization', ['organization', 'organizationList']],
  ['meeting', ['meeting', 'meetingList']],
  ['agendaItem', ['agendaItem', 'agendaItemList']],
  ['consultation', ['consultation', 'consultationList']],
  ['file', ['file', 'fileList']],
  ['paper', ['paper', 'paperList']],
];

/** Where the lists of a body are, and what it embeds instead of listing it. */
export interface BodyLists {
  address: string;
  name: string;
  lists: { kind: ImportedKind; url: string }[];
  embedded: { kind: ImportedKind; raw: unknown }[];
}

export function readBody(raw: Raw, url: string): BodyLists {
  const lists: BodyLists['lists'] = [];
  const embedded: BodyLists['embedded'] = [];
  for (const [kind, names] of LISTS) {
    const value = names.map((name) => raw[name]).find((one) => one !== undefined && one !== null);
    const list = urlIn(value, url);
    if (list !== undefined) lists.push({ kind, url: list });
    else for (const one of listIn(value)) if (isObject(one)) embedded.push({ kind, raw: one });
  }
  return { address: urlIn(raw.id, url) ?? url, name: typeof raw.name === 'string' ? raw.name : url, lists, embedded };
}

/** What the first address of a server leads to: its bodies, as objects or as addresses of them or of their list. */
export function readSystem(answer: unknown, url: string): { bodies: (string | Raw)[] } | undefined {
  if (!isObject(answer)) return undefined;
  const type = typeof answer.type === 'string' ? answer.type.toLowerCase() : '';
  if (type.endsWith('/body')) return { bodies: [answer] };
  const named: readonly unknown[] =
    readPage(answer, url)?.objects ?? listIn(answer.body ?? answer.bodies ?? answer.bodyList);
  const bodies = named.flatMap((one): (string | Raw)[] => {
    if (isObject(one)) return [one];
    const address = urlIn(one, url);
    return address === undefined ? [] : [address];
  });
  return bodies.length > 0 ? { bodies } : undefined;
}
