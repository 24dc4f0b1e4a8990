import { html } from 'hono/html';
import { germanDate } from '../../agenda/index.ts';
import type { Resolution, ResolutionProgress } from '../../council/index.ts';
import { type City, type Markup, page } from './layout.ts';

export interface PublicResolution {
  resolution: Resolution;
  progress: ResolutionProgress;
}

const WORDS: Record<ResolutionProgress['light'], string> = {
  done: 'erledigt',
  notPursued: 'nicht weiter verfolgt',
  late: 'überfällig',
  atRisk: 'gefährdet',
  onTrack: 'läuft',
  notBegun: 'nicht begonnen',
};

/** What became of the resolutions taken in public, newest first: the word of the light with its rule, and the report. */
export function resolutionsPage(city: City, today: string, rows: readonly PublicResolution[]): Markup {
  const sections = rows.map(
    ({ resolution: one, progress }) => html`<section aria-labelledby="${one.id}">
      <h2 id="${one.id}">${one.reference}: ${one.name}</h2>
      <p class="meta">${one.body}, ${germanDate(one.on)}${one.dueOn ? `, Frist ${germanDate(one.dueOn)}` : ''}</p>
      <p>${one.text}</p>
      <p class="note"><strong>${WORDS[progress.light]}</strong> (${progress.rule.de})${
        one.report ? html`<br>${one.report.text} <span class="meta">Stand ${germanDate(one.report.on)}</span>` : ''
      }</p>
    </section>`,
  );
  return page(
    city,
    'Was aus den Beschlüssen wurde',
    html`<h1>Was aus den Beschlüssen wurde</h1>
      <p class="meta">${city.name} · Stand ${germanDate(today)} · Termine nach dem genehmigten Plan</p>
      ${rows.length === 0 ? html`<p>Noch wird kein öffentlicher Beschluss verfolgt.</p>` : sections}`,
  );
}
