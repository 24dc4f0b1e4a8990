import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type App, WEB_FOLDER } from './app.ts';

/** JavaScript that the first page may need, gzip. */
const BUDGET = 250_000;

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
    const sizes = [...scripts].map((path) => gzipSync(readFileSync(join(WEB_FOLDER, path)), { level: 9 }).length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(BUDGET);
    expect([...origins]).toEqual([app.address]);
    await page.close();
  });
}
