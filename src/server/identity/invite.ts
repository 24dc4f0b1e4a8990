import type { Language, Person } from '../../agenda/index.ts';
import { type CityTransaction, createLink, preferencesOf, recordEvent } from '../../store/index.ts';
import type { Services } from '../services.ts';
import { invitationMail, resetMail } from './mail-texts.ts';

export const INVITATION_DAYS = 7;
const RESET_DAYS = 1;

/** The link under which a person chooses a password. The secret stands behind `#`: browsers send it to no server. */
const addressOf = (origin: string, token: string): string => `${origin}/einladung#${token}`;

export interface Invitation {
  link: string;
  days: number;
  purpose: 'invitation' | 'passwordReset';
  /** Language of the mail: the one that the person uses the pages in. */
  language: Language;
}

/** Makes the link for a first password, or for a new one; earlier ones stop working. */
export async function makeInvitation(
  tx: CityTransaction,
  { person, origin, purpose }: { person: Person; origin: string; purpose: Invitation['purpose'] },
): Promise<Invitation> {
  const days = purpose === 'invitation' ? INVITATION_DAYS : RESET_DAYS;
  const { token } = await createLink(tx, { purpose, target: person.id, days });
  await recordEvent(tx, purpose === 'invitation' ? 'invite' : 'resetPassword', 'person', person.id);
  const { language } = await preferencesOf(tx, person.id);
  return { link: addressOf(origin, token), days, purpose, language };
}

/** Sends the link if a mail server is set up. False: nobody but the caller has it. */
export async function mailInvitation(
  services: Services,
  city: string,
  person: Person,
  { purpose, ...about }: Invitation,
): Promise<boolean> {
  if (services.mailer === null) return false;
  const mail = purpose === 'invitation' ? invitationMail : resetMail;
  return services.mailer.send(mail(person, { city, ...about }));
}
