import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Env } from './http/env.ts';
import { newNonce, pagePolicy } from './http/security-headers.ts';

/** Where `scripts/build.mjs` puts the built web app. */
export const WEB_FOLDER: string = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** Files below this path carry their content's hash in their name: a browser never has to ask for them again. */
const HASHED = '/assets/';

/**
 * The built web app: its files, and for every other address its page, which then shows what belongs there. The page
 * is the same for everybody and holds no data; whether one is signed in, it learns from `/api/me`.
 */
export function webApp(folder: string = WEB_FOLDER): Hono<Env> {
  const app = new Hono<Env>();
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return app; // not built: the API works without it
  const page = readFileSync(file, 'utf8');
  const files = serveStatic<Env>({ root: folder, precompressed: true });
  app.use('*', async (c, next) => {
    // The page itself is never served as a plain file: it needs the nonce of its answer.
    if (c.req.path === '/' || c.req.path.endsWith('.html')) return next();
    const answer = await files(c, next);
    if (!(answer instanceof Response)) return; // no such file: the page has answered by now
    const forever = c.req.path.startsWith(HASHED);
    answer.headers.set('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    return answer;
  });
  app.get('*', (c) => {
    if (c.req.path.startsWith(HASHED)) return c.notFound();
    const nonce = newNonce();
    c.header('Content-Security-Policy', pagePolicy(nonce));
    c.header('Cache-Control', 'no-store');
    return c.html(page.replace('</title>', `</title>\n    <meta property="csp-nonce" nonce="${nonce}">`));
  });
  return app;
}
