import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Text } from '../../agenda/index.ts';
import { linkPage } from '../link-pages/layout.ts';
import type { Env } from './env.ts';
import { type ProblemBody, problemTypes } from './problems.ts';

/** Pages that a city switches on itself, by the first part of their address. */
const SWITCHED_ON: Record<string, Text> = {
  oeffentlich: {
    de: 'Die öffentliche Seite gibt es nur, wenn die Stadt sie eingeschaltet hat. In der Verwaltung geht das angemeldet unter „Ratspost“, „Einstellungen“.',
    en: 'The public page exists only if the city has switched it on. Within the administration this is done, signed in, under “Council desk”, “Settings”.',
  },
  intranet: {
    de: 'Die Seite im Haus gibt es nur, wenn die Stadt sie eingeschaltet hat. In der Verwaltung geht das angemeldet unter „Ratspost“, „Einstellungen“.',
    en: 'The page in the house exists only if the city has switched it on. Within the administration this is done, signed in, under “Council desk”, “Settings”.',
  },
};

const WORDS = {
  de: { home: 'Zur Startseite', check: 'Bitte die Adresse prüfen.', report: 'Berichtsnummer' },
  en: { home: 'To the start page', check: 'Please check the address.', report: 'Report number' },
};

/**
 * True for somebody who looks at an address with a browser: it asks for `text/html` by name, which programs and the web
 * app's own requests do not.
 */
export function wantsPage(c: Context<Env>): boolean {
  return ['GET', 'HEAD'].includes(c.req.method) && /\btext\/html\b/i.test(c.req.header('accept') ?? '');
}

/** A refusal as a page of its own: what is the matter, and the way out. */
export function problemPage(c: Context<Env>, body: ProblemBody): Response | Promise<Response> {
  const language = c.get('language');
  const words = WORDS[language];
  const unknown = body.status === problemTypes['not-found'].status;
  const advice = unknown ? (SWITCHED_ON[c.req.path.split('/')[1] ?? '']?.[language] ?? words.check) : body.detail;
  return linkPage(c, {
    title: body.title,
    status: body.status as 404,
    body: html`<div class="fp-message">
      ${advice ? html`<p>${advice}</p>` : ''}
      <p><a href="/">${words.home}</a></p>
      <p class="fp-muted">${words.report}: <code>${body.instance.replace(/^urn:fahrplan:request:/, '')}</code></p>
    </div>`,
  });
}
