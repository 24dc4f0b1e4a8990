import { html } from 'hono/html';
import { type Agenda, type Language, unitNameOn } from '../../agenda/index.ts';
import { type ConfirmationSubject, offerOf } from '../../planning/index.ts';
import { choiceField, dayField, dayText, proseField } from '../link-pages/fields.ts';
import type { Html } from '../link-pages/layout.ts';

const de = {
  interview: {
    title: 'Gespräch bestätigen',
    lead: (unit: string) => `So haben wir das Gespräch mit der Leitung festgehalten: ${unit}.`,
    question: 'Ist es richtig wiedergegeben?',
    confirmed: 'ja, so bestätige ich es',
    changed: 'nein, es soll anders heißen',
    text: 'Was soll anders stehen?',
  },
  offer: {
    title: 'Termin bestätigen',
    lead: (partner: string) => `${partner}: Wir planen mit Ihrem Angebot.`,
    question: 'Bleibt es dabei?',
    confirmed: 'ja, es bleibt dabei',
    changed: 'nein, es wird ein anderer',
    text: 'Möchten Sie etwas dazu sagen?',
  },
  held: (on: string) => `Gespräch vom ${on}`,
  nothing: 'Eine Niederschrift liegt noch nicht vor.',
  available: (on: string) => `Verfügbar ab ${on}`,
  undated: 'Noch ohne Tag',
  newDate: 'Neuer Tag',
  dateHint: 'Tag.Monat.Jahr, zum Beispiel 30.11.2026',
  textHint: 'Freiwillig, wenn Sie bestätigen.',
  submit: 'Absenden',
  missing: 'Bitte wählen Sie eine Antwort.',
  missingText: 'Bitte schreiben Sie, was anders stehen soll.',
  missingDate: 'Bitte nennen Sie den neuen Tag als Tag.Monat.Jahr, zum Beispiel 30.11.2026.',
  tooLong: 'Bitte höchstens 5.000 Zeichen.',
  thanks: 'Vielen Dank, Ihre Antwort ist eingegangen.',
  thanksNote: 'Sie können diese Seite schließen.',
  summary: 'Bitte ergänzen Sie noch etwas. Was Sie eingegeben haben, ist nicht verloren.',
};

const en: typeof de = {
  interview: {
    title: 'Confirm a talk',
    lead: (unit) => `This is how we recorded the talk with the head: ${unit}.`,
    question: 'Is it rendered rightly?',
    confirmed: 'yes, I confirm it',
    changed: 'no, it should read otherwise',
    text: 'What should read otherwise?',
  },
  offer: {
    title: 'Confirm a date',
    lead: (partner) => `${partner}: we plan with your offer.`,
    question: 'Does this stand?',
    confirmed: 'yes, it stands',
    changed: 'no, it will be another one',
    text: 'Anything you want to add?',
  },
  held: (on) => `Talk of ${on}`,
  nothing: 'There is no record yet.',
  available: (on) => `Available from ${on}`,
  undated: 'Not dated yet',
  newDate: 'New day',
  dateHint: 'Day.month.year, for example 30.11.2026',
  textHint: 'Voluntary if you confirm.',
  submit: 'Send',
  missing: 'Please choose an answer.',
  missingText: 'Please write what should read otherwise.',
  missingDate: 'Please name the new day as day.month.year, for example 30.11.2026.',
  tooLong: 'At most 5,000 characters, please.',
  thanks: 'Thank you, your answer has arrived.',
  thanksNote: 'You can close this page.',
  summary: 'Something is still missing. What you have entered is not lost.',
};

export const confirmationTexts: Record<Language, typeof de> = { de, en };

/** What was typed, and what is wrong with it. */
export interface TypedConfirmation {
  verdict: string;
  text: string;
  date: string;
  faults: { verdict?: string; text?: string; date?: string };
}

/** What is to be confirmed, in words; null if it is gone. */
export function subjectPart(
  agenda: Agenda,
  subject: ConfirmationSubject,
  target: string,
  language: Language,
): Html | null {
  const t = confirmationTexts[language];
  if (subject === 'offer') {
    const named = offerOf(agenda, target);
    if (named === undefined) return null;
    const { availableFrom, deliverable } = named.offer;
    return html`<p class="fp-lead">${t.offer.lead(named.partner.name)}</p>
      <p class="fp-strong">${deliverable}</p>
      <p>${availableFrom ? t.available(dayText(availableFrom, language)) : t.undated}</p>`;
  }
  const interview = agenda.interviews.find(({ id }) => id === target);
  if (interview === undefined) return null;
  const unit = agenda.units.find(({ id }) => id === interview.unit);
  const name = unit ? unitNameOn(unit, interview.on ?? agenda.planStart) : interview.unit;
  const record = interview.record ?? (interview.answers.length === 0 ? t.nothing : undefined);
  return html`<p class="fp-lead">${t.interview.lead(name)}</p>
    ${interview.on ? html`<p class="fp-muted">${t.held(dayText(interview.on, language))}</p>` : html``}
    ${interview.answers.map(
      ({ question, text }) => html`<p class="fp-strong">${question}</p><p class="fp-prose">${text}</p>`,
    )}
    ${record === undefined ? html`` : html`<p class="fp-prose">${record}</p>`}`;
}

/** The question with its form. */
export function confirmationForm(
  part: Html,
  subject: ConfirmationSubject,
  typed: TypedConfirmation,
  { language, token }: { language: Language; token: string },
): Html {
  const t = confirmationTexts[language];
  const words = t[subject];
  const { faults } = typed;
  const faulty = Object.keys(faults).length > 0;
  const options = [
    ['confirmed', words.confirmed],
    ['changed', words.changed],
  ] as const;
  return html`<div class="fp-link">
    ${part}
    ${faulty ? html`<p class="fp-notice" role="alert">${t.summary}</p>` : html``}
    <form method="post" action="/bestaetigung" class="fp-link__form">
      <input type="hidden" name="token" value="${token}">
      ${choiceField('verdict', words.question, options, { value: typed.verdict, fault: faults.verdict })}
      ${
        subject === 'offer'
          ? dayField('date', { label: t.newDate, hint: t.dateHint, value: typed.date, fault: faults.date })
          : html``
      }
      ${proseField('text', { label: words.text, hint: t.textHint, value: typed.text, fault: faults.text })}
      <div class="fp-actions"><button type="submit" class="fp-btn fp-btn--main">${t.submit}</button></div>
    </form>
  </div>`;
}
