import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { type App, WEB_FOLDER } from './app.ts';

/** JavaScript that the first page may need, gzip. */
const BUDGET = 250_000;
/** JavaScript that any page may need for its first view, gzip: that of every page, and its own. */
const LARGEST = 300_000;

/** As the server sends it: compressed when it was built. */
const sizeOf = (path: string): number => statSync(join(WEB_FOLDER, `${path}.gz`)).size;

const sum = (paths: Iterable<string>): number => [...paths].reduce((total, path) => total + sizeOf(path), 0);

interface Imports {
  now: string[];
  later: string[];
}

const known = new Map<string, Imports>();

/** What a built file imports at once, and what it loads when it is needed. */
function importsOf(path: string): Imports {
  const before = known.get(path);
  if (before) return before;
  const text = readFileSync(join(WEB_FOLDER, path), 'utf8');
  const { module } = parseSync(path, text);
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.map((one) => one.moduleRequest)),
  ];
  const at = (name: string): string => new URL(name, `http://files${path}`).pathname;
  const found = {
    now: requests.flatMap((one) => (one ? [at(one.value)] : [])),
    later: module.dynamicImports.map(({ moduleRequest: { start, end } }) => at(text.slice(start + 1, end - 1))),
  };
  known.set(path, found);
  return found;
}

/** A file with all that it imports at once. */
function closure(path: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const one of importsOf(path).now) closure(one, found);
  return found;
}

export function size(app: App): void {
  test(`the first page needs less than ${BUDGET / 1000} kB of JavaScript, from this server alone`, async () => {
    const { page, open } = await app.window();
    const scripts = new Set<string>();
    const origins = new Set<string>();
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      origins.add(origin);
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await open('/');
    expect(scripts.size).toBeGreaterThan(2);
    expect(sum(scripts)).toBeLessThan(BUDGET);
    expect([...origins]).toEqual([app.address]);
    await page.close();
  });

  test(`no page needs more than ${LARGEST / 1000} kB of JavaScript for its first view`, () => {
    const [, entry = ''] =
      /<script type="module"[^>]* src="([^"]+)"/.exec(readFileSync(join(WEB_FOLDER, 'index.html'), 'utf8')) ?? [];
    const always = closure(entry);
    const later = new Set([...always].flatMap((path) => importsOf(path).later));
    const pages = [...later].map((page) => ({ page, bytes: sum(new Set([...always, ...closure(page)])) }));
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter(({ bytes }) => bytes > LARGEST)).toEqual([]);
  });
}
