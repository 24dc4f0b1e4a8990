import type { Language } from '../../agenda/index.ts';
import type { Mail } from './mailer.ts';

/** Mails about accounts, in the language that the account is used in. */
const texts = {
  de: {
    greeting: 'Guten Tag',
    closing: 'Diese Nachricht wurde von Fahrplan verschickt, dem Programm für die Digitale Agenda.',
    invited: (city: string) => `Zugang zu Fahrplan (${city})`,
    choose: (city: string) =>
      `für Sie ist ein Zugang zur Digitalen Agenda von ${city} eingerichtet. Bitte wählen Sie unter diesem Link Ihr Kennwort:`,
    once: (days: number) => `Der Link gilt einmal und ${days === 1 ? 'einen Tag' : `${days} Tage`} lang.`,
    reset: (city: string) => `Neues Kennwort für Fahrplan (${city})`,
    chooseAnew: 'unter diesem Link können Sie ein neues Kennwort für Fahrplan wählen:',
    unasked: 'Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun; Ihr bisheriges Kennwort gilt weiter.',
  },
  en: {
    greeting: 'Dear',
    closing: 'This message was sent by Fahrplan, the program for the digital agenda.',
    invited: (city: string) => `Access to Fahrplan (${city})`,
    choose: (city: string) =>
      `an account for the digital agenda of ${city} has been set up for you. Please choose your password under this link:`,
    once: (days: number) => `The link works once and for ${days === 1 ? 'one day' : `${days} days`}.`,
    reset: (city: string) => `New password for Fahrplan (${city})`,
    chooseAnew: 'under this link you can choose a new password for Fahrplan:',
    unasked: 'If you have not asked for it, you need not do anything; your present password still counts.',
  },
} as const satisfies Record<Language, unknown>;

/** A link with what it is for. */
interface LinkMail {
  city: string;
  link: string;
  days: number;
  language: Language;
}

function mail(
  to: { name: string; mail: string },
  { link, language }: LinkMail,
  { subject, before, after }: { subject: string; before: string; after: string },
): Mail {
  const t = texts[language];
  return {
    to: to.mail,
    subject,
    text: `${t.greeting} ${to.name},\n\n${before}\n\n${link}\n\n${after}\n\n${t.closing}\n`,
  };
}

export function invitationMail(to: { name: string; mail: string }, about: LinkMail): Mail {
  const t = texts[about.language];
  return mail(to, about, { subject: t.invited(about.city), before: t.choose(about.city), after: t.once(about.days) });
}

export function resetMail(to: { name: string; mail: string }, about: LinkMail): Mail {
  const t = texts[about.language];
  const after = `${t.once(about.days)} ${t.unasked}`;
  return mail(to, about, { subject: t.reset(about.city), before: t.chooseAnew, after });
}
