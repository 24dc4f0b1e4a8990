import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ConfirmationSubject } from '../../planning/index.ts';
import { type Link, redeemLink, withCity } from '../../store/index.ts';
import { readConfirmationForm, recordConfirmation } from '../confirmation/answer.ts';
import { confirmationForm, confirmationTexts, subjectPart, type TypedConfirmation } from '../confirmation/page.ts';
import { loadDesk } from '../council/desk.ts';
import type { Env } from '../http/env.ts';
import { formLimit } from '../link-pages/form-body.ts';
import { linkPage } from '../link-pages/layout.ts';
import { openLink, refusedPage } from '../link-pages/open-link.ts';
import type { Services } from '../services.ts';
import { linkSession } from '../status/answer.ts';

const PURPOSES = ['interview', 'offer'] as const;
const NOTHING: TypedConfirmation = { verdict: '', text: '', date: '', faults: {} };

interface Asked {
  link: Link;
  token: string;
  typed: TypedConfirmation;
}

/** The page with the question. */
async function ask(c: Context<Env>, services: Services, { link, token, typed }: Asked): Promise<Response> {
  const language = c.get('language');
  const subject = link.purpose as ConfirmationSubject;
  const session = linkSession(link.city, link.id);
  const { agenda } = await withCity(services.store.db, session, (tx) => services.agendas.load(tx, session));
  const part = subjectPart(agenda, subject, link.target, language);
  if (part === null) return refusedPage(c, 'unknown');
  const body = confirmationForm(part, subject, typed, { language, token });
  const status = Object.keys(typed.faults).length > 0 ? 400 : 200;
  return linkPage(c, { title: confirmationTexts[language][subject].title, body, status });
}

/** Takes the answer; if something is missing, the page comes back with everything that was typed. */
async function answer(c: Context<Env>, services: Services, link: Link, form: URLSearchParams): Promise<Response> {
  const t = confirmationTexts[c.get('language')];
  const subject = link.purpose as ConfirmationSubject;
  const read = readConfirmationForm(form, subject, t);
  if (read.answer === null) return ask(c, services, { link, token: form.get('token') ?? '', typed: read.typed });
  const given = read.answer;
  const session = linkSession(link.city, link.id);
  const taken = await withCity(services.store.db, session, async (tx) => {
    if (!(await redeemLink(tx, link.id))) return false;
    const { today } = await loadDesk(tx);
    const state = given.verdict === 'confirmed' ? ('taken' as const) : ('open' as const);
    const kept = { id: link.id, subject, target: link.target, answeredOn: today, ...given, state };
    await recordConfirmation({ tx, session, services }, kept);
    return true;
  });
  if (!taken) return refusedPage(c, 'used');
  const body = html`<div class="fp-message" role="status">
    <p class="fp-strong">${t.thanks}</p>
    <p>${t.thanksNote}</p>
  </div>`;
  return linkPage(c, { title: t[subject].title, body });
}

/** The page on which a head of office confirms a talk, or a partner a date: by a link, without an account. */
export function mountConfirmationLink(app: Hono<Env>, services: Services): void {
  app.get('/bestaetigung', async (c) => {
    const token = c.req.query('token') ?? '';
    const link = await openLink(c, services, token, PURPOSES);
    return link instanceof Response ? link : ask(c, services, { link, token, typed: NOTHING });
  });
  app.post('/bestaetigung', formLimit, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const link = await openLink(c, services, form.get('token') ?? '', PURPOSES);
    return link instanceof Response ? link : answer(c, services, link, form);
  });
}
