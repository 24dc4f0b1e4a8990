import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Language } from '../../agenda/index.ts';
import { findLink, type Link, type LinkPurpose } from '../../store/index.ts';
import { clientAddress } from '../http/client-address.ts';
import type { Env } from '../http/env.ts';
import type { Services } from '../services.ts';
import { linkPage } from './layout.ts';

type Reason = 'unknown' | 'used' | 'expired';

const TEXTS: Record<Language, Record<Reason, { title: string; text: string }>> = {
  de: {
    unknown: {
      title: 'Diesen Link gibt es nicht',
      text: 'Vielleicht ist er unvollständig kopiert, oder es gibt inzwischen einen neueren. Bitte wenden Sie sich an das Programmteam.',
    },
    used: {
      title: 'Dieser Link ist schon benutzt',
      text: 'Ihre Antwort ist da. Wenn Sie etwas berichtigen möchten, lassen Sie sich vom Programmteam einen neuen Link geben.',
    },
    expired: { title: 'Dieser Link ist abgelaufen', text: 'Das Programmteam gibt Ihnen gern einen neuen.' },
  },
  en: {
    unknown: {
      title: 'There is no such link',
      text: 'Perhaps it was not copied completely, or there is a newer one by now. Please turn to the programme team.',
    },
    used: {
      title: 'This link has already been used',
      text: 'Your answer has arrived. If you want to correct something, ask the programme team for a new link.',
    },
    expired: { title: 'This link has expired', text: 'The programme team will gladly give you a new one.' },
  },
};

/** Why a link opens nothing, with what to do instead. */
export function refusedPage(c: Context<Env>, reason: Reason): Response | Promise<Response> {
  const { title, text } = TEXTS[c.get('language')][reason];
  const body = html`<div class="fp-message"><p>${text}</p></div>`;
  return linkPage(c, { title, body, status: reason === 'unknown' ? 404 : 410 });
}

/** The open link of a secret, or the page that says why there is none. Guessing is slowed down. */
export async function openLink(
  c: Context<Env>,
  services: Services,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<Link | Response> {
  const address = clientAddress(c, services);
  services.signInLimit.check(address);
  const link = await findLink(services.store.db, token);
  if (link === undefined || !purposes.includes(link.purpose)) {
    services.signInLimit.failed(address);
    return refusedPage(c, 'unknown');
  }
  return link.state === 'open' ? link : refusedPage(c, link.state);
}
