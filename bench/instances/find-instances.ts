import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { ENDINGS } from './read-instance.ts';

/** One instance file on disk. `set` names the collection it is counted in. */
export interface InstanceFile {
  readonly set: string;
  /** The file's name with its ending. */
  readonly instance: string;
  readonly path: string;
}

export interface Selection {
  /** Sets to keep; empty = all. */
  readonly sets: readonly string[];
  /** Most instances per set, taken evenly from the whole set; undefined = all. */
  readonly limit: number | undefined;
}

/**
 * All instance files in `folder` and below, ordered by set and name.
 * @throws {Error} if there are none, or a wanted set has none
 */
export function findInstances(folder: string, selection: Selection): InstanceFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${folder} is not a folder`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ENDINGS.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ set: setOf(folder, path), instance: basename(path), path }));
  if (files.length === 0) throw new Error(`${folder} holds no file with one of the endings ${ENDINGS.join(', ')}`);
  const bySet = Map.groupBy(files, ({ set }) => set);
  const unknown = selection.sets.filter((set) => !bySet.has(set));
  if (unknown.length > 0) throw new Error(`no set ${unknown.join(', ')}; there are ${[...bySet.keys()].join(', ')}`);
  return [...bySet.keys()]
    .filter((set) => selection.sets.length === 0 || selection.sets.includes(set))
    .sort(byName)
    .flatMap((set) => {
      const members = bySet.get(set) ?? [];
      return sample(
        members.sort((a, b) => byName(a.instance, b.instance)),
        selection.limit ?? members.length,
      );
    });
}

/** `count` items spread evenly over the list: the middle of each of `count` equal parts. */
function sample<T>(items: readonly T[], count: number): T[] {
  if (count >= items.length) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)] as T);
}

/** j2 before j10. */
const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** How the files of known collections are named; they are told apart where all lie in one folder. */
const SETS: readonly (readonly [RegExp, string])[] = [
  [/^j(30|60|90|120)\d+_\d+\.sm$/, 'j$1'],
  [/^J(50|100)\d+_\d+\.mm$/, 'MMLIB$1'],
  [/^Jall\d+_\d+\.mm$/, 'MMLIB+'],
  [/^([cj]\d\d|[mnr]\d)\d*_\d+\.mm$/, 'mm-$1'],
  [/^(RG\d+)_\d+\.rcp$/, '$1'],
];

/** A file in a subfolder belongs to the set of that name; one directly in the folder, to the collection that its name tells. */
function setOf(folder: string, path: string): string {
  const parent = relative(folder, dirname(path));
  if (parent !== '') return basename(parent);
  const name = basename(path);
  const [pattern, set] = SETS.find(([known]) => known.test(name)) ?? [];
  return pattern && set ? name.replace(pattern, set) : basename(resolve(folder));
}
