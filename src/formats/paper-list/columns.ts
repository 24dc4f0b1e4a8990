import { bare } from '../project-list/targets.ts';

/** What a column of a list of council papers can mean. */
export const paperTargets = [
  'reference',
  'kind',
  'name',
  'receivedOn',
  'originators',
  'points',
  'reasoning',
  'fundingProposal',
  'responsible',
] as const;
export type PaperTarget = (typeof paperTargets)[number];

/** Words in headings, in letters and digits only, in German and English. */
const WORDS: Record<PaperTarget, readonly string[]> = {
  reference: ['nummer', 'nr', 'vorlagennummer', 'vorlage', 'drucksache', 'drucksachennummer', 'aktenzeichen', 'number'],
  kind: ['art', 'typ', 'vorlagenart', 'papierart', 'drucksachenart', 'kind', 'type'],
  name: ['gegenstand', 'betreff', 'titel', 'thema', 'bezeichnung', 'name', 'subject'],
  receivedOn: ['eingang', 'datum', 'eingangsdatum', 'eingereichtam', 'eingegangenam', 'vom', 'date', 'receivedon'],
  originators: ['einreicher', 'einreichende', 'antragsteller', 'fraktion', 'fraktionen', 'urheber', 'originators'],
  points: ['punkte', 'beschlussvorschlag', 'beschlusstext', 'antragstext', 'fragen', 'wortlaut', 'points'],
  reasoning: ['begründung', 'sachverhalt', 'reasoning'],
  fundingProposal: ['deckungsvorschlag', 'finanzierung', 'deckung', 'fundingproposal'],
  responsible: ['zuständig', 'federführung', 'amt', 'zuständigesamt', 'responsible'],
};

/** What a heading means. */
export function recognisePaperColumn(heading: string): PaperTarget | null {
  const word = bare(heading);
  return paperTargets.find((one) => WORDS[one].includes(word)) ?? null;
}
