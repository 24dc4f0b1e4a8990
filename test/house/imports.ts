import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { isTest, place, readSources, type SourceFile } from './source.ts';

/** Which folders of `src` a folder may import. Written down once, here; ARCHITECTURE.md shows it as a drawing. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  agenda: [],
  solver: [],
  planning: ['agenda', 'solver'],
  council: ['agenda', 'planning'],
  formats: ['agenda', 'council'],
  documents: ['agenda', 'planning', 'council'],
  store: ['agenda', 'council', 'planning'],
  server: ['agenda', 'solver', 'planning', 'council', 'formats', 'documents', 'store'],
  cli: ['agenda', 'solver', 'planning', 'council', 'formats', 'documents', 'store', 'server'],
  web: ['agenda', 'planning', 'council'],
};

/** Folders without input and output of their own, with the few packages that they may use. */
const PURE_PACKAGES: Record<string, readonly string[]> = {
  agenda: ['zod'],
  solver: [],
  planning: ['zod'],
  council: ['zod', 'minisearch'],
};

/** The web app talks HTTP only: from the folders it may see, it takes types and nothing that runs. */
const TYPES_ONLY = 'web';

type Import = { specifier: string; typeOnly: boolean; offset: number };

/** Every import of a file: static, re-exported, dynamic with a literal, type imports included. */
function importsOf(file: SourceFile): Import[] {
  const { staticImports, staticExports, dynamicImports } = file.parsed.module;
  const found: Import[] = staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    offset: one.start,
  }));
  for (const one of staticExports) {
    const request = one.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (request === null || request === undefined) continue;
    found.push({ specifier: request.value, typeOnly: one.entries.every((entry) => entry.isType), offset: one.start });
  }
  for (const one of dynamicImports) {
    const literal = file.text.slice(one.moduleRequest.start, one.moduleRequest.end);
    if (/^['"]/.test(literal)) found.push({ specifier: literal.slice(1, -1), typeOnly: false, offset: one.start });
  }
  return found;
}

/** The top folder below `src` (`agenda` of `src/agenda/x.ts`), or the empty string elsewhere. */
const folderOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? '';

function packageFault(folder: string, test: boolean, specifier: string): string | undefined {
  if (test) return undefined;
  const builtin = specifier.startsWith('node:') || builtinModules.includes(specifier);
  if (folder === 'web' && builtin) return `web runs in the browser and cannot import ${specifier}`;
  const allowed = PURE_PACKAGES[folder];
  if (allowed === undefined || allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`))) return;
  const names = allowed.join(', ') || 'nothing';
  return `${folder} is pure and may not import ${specifier} (allowed: ${names}; a folder's test kit is named testing.ts)`;
}

function relativeFault(file: SourceFile, target: string, typeOnly: boolean): string | undefined {
  const from = folderOf(file.path);
  const to = folderOf(target);
  const test = isTest(file.path);
  if (!/\.(tsx?|json|css|sql)$/.test(target)) return 'a relative import names the file with its ending, .ts or .tsx';
  if (to === '') return test ? undefined : `${from} may not import ${target}: it lies outside of src`;
  if (from === to) return undefined;
  const allowed = MAY_IMPORT[from];
  if (allowed === undefined) return `src/${from} is not in the table of test/house/imports.ts`;
  if (!allowed.includes(to)) return `${from} may not import ${to} (allowed: ${allowed.join(', ') || 'nothing'})`;
  // A folder's test kit (`testing.ts`) is open to tests of the folders that may import it.
  if (target !== `src/${to}/index.ts` && !(test && target === `src/${to}/testing.ts`))
    return `import ${to} through its border src/${to}/index.ts, not ${target}`;
  if (from === TYPES_ONLY && !typeOnly && !test) return `${from} may take types only from ${to}: write "import type"`;
  return undefined;
}

/** Every import below `root`/src against the direction, past a border, or with a package where none may be. */
export function importFaults(root: string): string[] {
  const faults: string[] = [];
  for (const file of readSources(root)) {
    for (const error of file.parsed.errors) faults.push(`${file.path}: ${error.message}`);
    for (const { specifier, typeOnly, offset } of importsOf(file)) {
      const fault = specifier.startsWith('.')
        ? relativeFault(file, posix.join(posix.dirname(file.path), specifier), typeOnly)
        : packageFault(folderOf(file.path), isTest(file.path), specifier);
      if (fault) faults.push(`${place(file, offset)}: ${fault}`);
    }
  }
  return faults;
}

/** Every import cycle below `root`/src, type imports included, each as the list of its files. */
export function importCycles(root: string): string[] {
  const edges = new Map<string, string[]>();
  for (const file of readSources(root)) {
    const targets = importsOf(file).filter((one) => one.specifier.startsWith('.'));
    edges.set(
      file.path,
      targets.map((one) => posix.join(posix.dirname(file.path), one.specifier)),
    );
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return cycles;
}
