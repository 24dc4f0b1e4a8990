import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../../agenda/index.ts';
import type { Env } from '../http/env.ts';
import { WEB_FOLDER } from '../web-app.ts';

/** A piece of a page; texts inside were escaped when it was made. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

let stylesheets: string[] | undefined;

/** The web app's own stylesheet, so that these pages look like it; none as long as it is not built. */
function stylesheetsOf(folder: string): string[] {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return [];
  const page = readFileSync(file, 'utf8');
  return [...page.matchAll(/<link [^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** No script at all; a form may be sent to this server and nowhere else. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A page for people without an account: made on the server, complete without JavaScript. The secret of its link stands
 * in its address, so nothing of the page may lead elsewhere, and the address is told to this server alone.
 */
export function linkPage(
  c: Context<Env>,
  { title, body, status = 200 }: { title: string; body: Html; status?: ContentfulStatusCode },
): Response | Promise<Response> {
  stylesheets ??= stylesheetsOf(WEB_FOLDER);
  const language: Language = c.get('language');
  c.header('Cache-Control', 'no-store');
  c.header('Content-Security-Policy', POLICY);
  // With `no-referrer` a browser would send the form from the origin `null`, which is refused.
  c.header('Referrer-Policy', 'same-origin');
  const links = raw(stylesheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n    '));
  return c.html(
    html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} · Fahrplan</title>
    ${links}
  </head>
  <body>
    <header class="fp-bar"><span class="fp-brand">Fahrplan</span></header>
    <main id="inhalt">
      <div class="fp-page">
        <div class="fp-head"><div><h1 class="fp-h1">${title}</h1></div></div>
        ${body}
      </div>
    </main>
  </body>
</html>`,
    status,
  );
}
