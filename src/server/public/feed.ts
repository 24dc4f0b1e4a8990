import { germanDate } from '../../agenda/index.ts';
import type { StoredPublication } from '../../store/index.ts';
import type { City } from './layout.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * What was published, newest first, as an Atom feed (RFC 4287). Withdrawals are entries of their own, so that whoever
 * follows the feed hears of them.
 */
export function atomFeed(city: City, origin: string, stored: readonly StoredPublication[]): string {
  const newest = stored.at(-1)?.publishedAt ?? '1970-01-01T00:00:00.000Z';
  const address = `${origin}/oeffentlich/${city.id}`;
  const titles = new Map(
    stored.flatMap(({ publication: one }) => (one.kind === 'release' ? [[one.id, one.content.title]] : [])),
  );
  const entries = [...stored].reverse().map(({ publication: one, publishedAt }) => {
    const title =
      one.kind === 'release'
        ? `${one.content.title}, Fassung ${one.edition}`
        : `Zurückgezogen: ${titles.get(`${one.paper}.${one.edition}`) ?? one.paper}, Fassung ${one.edition}`;
    const summary = one.kind === 'release' ? `Freigegeben am ${germanDate(one.releasedOn)}` : one.reason;
    return `  <entry>
    <id>urn:fahrplan:${escaped(city.id)}:statement:${escaped(one.id)}</id>
    <title>${escaped(title)}</title>
    <updated>${publishedAt}</updated>
    <link rel="alternate" type="text/html" href="${escaped(`${address}/${one.paper}.${one.edition}`)}"/>
    <summary>${escaped(summary)}</summary>
  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>urn:fahrplan:${escaped(city.id)}:statements</id>
  <title>Stellungnahmen zu Ratspapieren: ${escaped(city.name)}</title>
  <updated>${newest}</updated>
  <author><name>${escaped(city.name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(`${address}/feed.atom`)}"/>
  <link rel="alternate" type="text/html" href="${escaped(address)}"/>
${entries.join('\n')}
</feed>
`;
}
