import { bare, withoutUnit } from '../project-list/targets.ts';

/** What a column of a list of bookings can mean. */
export const bookingTargets = [
  'reference',
  'on',
  'year',
  'kind',
  'amount',
  'budgetLine',
  'project',
  'text',
  'takenFrom',
] as const;
export type BookingTarget = (typeof bookingTargets)[number];

/** Words in headings, in letters and digits only, in German and English. */
const WORDS: Record<BookingTarget, readonly string[]> = {
  reference: [
    'belegnummer',
    'belegnr',
    'beleg',
    'buchungsnummer',
    'buchungsnr',
    'auftragsnummer',
    'anordnungsnummer',
    'nummer',
    'nr',
    'number',
    'numberofthereceipt',
    'reference',
  ],
  on: ['buchungsdatum', 'datum', 'belegdatum', 'tag', 'auftragsdatum', 'zahlungsdatum', 'date', 'day'],
  year: ['haushaltsjahr', 'jahr', 'hhj', 'rechnungsjahr', 'fiscalyear', 'year'],
  kind: ['art', 'buchungsart', 'typ', 'status', 'kind', 'type'],
  amount: ['betrag', 'summe', 'istbetrag', 'ist', 'ausgabe', 'zahlbetrag', 'amount'],
  budgetLine: ['budget', 'haushaltsansatz', 'ansatz', 'kostenstelle', 'produkt', 'haushaltsstelle', 'budgetline'],
  project: ['projekt', 'projektnummer', 'projektschlüssel', 'vorhaben', 'maßnahme', 'project'],
  text: ['text', 'buchungstext', 'verwendungszweck', 'zweck', 'bezeichnung', 'gegenstand', 'purpose', 'words'],
  takenFrom: ['herkunft', 'quelle', 'auszug', 'source', 'takenfrom'],
};

/** What a heading means. */
export function recogniseBookingColumn(heading: string): BookingTarget | null {
  const words = [bare(heading), bare(withoutUnit(heading))];
  return bookingTargets.find((one) => WORDS[one].some((word) => words.includes(word))) ?? null;
}
