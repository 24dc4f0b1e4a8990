import { html } from 'hono/html';
import { germanDate } from '../../agenda/index.ts';
import { ILLUSTRATIVE_MARK, type Publication, type Release, type Statement } from '../../council/index.ts';
import type { StoredPublication } from '../../store/index.ts';
import { base, type City, type Markup, page } from './layout.ts';

/**
 * The public pages: plain HTML without any script, German only, because a released statement is a German official
 * document. A page is a function of what was published and of nothing else, so that later edits cannot change it.
 */

type Paragraph = Statement['blocks'][number]['paragraphs'][number];

/** All released statements of a city, newest first, with the withdrawn ones as what they are. */
export function listPage(city: City, stored: readonly StoredPublication[]): Markup {
  const withdrawn = withdrawnOf(stored);
  const releases = releasesOf(stored);
  const rows = releases.map(
    (one) => html`<li>
        <a href="${base(city)}/${one.id}">${one.content.title}</a><br>
        <span class="meta">Fassung ${one.edition}, freigegeben am ${germanDate(one.releasedOn)}${
          withdrawn.has(one.id) ? ', zurückgezogen' : isSuperseded(one, releases) ? ', durch eine neuere ersetzt' : ''
        }</span>
      </li>`,
  );
  return page(
    city,
    'Stellungnahmen zu Ratspapieren',
    html`<h1>Stellungnahmen zu Ratspapieren</h1>
      <p class="meta">${city.name} · <a href="${base(city)}/beschluesse">Was aus den Beschlüssen wurde</a> · <a href="${base(city)}/feed.atom">Atom-Feed</a></p>
      ${rows.length === 0 ? html`<p>Es ist noch keine Stellungnahme freigegeben.</p>` : html`<ul>${rows}</ul>`}`,
  );
}

const releasesOf = (stored: readonly StoredPublication[]): Release[] =>
  stored
    .map((one) => one.publication)
    .filter((one): one is Release => one.kind === 'release')
    .reverse();

function withdrawnOf(stored: readonly StoredPublication[]): Map<string, Publication & { kind: 'withdrawal' }> {
  const found = stored.map((one) => one.publication).filter((one) => one.kind === 'withdrawal');
  return new Map(found.map((one) => [`${one.paper}.${one.edition}`, one]));
}

const isSuperseded = (one: Release, releases: readonly Release[]): boolean =>
  releases.some((other) => other.paper === one.paper && other.edition > one.edition);

/** One released statement with its figures; a withdrawn one is a tombstone with the reason. Undefined if there is none. */
export function releasePage(city: City, stored: readonly StoredPublication[], id: string): Markup | undefined {
  const releases = releasesOf(stored);
  const found = releases.find((one) => one.id === id);
  if (found === undefined) return undefined;
  const back = html`<nav><a href="${base(city)}">Alle Stellungnahmen</a></nav>`;
  const tombstone = withdrawnOf(stored).get(id);
  if (tombstone) {
    return page(
      city,
      found.content.title,
      html`${back}<h1>${found.content.title}</h1>
        <p class="note">Diese Fassung wurde am ${germanDate(tombstone.withdrawnOn)} zurückgezogen.</p>
        <p>Grund: ${tombstone.reason}</p>`,
    );
  }
  const newer = releases.find((other) => other.paper === found.paper && other.edition > found.edition);
  const successor = newer
    ? html`<p class="note">Es gibt eine neuere Fassung: <a href="${base(city)}/${newer.id}">Fassung ${newer.edition}</a>.</p>`
    : '';
  return page(city, found.content.title, html`${back}${successor}${statementHtml(city, found)}`);
}

/** A released text as a document of its own, without any word about what became of it later. */
export const releaseDocument = (city: City, release: Release): Markup =>
  page(city, release.content.title, statementHtml(city, release));

/** The released text itself. It depends on the release alone: the same bytes for ever. */
function statementHtml(city: City, release: Release): Markup {
  const { content } = release;
  const numbers = new Map<string, number>();
  const numberOf = (evidence: string): number => {
    const number = numbers.get(evidence) ?? numbers.size + 1;
    numbers.set(evidence, number);
    return number;
  };
  const blocks = content.blocks.map(
    (block) => html`<section aria-labelledby="${block.id}">
      <h2 id="${block.id}">${block.title}</h2>
      ${grouped(block.paragraphs).map((group) =>
        group[0]?.kind === 'item'
          ? html`<ul>${group.map((one) => html`<li>${runsHtml(one, numberOf)}</li>`)}</ul>`
          : html`<p>${group.map((one) => runsHtml(one, numberOf))}</p>`,
      )}
    </section>`,
  );
  const cards = [...numbers].flatMap(([id, number]) => {
    const one = content.evidence.find((evidence) => evidence.id === id);
    if (!one) return [];
    const source = one.source ? ` Quelle: ${one.source.title}.` : '';
    return [
      html`<dt id="beleg-${one.id}">${number}. ${one.value.de}${one.illustrative ? ILLUSTRATIVE_MARK : ''}</dt>
        <dd>${one.derivation.de}.${source}</dd>`,
    ];
  });
  return html`<article>
      <h1>${content.title}</h1>
      <p class="meta">Fassung ${release.edition}, freigegeben am ${germanDate(release.releasedOn)}, Stand der Daten ${germanDate(content.asOf)}</p>
      ${blocks}
      ${content.footnotes.map((note) => html`<p class="meta">${note}</p>`)}
      <section aria-labelledby="belege">
        <h2 id="belege">Belege</h2>
        <dl>${cards}</dl>
      </section>
      <p class="meta">Prüfsumme (SHA-256) <code>${release.hash}</code> · <a href="${base(city)}/${release.id}.json">Zahlen als JSON</a></p>
    </article>`;
}

function grouped(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  for (const one of paragraphs) {
    const last = groups.at(-1);
    if (one.kind === 'item' && last?.[0]?.kind === 'item') last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function runsHtml(paragraph: Paragraph, numberOf: (evidence: string) => number): Markup[] {
  return paragraph.runs.map((run) => {
    if (run.kind === 'words') return html`${run.text}`;
    const number = numberOf(run.evidence);
    const mark = run.illustrative ? ILLUSTRATIVE_MARK : '';
    return html`<data value="${run.text}">${run.text}${mark}</data><sup><a href="#beleg-${run.evidence}" aria-label="Beleg ${number}">${number}</a></sup>`;
  });
}

/** Every figure of a release for machines, under an address of its own that never changes. */
export function releaseFigures(city: City, release: Release) {
  return {
    id: `urn:fahrplan:${city.id}:statement:${release.id}`,
    title: release.content.title,
    edition: release.edition,
    releasedOn: release.releasedOn,
    asOf: release.content.asOf,
    sha256: release.hash,
    figures: release.content.evidence.map((one) => ({
      id: `urn:fahrplan:${city.id}:statement:${release.id}:figure:${one.id}`,
      key: one.key,
      value: one.value.de,
      derivation: one.derivation.de,
      provenance: one.provenance,
      illustrative: one.illustrative,
      source: one.source,
    })),
  };
}
