import { html } from 'hono/html';

/** What all public pages have in common: head, stylesheet, and the way between them. */

export type Markup = ReturnType<typeof html>;

export interface City {
  id: string;
  name: string;
}

/** In whose name the public reads. */
export const PUBLIC = 'public';

/** One stylesheet for all public pages; colours come from the system, so that dark and high contrast just work. */
export const PUBLIC_STYLE = `:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; font: 1.0625rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.125rem; margin-top: 2rem; }
nav, .meta { font-size: 0.9375rem; }
.note { border-left: 4px solid; padding: 0.25rem 0.75rem; }
data { border-bottom: 1px solid; } sup a { padding: 0 0.2em; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.9375rem; }
caption { text-align: left; font-weight: 600; } th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
code { overflow-wrap: anywhere; } li { margin: 0.25rem 0; }
`;

export const base = (city: City): string => `/oeffentlich/${city.id}`;

/** @param feed false where the page has nothing to do with released statements */
export function page(city: City, title: string, body: Markup | Markup[], { feed = true } = {}): Markup {
  const link = html`<link rel="alternate" type="application/atom+xml" title="Stellungnahmen ${city.name}" href="${base(city)}/feed.atom">`;
  return html`<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · ${city.name}</title>
    <link rel="stylesheet" href="/oeffentlich/stil.css">
    ${feed ? link : ''}
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>
`;
}
