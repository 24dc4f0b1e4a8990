import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** The repository's root folder. */
export const ROOT: string = join(import.meta.dirname, '..', '..');

/** One source file with its syntax tree; `path` is relative to the root, with `/`. */
export type SourceFile = {
  path: string;
  text: string;
  parsed: ReturnType<typeof parseSync>;
};

/** All TypeScript files below `folder` of `root`, parsed; generated files (`*.gen.ts`) are left out. */
export function readSources(root: string, folder = 'src'): SourceFile[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root, exclude: ['**/node_modules'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.gen.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, parsed: parseSync(path, text) };
    });
}

/** `path:line` of an offset in a file, as editors and terminals understand it. */
export function place(file: SourceFile, offset: number): string {
  return `${file.path}:${file.text.slice(0, offset).split('\n').length}`;
}

/** Tests, and a folder's test kit `testing.ts`. */
export const isTest = (path: string): boolean => /(\.test\.tsx?|\/testing\.ts)$/.test(path);

/** Runs `use` on a temporary tree with the given files: the way to show that a check finds a planted error. */
export function withTree<T>(files: Record<string, string>, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'fahrplan-house-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
