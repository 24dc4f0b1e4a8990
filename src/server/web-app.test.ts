import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webApp } from './web-app.ts';

const root = mkdtempSync(join(tmpdir(), 'fahrplan-web-'));
const folder = join(root, 'web');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<html><head><title>Fahrplan</title></head></html>');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), 'small');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(webApp(folder).request(path, { headers }));

test.each(['/', '/ratspost/ba-090-2020', '/index.html', '/anmeldung?link=x'])(
  '%s is the page, with a policy of its own',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|\*|http/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(await answer.text()).toContain(`nonce="${nonce}"`);
    expect((await get(path)).headers.get('content-security-policy')).not.toBe(policy);
  },
);

test('a file with its hash in the name is kept for good, others are asked for again', async () => {
  expect((await get('/assets/main-1a2b.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
});

test('the compressed file is sent to whoever takes it', async () => {
  const small = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' });
  expect(small.headers.get('content-encoding')).toBe('br');
  expect(small.headers.get('content-type')).toMatch(/javascript/);
  expect(await small.text()).toBe('small');
  expect(await (await get('/assets/main-1a2b.js')).text()).toBe('plain');
});

test('a missing file is missing and not the page: a browser must not run the page as a script', async () => {
  expect((await get('/assets/gone-1a2b.js')).status).not.toBe(200);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '//etc/passwd',
  '/assets/%00',
])('%s leads nowhere outside of the folder', async (path) => {
  const answer = await get(path);
  expect(await answer.text()).not.toMatch(/secret$|root:/);
});
