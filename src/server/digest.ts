import {
  type Digest,
  giveBack,
  listCities,
  type Notification,
  type Store,
  takeDigests,
  withCity,
} from '../store/index.ts';
import { namesOf } from './council/person-name.ts';
import type { Mail, Mailer } from './identity/mailer.ts';
import { PROGRAM } from './start/example.ts';

/** How often is looked whether a daily mail is due. */
const EVERY_MS = 3_600_000;

/** News that one mail tells in full; the rest is counted. */
const MOST = 30;

const reasons: Record<Notification['reason'], (by: string) => string> = {
  mention: (by) => `${by} hat Sie erwähnt`,
  comment: (by) => `${by} hat einen Kommentar geschrieben`,
  change: (by) => `${by} hat etwas geändert`,
};

/** The daily mail: what happened where, without the words of a comment, which stay behind the sign-in. */
export function digestMail({ name, mail, news }: Digest, names: Record<string, string>, address: string | null): Mail {
  const lines = news.slice(0, MOST).map((one) => {
    return `- ${one.title ?? `${one.record} (gelöscht)`}: ${reasons[one.reason](names[one.by] ?? one.by)}`;
  });
  const more = news.length > MOST ? [`- und ${news.length - MOST} weitere`] : [];
  return {
    to: mail,
    subject: news.length === 1 ? 'Fahrplan: eine Mitteilung' : `Fahrplan: ${news.length} Mitteilungen`,
    text: `Guten Tag ${name},

seit der letzten Nachricht ist Folgendes geschehen:

${[...lines, ...more].join('\n')}

Alles Weitere steht unter „Mitteilungen“${address ? `: ${address}/mitteilungen` : ' in Fahrplan.'}

Diese Nachricht kommt höchstens einmal am Tag. Abbestellen können Sie sie auf derselben Seite.
`,
  };
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
