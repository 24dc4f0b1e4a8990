import type { Language } from '../agenda/index.ts';
import { type Digest, giveBack, listCities, type Store, takeDigests, withCity } from '../store/index.ts';
import { namesOf } from './council/person-name.ts';
import type { Mail, Mailer } from './identity/mailer.ts';
import { PROGRAM } from './start/example.ts';

/** How often is looked whether a daily mail is due. */
const EVERY_MS = 3_600_000;

/** News that one mail tells in full; the rest is counted. */
const MOST = 30;

const texts = {
  de: {
    mention: 'hat Sie erwähnt',
    comment: 'hat einen Kommentar geschrieben',
    change: 'hat etwas geändert',
    deleted: 'gelöscht',
    more: (count: number) => `und ${count} weitere`,
    subject: (count: number) => (count === 1 ? 'Fahrplan: eine Mitteilung' : `Fahrplan: ${count} Mitteilungen`),
    greeting: 'Guten Tag',
    lead: 'seit der letzten Nachricht ist Folgendes geschehen:',
    rest: 'Alles Weitere steht unter „Mitteilungen“',
    inside: ' in Fahrplan.',
    often: 'Diese Nachricht kommt höchstens einmal am Tag. Abbestellen können Sie sie auf derselben Seite.',
  },
  en: {
    mention: 'mentioned you',
    comment: 'wrote a comment',
    change: 'changed something',
    deleted: 'deleted',
    more: (count: number) => `and ${count} more`,
    subject: (count: number) => (count === 1 ? 'Fahrplan: one notification' : `Fahrplan: ${count} notifications`),
    greeting: 'Dear',
    lead: 'since the last message the following has happened:',
    rest: 'Everything else stands under “Notifications”',
    inside: ' in Fahrplan.',
    often: 'This message comes once a day at most. You can cancel it on the same page.',
  },
} as const satisfies Record<Language, unknown>;

/** The daily mail: what happened where, without the words of a comment, which stay behind the sign-in. */
export function digestMail(
  { name, mail, language, news }: Digest,
  names: Record<string, string>,
  address: string | null,
): Mail {
  const t = texts[language];
  const lines = news
    .slice(0, MOST)
    .map((one) => `- ${one.title ?? `${one.record} (${t.deleted})`}: ${names[one.by] ?? one.by} ${t[one.reason]}`);
  const more = news.length > MOST ? [`- ${t.more(news.length - MOST)}`] : [];
  const rest = `${t.rest}${address ? `: ${address}/mitteilungen` : t.inside}`;
  const text = [`${t.greeting} ${name},`, t.lead, [...lines, ...more].join('\n'), rest, `${t.often}\n`].join('\n\n');
  return { to: mail, subject: t.subject(news.length), text };
}

/** Sends what is due in every city; what the mail server does not take goes into the next mail. */
export async function sendDigests(store: Store, mailer: Mailer, address: string | null): Promise<void> {
  for (const { id: city } of await listCities(store.db)) {
    const scope = { city, actor: PROGRAM };
    // Taken and committed first: a mail that is sent twice is worse than one that comes a day later.
    const digests = await withCity(store.db, scope, async (tx) => {
      const due = await takeDigests(tx);
      const actors = due.flatMap(({ news }) => news.map((one) => one.by));
      const names = due.length > 0 ? await namesOf(tx, actors) : {};
      return due.map((digest) => ({ digest, mail: digestMail(digest, names, address) }));
    });
    for (const { digest, mail } of digests) {
      if (!(await mailer.send(mail))) await withCity(store.db, scope, (tx) => giveBack(tx, digest));
    }
  }
}

/** Sends daily mails until it is stopped, beside any number of other servers. */
export function keepSendingDigests(run: () => Promise<void>, onError: (error: unknown) => void): () => void {
  const send = (): void => void run().catch(onError);
  const timer = setInterval(send, EVERY_MS);
  timer.unref();
  send();
  return () => clearInterval(timer);
}
