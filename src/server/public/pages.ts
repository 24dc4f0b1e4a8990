import { html, raw } from 'hono/html';
import { germanDate } from '../../agenda/index.ts';
import type { Publication, Release } from '../../council/index.ts';
import type { StoredPublication } from '../../store/index.ts';
import { type ApprovedAgenda, approvedAgendaTables, projectCount } from './approved-agenda.ts';
import { base, type City, type Markup, page } from './layout.ts';

/**
 * The public pages: plain HTML without any script, German only, because a released statement is a German official
 * document. A page is a function of what was published and of nothing else, so that later edits cannot change it.
 */

/** All released statements of a city, newest first, with the withdrawn ones as what they are. */
export function listPage(city: City, stored: readonly StoredPublication[]): Markup {
  const withdrawn = withdrawnOf(stored);
  const releases = releasesOf(stored);
  const rows = releases.map(
    (one) => html`<li>
        <a href="${base(city)}/${one.id}">${one.content.title}</a><br>
        <span class="meta">Fassung ${one.edition}, freigegeben am ${germanDate(one.releasedOn)}${
          withdrawn.has(one.id)
            ? ', zurückgezogen'
            : isSuperseded(one, releases, withdrawn)
              ? ', durch eine neuere ersetzt'
              : ''
        }</span>
      </li>`,
  );
  return page(
    city,
    'Stellungnahmen zu Ratspapieren',
    html`<h1>Stellungnahmen zu Ratspapieren</h1>
      <p class="meta">${city.name} · <a href="${base(city)}/beschluesse">Was aus den Beschlüssen wurde</a> · <a href="${base(city)}/feed.atom">Atom-Feed</a> · <a href="${base(city)}/sitzungen.ics">Sitzungen als Kalender</a></p>
      ${rows.length === 0 ? html`<p>Es ist noch keine Stellungnahme freigegeben.</p>` : html`<ul>${rows}</ul>`}`,
  );
}

const releasesOf = (stored: readonly StoredPublication[]): Release[] =>
  stored
    .map((one) => one.publication)
    .filter((one): one is Release => one.kind === 'release')
    .reverse();

type Withdrawn = ReadonlyMap<string, Publication & { kind: 'withdrawal' }>;

function withdrawnOf(stored: readonly StoredPublication[]): Withdrawn {
  const found = stored.map((one) => one.publication).filter((one) => one.kind === 'withdrawal');
  return new Map(found.map((one) => [`${one.paper}.${one.edition}`, one]));
}

/** A newer edition of the same statement; a withdrawn one is none, unless there is no other. */
function newerThan(one: Release, releases: readonly Release[], withdrawn: Withdrawn): Release | undefined {
  const newer = releases.filter((other) => other.paper === one.paper && other.edition > one.edition);
  return newer.find((other) => !withdrawn.has(other.id)) ?? newer[0];
}

function isSuperseded(one: Release, releases: readonly Release[], withdrawn: Withdrawn): boolean {
  const newer = newerThan(one, releases, withdrawn);
  return newer !== undefined && !withdrawn.has(newer.id);
}

/** The release of this id that still holds; undefined if there is none, or if it was withdrawn. */
export function standingRelease(stored: readonly StoredPublication[], id: string): Release | undefined {
  if (withdrawnOf(stored).has(id)) return undefined;
  return releasesOf(stored).find((one) => one.id === id);
}

/**
 * One released statement with its figures, `article` as it was kept on the day of the release; a withdrawn one is a
 * tombstone with the reason. Undefined if there is none.
 */
export async function releasePage(
  city: City,
  stored: readonly StoredPublication[],
  id: string,
  article: (release: Release) => Promise<string>,
): Promise<Markup | undefined> {
  const releases = releasesOf(stored);
  const found = releases.find((one) => one.id === id);
  if (found === undefined) return undefined;
  const back = html`<nav><a href="${base(city)}">Alle Stellungnahmen</a></nav>`;
  const withdrawn = withdrawnOf(stored);
  const tombstone = withdrawn.get(id);
  if (tombstone) {
    return page(
      city,
      found.content.title,
      html`${back}<h1>${found.content.title}</h1>
        <p class="note">Diese Fassung wurde am ${germanDate(tombstone.withdrawnOn)} zurückgezogen.</p>
        <p>Grund: ${tombstone.reason}</p>`,
    );
  }
  const newer = newerThan(found, releases, withdrawn);
  const link = newer && html`<a href="${base(city)}/${newer.id}">Fassung ${newer.edition}</a>`;
  const successor =
    newer === undefined
      ? ''
      : withdrawn.has(newer.id)
        ? html`<p class="note">Eine neuere Fassung (${link}) wurde zurückgezogen.</p>`
        : html`<p class="note">Es gibt eine neuere Fassung: ${link}.</p>`;
  const text = raw(await article(found)); // made of markup and escaped words on the day of the release
  return page(city, found.content.title, html`${back}${successor}${aboutRelease(city, found)}${text}`);
}

/** A released text, `article` as it was kept, as a page of its own without any word about what became of it later. */
export const releaseDocument = (city: City, release: Release, article: string): Markup =>
  page(city, release.content.title, html`${aboutRelease(city, release)}${raw(article)}`);

/** Edition, day, files and check sum of a release; the edition that it corrects, and the approved plan of its day. */
function aboutRelease(city: City, release: Release): Markup {
  const { id, paper, edition, corrects, releasedOn, content, hash, files } = release;
  const file = (ending: string, name: string): Markup => html`<a href="${base(city)}/${id}.${ending}">${name}</a>`;
  return html`<p class="meta">Fassung ${edition}, freigegeben am ${germanDate(releasedOn)}, Stand der Daten ${germanDate(content.asOf)}</p>
    ${
      corrects
        ? html`<p class="meta">Berichtigt die <a href="${base(city)}/${paper}.${corrects.edition}">Fassung ${corrects.edition}</a> vom ${germanDate(corrects.on)}</p>`
        : ''
    }
    ${
      files?.agenda
        ? html`<p class="meta">Dahinter steht der Fahrplan, wie er bei der Freigabe genehmigt war: <a href="${base(city)}/${id}/agenda">Projekte, Termine und Pflichten</a></p>`
        : ''
    }
    <p class="meta">Herunterladen: ${file('pdf', 'PDF (barrierefrei)')} · ${file('docx', 'Word-Datei')} · ${file('json', 'Zahlen als JSON')}</p>
    <p class="meta">Prüfsumme des Textes (SHA-256) <code>${hash}</code></p>`;
}

/** Every figure of a release for machines, under an address of its own that never changes. */
export function releaseFigures(city: City, release: Release) {
  return {
    id: `urn:fahrplan:${city.id}:statement:${release.id}`,
    title: release.content.title,
    edition: release.edition,
    corrects: release.corrects
      ? `urn:fahrplan:${city.id}:statement:${release.paper}.${release.corrects.edition}`
      : null,
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

/** The agenda behind a release, as it was approved on that day. */
export function releaseAgendaPage(city: City, release: Release, agenda: ApprovedAgenda): Markup {
  const { id, content, releasedOn } = release;
  return page(
    city,
    `Genehmigter Fahrplan: ${content.title}`,
    html`<nav><a href="${base(city)}/${id}">${content.title}</a></nav>
      <h1>Genehmigter Fahrplan hinter der Stellungnahme</h1>
      <p class="meta">${agenda.agendaName} · genehmigt am ${germanDate(agenda.approvedOn)} · festgehalten bei der Freigabe am ${germanDate(releasedOn)} · <a href="${base(city)}/${id}/agenda.json">Als JSON</a></p>
      <p>Der Plan enthält ${projectCount(agenda)} Projekte. Was sich seit der Freigabe geändert hat, steht hier nicht.</p>
      ${approvedAgendaTables(agenda)}`,
  );
}
