import { readSources } from './source.ts';

/** A file is one idea: lines that it may have at most. */
export const MAX_LINES = 300;

/**
 * Files that may be longer, each with the reason. Only one kind of thing in one place counts as a reason: a table,
 * a message catalogue, all queries of one aggregate.
 */
export const LONGER: Record<string, string> = {};

const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;

/** Files below `root` that are longer than allowed, exceptions that no longer apply, and marks of unfinished work. */
export function limitFaults(root: string, longer: Record<string, string> = LONGER): string[] {
  const faults: string[] = [];
  const needed = new Set<string>();
  for (const file of ['src', 'test', 'scripts', 'bench'].flatMap((folder) => readSources(root, folder))) {
    const lines = file.text.trimEnd().split('\n').length;
    if (lines > MAX_LINES) needed.add(file.path);
    if (lines > MAX_LINES && longer[file.path] === undefined)
      faults.push(`${file.path}: ${lines} lines, at most ${MAX_LINES}; split it, or name it in LONGER with the reason`);
    if (file.path.startsWith('src/') && UNFINISHED.test(file.text))
      faults.push(
        `${file.path}: unfinished work is described in an issue, not left as ${UNFINISHED.exec(file.text)?.[0]}`,
      );
  }
  for (const path of Object.keys(longer)) {
    if (!needed.has(path)) faults.push(`${path}: is named in LONGER but is missing or short enough by now`);
  }
  return faults;
}
