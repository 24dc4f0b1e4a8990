import type { Agenda } from '../../agenda/index.ts';
import { type Confirmation, type ConfirmationSubject, offerOf } from '../../planning/index.ts';
import { type CityTransaction, readRecord, type Session, saveConfirmation } from '../../store/index.ts';
import { typedDay } from '../link-pages/fields.ts';
import { changeAgenda } from '../records/edit.ts';
import type { Services } from '../services.ts';
import type { confirmationTexts, TypedConfirmation } from './page.ts';

interface Work {
  tx: CityTransaction;
  session: Session;
  services: Services;
}

const LETTERS = 5_000;

/** What the form says, or what is wrong with it. */
export function readConfirmationForm(
  form: URLSearchParams,
  subject: ConfirmationSubject,
  t: (typeof confirmationTexts)['de'],
): { typed: TypedConfirmation; answer: Pick<Confirmation, 'verdict' | 'text' | 'newDate'> | null } {
  const field = (name: string): string => form.get(name)?.trim() ?? '';
  const [verdict, text, date] = [field('verdict'), field('text'), field('date')];
  const faults: TypedConfirmation['faults'] = {};
  if (verdict !== 'confirmed' && verdict !== 'changed') faults.verdict = t.missing;
  const newDate = subject === 'offer' && verdict === 'changed' ? typedDay(date) : undefined;
  if (subject === 'offer' && verdict === 'changed' && newDate === undefined) faults.date = t.missingDate;
  if (subject === 'interview' && verdict === 'changed' && text === '') faults.text = t.missingText;
  if (text.length > LETTERS) faults.text = t.tooLong;
  const typed = { verdict, text, date, faults };
  if (Object.keys(faults).length > 0) return { typed, answer: null };
  const answer = {
    verdict: verdict as Confirmation['verdict'],
    ...(text === '' ? {} : { text }),
    ...(newDate === undefined ? {} : { newDate }),
  };
  return { typed, answer };
}

type Partner = Agenda['partners'][number];

/** Writes the day of the confirmation, and the new day of an offer, into the record. */
async function writeSubject(work: Work, { subject, target, answeredOn, newDate }: Confirmation): Promise<void> {
  const { agenda } = await work.services.agendas.load(work.tx, work.session);
  if (subject === 'interview') {
    const stored = await readRecord(work.tx, 'interviews', target);
    if (stored === undefined) return;
    const body = { ...stored.body, confirmedOn: answeredOn };
    await changeAgenda(work, [{ collection: 'interviews', id: target, version: stored.version, body }]);
    return;
  }
  const named = offerOf(agenda, target);
  const stored = named && (await readRecord(work.tx, 'partners', named.partner.id));
  if (named === undefined || stored === undefined) return;
  const offers: Partner['offers'] = stored.body.offers.map((offer) =>
    offer.id === named.offer.id
      ? { ...offer, confirmedOn: answeredOn, ...(newDate === undefined ? {} : { availableFrom: newDate }) }
      : offer,
  );
  const body = { ...stored.body, offers };
  await changeAgenda(work, [{ collection: 'partners', id: stored.id, version: stored.version, body }]);
}

/** Keeps an answer. What confirms stands in the record at once; what would change something waits. */
export async function recordConfirmation(work: Work, confirmation: Confirmation): Promise<void> {
  await saveConfirmation(work.tx, confirmation);
  if (confirmation.verdict === 'confirmed') await writeSubject(work, confirmation);
}

/**
 * The programme team has seen to an answer that waited. Taking over a partner's new day writes it into the offer, and
 * the plan follows; a head's correction is made by hand in the record, and taking it over says that this was done.
 */
export async function decideConfirmation(work: Work, confirmation: Confirmation, take: boolean): Promise<Confirmation> {
  if (confirmation.state !== 'open') return confirmation;
  const decided: Confirmation = { ...confirmation, state: take ? 'taken' : 'declined' };
  await saveConfirmation(work.tx, decided);
  if (take && confirmation.subject === 'offer') await writeSubject(work, decided);
  return decided;
}
