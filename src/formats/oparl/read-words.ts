import type { Consultation, ItemResult, PaperKind } from '../../council/index.ts';

/**
 * What the free texts of other servers mean, where it is certain enough to be suggested. The order matters: the first
 * that fits wins. Nothing fits: undefined, and a person decides.
 */

const first = <T>(table: readonly (readonly [RegExp, T])[], text: string | undefined): T | undefined =>
  text === undefined ? undefined : table.find(([words]) => words.test(text))?.[1];

const PAPER_KINDS: readonly (readonly [RegExp, PaperKind | 'statement'])[] = [
  [/stellungnahme|beantwortung|^antwort|antwort (der|auf)/i, 'statement'],
  [/änderungsantrag|ergänzungsantrag/i, 'amendment'],
  [/anfrage/i, 'councilInquiry'],
  [/antrag/i, 'motion'],
  [/informationsvorlage|mitteilung|bericht|kenntnis|^information/i, 'information'],
  [/beschluss|vorlage/i, 'draftResolution'],
];

/** Kind of a paper; `statement` for what answers another paper. */
export const paperKindIn = (text: string | undefined): PaperKind | 'statement' | undefined => first(PAPER_KINDS, text);

const ROLES: readonly (readonly [RegExp, Consultation['role']])[] = [
  [/vorberat|empfehl|vorbehandlung/i, 'preliminary'],
  [/anhörung|kenntnis|information/i, 'hearing'],
  [/entscheid|beschlie|beschluss/i, 'authoritative'],
  [/beratung/i, 'preliminary'],
];

/** Role of a consultation: its words, else whether the server says that a decision is taken. */
export const roleIn = (
  text: string | undefined,
  authoritative: boolean | undefined,
): Consultation['role'] | undefined =>
  first(ROLES, text) ?? (authoritative === undefined ? undefined : authoritative ? 'authoritative' : 'preliminary');

const RESULTS: readonly (readonly [RegExp, ItemResult])[] = [
  [/zurückgezogen|rücknahme/i, 'withdrawn'],
  [/nicht (beschlossen|angenommen|zugestimmt)|abgelehnt|ablehnung/i, 'rejected'],
  [/verwiesen|verweisung|überwiesen/i, 'referred'],
  [/(?<!un)(?<!nicht )geändert|mit (\d+ )?änderung/i, 'adoptedWithChanges'],
  [/kenntnis/i, 'noted'],
  [/beschlossen|angenommen|zugestimmt|einstimmig|mehrheit|empfohlen/i, 'adopted'],
];

/** What a body did with an item; postponed items count as none, because they come back. */
export function resultIn(text: string | undefined): ItemResult | undefined {
  if (text !== undefined && /vertagt|zurückgestellt|abgesetzt|nicht behandelt/i.test(text)) return undefined;
  return first(RESULTS, text);
}

/** True for the name of a file that holds the administration's statement or answer. */
export const isStatementName = (name: string): boolean =>
  /stellungnahme|beantwortung|antwort(schreiben)?( der verwaltung| auf| zu)?\b/i.test(name) &&
  !/rückantwort|antwortbogen/i.test(name);

/** What kind of originator a body is; papers of councils come from factions where nothing says otherwise. */
export function originatorKindIn(name: string, classification: string | undefined) {
  const words = `${classification ?? ''} ${name}`;
  if (/fraktion|partei|wählergruppe|ratsgruppe/i.test(words)) return 'faction' as const;
  if (/ausschuss|beirat|gremium|parlament|ortschaftsrat|stadtrat|gemeinderat/i.test(words)) return 'committee' as const;
  if (/amt|dezernat|verwaltung|bürgermeister|fachbereich/i.test(words)) return 'administration' as const;
  return 'faction' as const;
}
