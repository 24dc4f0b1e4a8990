import type { InterviewGuide } from './needs.ts';

/**
 * The guide that a city finds before it has one of its own: from the office's services to its wishes, along what the
 * fact sheet of a project asks for later.
 */
export const defaultGuide: InterviewGuide = {
  id: 'leitfaden',
  name: 'Leitfaden für Gespräche mit Amtsleitungen',
  units: [],
  questions: [
    {
      text: 'Welche Leistungen erbringt das Amt, und welche davon kommen am häufigsten vor?',
      hint: 'Fallzahlen im Jahr, auch geschätzt; für Bürgerschaft, Unternehmen und andere Ämter.',
    },
    {
      text: 'Wo warten Menschen heute am längsten, und wo fragen sie am häufigsten nach?',
      hint: 'Wartezeiten, unvollständige Anträge, Anrufe zum Stand des Verfahrens.',
    },
    {
      text: 'Welche Arbeitsschritte geschehen auf Papier oder werden doppelt erfasst?',
      hint: 'Medienbrüche: ausdrucken, abtippen, unterschreiben, einscannen, in Hauspost geben.',
    },
    {
      text: 'Welche Fachverfahren nutzt das Amt, und was fehlt an Schnittstellen?',
      hint: 'Name, Hersteller, Ende des Vertrags, gewünschte Anbindung an Portal, Bezahlung, E-Akte, Archiv.',
    },
    {
      text: 'Welche gesetzlichen Pflichten und Fristen kommen auf das Amt zu?',
      hint: 'Gesetz und Paragraf, Tag, und ob die Vorschrift „muss“, „soll“ oder „kann“ sagt.',
    },
    {
      text: 'Was soll in den nächsten zwei Jahren digital gehen, und wem nützt es?',
      hint: 'Ein Wunsch je Absatz: so lässt er sich nachher als Bedarf übernehmen.',
    },
    {
      text: 'Was ist davon am dringendsten, und warum?',
      hint: 'Gründe: Pflicht, viele Fälle, Entlastung, Ausfall eines Verfahrens, Personalwechsel.',
    },
    {
      text: 'Was muss vorher geschehen, und wovon hängt es ab?',
      hint: 'Beschluss, Stelle, Vergabe, Land oder Dienstleister, Zuarbeit anderer Ämter.',
    },
    {
      text: 'Wer im Amt kann mitarbeiten, wie viel, und wann nicht?',
      hint: 'Rollen, keine Namen; Zeiten hoher Belastung wie Wahlen oder Jahresabschluss.',
    },
    { text: 'Was läuft schon gut, und wovon könnten andere Ämter lernen?' },
  ],
};
