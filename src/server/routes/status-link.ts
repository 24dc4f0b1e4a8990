import type { Context, Hono } from 'hono';
import { type Link, readStatusRequest, redeemLink, withCity } from '../../store/index.ts';
import type { Env } from '../http/env.ts';
import { formLimit } from '../link-pages/form-body.ts';
import { linkPage } from '../link-pages/layout.ts';
import { openLink, refusedPage } from '../link-pages/open-link.ts';
import type { Services } from '../services.ts';
import { linkSession, recordAnswers } from '../status/answer.ts';
import { readTyped, type TypedAnswer, type TypedFaults, typedAnswer } from '../status/form.ts';
import { type AskedProject, questionsPage, thanksPage } from '../status/page.ts';
import { statusTexts } from '../status/texts.ts';

interface Open {
  link: Link;
  token: string;
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
  const open = async (c: Context<Env>, token: string): Promise<Open | Response> => {
    const link = await openLink(c, services, token, ['status']);
    return link instanceof Response ? link : { link, token };
  };
  app.get('/status', async (c) => {
    const found = await open(c, c.req.query('token') ?? '');
    return found instanceof Response ? found : ask(c, services, found);
  });
  app.post('/status', formLimit, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const found = await open(c, form.get('token') ?? '');
    return found instanceof Response ? found : answer(c, services, found, form);
  });
}
