import { createHash } from 'node:crypto';
import { idFrom } from '../project-list/names.ts';

/** Where the endpoint lies below the server's own address. */
export const OPARL_PATH = '/oparl/v1.1';

/** The lists of a body; the names are also the first part of their objects' addresses. */
export const listNames = [
  'organization',
  'person',
  'meeting',
  'paper',
  'agendaItem',
  'consultation',
  'file',
  'location',
  'legislativeTerm',
  'membership',
] as const;
export type ListName = (typeof listNames)[number];

/** Addresses of everything that is published for a city: they never change, whatever happens to the objects. */
export interface Addresses {
  system: string;
  body: string;
  list: (name: ListName) => string;
  /** Address of an object by its list and its key. */
  object: (name: ListName, key: string) => string;
  /** Where the content of a file is read. */
  content: (key: string) => string;
}

/** @param origin the server's public address, for example `https://fahrplan.musterstadt.de` */
export function addressesOf(origin: string, city: string): Addresses {
  const system = `${origin}${OPARL_PATH}`;
  const body = `${system}/body/${city}`;
  const list = (name: ListName): string => `${body}/${name}`;
  const object = (name: ListName, key: string): string => `${list(name)}/${key}`;
  return { system, body, list, object, content: (key) => `${object('file', key)}/content` };
}

/** Readable part of a key. */
export const wordKey = (name: string): string => idFrom(name, () => false, 'name');

/** Key of something that only has a name: the same name always gets the same key, and no record has it. */
export const nameKey = (name: string): string =>
  `${wordKey(name)}~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;

/** Key of an office: it keeps it when it is renamed. */
export const unitKey = (id: string): string => `unit~${id}`;

/** Keys of things in a list that have no key of their own: the second with the same words gets `.2`. */
export function numberedKeys(words: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return words.map((word) => {
    const count = (seen.get(word) ?? 0) + 1;
    seen.set(word, count);
    return count === 1 ? word : `${word}.${count}`;
  });
}
