import type { Logger } from 'pino';

/** One mail in plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mails one after the other; each answer says whether the server has taken it. */
export interface Mailer {
  send(mail: Mail): Promise<boolean>;
  close(): void;
}

/**
 * Sends over the city's own mail server. A mail that is not taken is logged without its content and reported as false:
 * whoever sends can still copy the link.
 *
 * @param url for example `smtps://user:password@mail.musterstadt.de`
 */
export async function createMailer({ url, from }: { url: string; from: string }, log: Logger): Promise<Mailer> {
  const { createTransport } = await import('nodemailer'); // only where a mail server is named
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
        return true;
      } catch (error) {
        log.warn({ reason: error instanceof Error ? error.message : String(error), subject }, 'a mail was not sent');
        return false;
      }
    },
    close: () => transport.close(),
  };
}
