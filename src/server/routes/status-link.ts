import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { findLink, type Link, readStatusRequest, redeemLink, withCity } from '../../store/index.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../http/problems.ts';
import { linkPage } from '../link-pages/layout.ts';
import type { Services } from '../services.ts';
import { linkSession, recordAnswers } from '../status/answer.ts';
import { readTyped, type TypedAnswer, type TypedFaults, typedAnswer } from '../status/form.ts';
import { type AskedProject, questionsPage, thanksPage } from '../status/page.ts';
import { statusTexts } from '../status/texts.ts';

const FORM_BYTES = 500_000;

/** Why a link opens nothing, with what to do instead. */
function refusedPage(c: Context<Env>, reason: 'unknown' | 'used' | 'expired'): Response | Promise<Response> {
  const t = statusTexts[c.get('language')];
  const body = html`<div class="fp-message"><p>${t[reason]}</p></div>`;
  return linkPage(c, { title: t[`${reason}Title`], body, status: reason === 'unknown' ? 404 : 410 });
}

interface Open {
  link: Link;
  token: string;
}

/** The open status link of a secret, or the page that says why there is none. Guessing is slowed down. */
async function openLink(c: Context<Env>, services: Services, token: string): Promise<Open | Response> {
  const address = clientAddress(c, services);
  services.signInLimit.check(address);
  const link = await findLink(services.store.db, token);
  if (link === undefined || link.purpose !== 'status') {
    services.signInLimit.failed(address);
    return refusedPage(c, 'unknown');
  }
  if (link.state !== 'open') return refusedPage(c, link.state);
  return { link, token };
}

const NOTHING: TypedAnswer = { status: '', dateRight: '', finish: '', problem: '' };

/** The page with the questions; `form` is what was typed and could not be read. */
async function ask(
  c: Context<Env>,
  services: Services,
  { link, token }: Open,
  form?: URLSearchParams,
): Promise<Response> {
  const language = c.get('language');
  const session = linkSession(link.city, link.id);
  const found = await withCity(services.store.db, session, async (tx) => {
    const request = await readStatusRequest(tx, link.target);
    return request && { request, loaded: await services.agendas.load(tx, session) };
  });
  if (found === undefined) return refusedPage(c, 'unknown');
  const { request, loaded } = found;
  const dates = loaded.context().dates;
  const asked = request.projects.flatMap((id, index): AskedProject[] => {
    const project = loaded.agenda.projects.find((one) => one.id === id);
    if (project === undefined) return [];
    const typed = form ? typedAnswer(form, index) : { ...NOTHING, status: project.status };
    const read = form && readTyped(id, typed, statusTexts[language]);
    const faults: TypedFaults = read && 'faults' in read ? read.faults : {};
    return [{ project, planned: dates.get(id), typed, faults }];
  });
  const body = questionsPage(asked, { language, name: request.recipient.name, city: loaded.agenda.city.name, token });
  return linkPage(c, { title: statusTexts[language].title, body, status: form ? 400 : 200 });
}

/** Records what was sent; if something is missing, the page comes back with everything that was typed. */
async function answer(c: Context<Env>, services: Services, open: Open, form: URLSearchParams): Promise<Response> {
  const language = c.get('language');
  const session = linkSession(open.link.city, open.link.id);
  const done = await withCity(services.store.db, session, async (tx) => {
    const request = await readStatusRequest(tx, open.link.target);
    if (request === undefined) return 'unknown' as const;
    const read = request.projects.map((id, index) => readTyped(id, typedAnswer(form, index), statusTexts[language]));
    const answers = read.flatMap((one) => ('answer' in one ? [one.answer] : []));
    if (answers.length < read.length) return 'incomplete' as const;
    if (!(await redeemLink(tx, open.link.id))) return 'used' as const;
    const loaded = await services.agendas.load(tx, session);
    const nameOf = (id: string): string => loaded.agenda.projects.find((one) => one.id === id)?.name ?? id;
    return { items: await recordAnswers({ tx, session, services }, request, answers), nameOf };
  });
  if (done === 'incomplete') return ask(c, services, open, form);
  if (done === 'unknown' || done === 'used') return refusedPage(c, done);
  return linkPage(c, { title: statusTexts[language].title, body: thanksPage(done.items, done.nameOf, language) });
}

/** The page of the monthly round: opened by a link, filled in and sent without an account and without JavaScript. */
export function mountStatusLink(app: Hono<Env>, services: Services): void {
  app.get('/status', async (c) => {
    const open = await openLink(c, services, c.req.query('token') ?? '');
    return open instanceof Response ? open : ask(c, services, open);
  });
  const limit = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new Problem('too-large');
    },
  });
  app.post('/status', limit, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const open = await openLink(c, services, form.get('token') ?? '');
    return open instanceof Response ? open : answer(c, services, open, form);
  });
}
