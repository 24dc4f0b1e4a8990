import type { Mail } from './mailer.ts';

/** Mails about accounts. German: they go to the city's own people, whose language the program does not know yet. */
const GREETING = 'Guten Tag';
const CLOSING = 'Diese Nachricht wurde von Fahrplan verschickt, dem Programm für die Digitale Agenda.';

export function invitationMail(to: { name: string; mail: string }, city: string, link: string, days: number): Mail {
  return {
    to: to.mail,
    subject: `Zugang zu Fahrplan (${city})`,
    text: `${GREETING} ${to.name},

für Sie ist ein Zugang zur Digitalen Agenda von ${city} eingerichtet. Bitte wählen Sie unter diesem Link Ihr Kennwort:

${link}

Der Link gilt einmal und ${days} Tage lang.

${CLOSING}
`,
  };
}

export function resetMail(to: { name: string; mail: string }, city: string, link: string, days: number): Mail {
  return {
    to: to.mail,
    subject: `Neues Kennwort für Fahrplan (${city})`,
    text: `${GREETING} ${to.name},

unter diesem Link können Sie ein neues Kennwort für Fahrplan wählen:

${link}

Der Link gilt einmal und ${days === 1 ? 'einen Tag' : `${days} Tage`} lang. Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun; Ihr bisheriges Kennwort gilt weiter.

${CLOSING}
`,
  };
}
