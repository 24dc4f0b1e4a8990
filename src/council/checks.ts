import type { Text } from '../agenda/index.ts';
import type { CheckResult } from './assessment.ts';
import {
  type CheckContext,
  competenceHint,
  fundingHint,
  inquiryHint,
  quorumHint,
  sixMonthsHint,
  votableHint,
} from './check-hints.ts';
import { tied } from './grammar.ts';
import type { CheckId, Paper } from './paper.ts';

/**
 * Statutory and formal checks of a council paper. Each states paragraph, question and what the records suggest, with
 * its reason; a person decides (`paper.checks`), never this file.
 */

interface CheckRule {
  id: CheckId;
  kinds: readonly Paper['kind'][];
  paragraph: string;
  question: Text;
  hint: (context: CheckContext) => Text;
}

const MOTIONS: readonly Paper['kind'][] = ['motion', 'amendment'];

/** Which checks there are, for which kinds of paper, on which paragraph (text as read in May 2025). */
const RULES: readonly CheckRule[] = [
  {
    id: 'competence',
    kinds: [...MOTIONS, 'councilInquiry'],
    paragraph: tied('SächsGemO § 36 Abs. 5'),
    question: { de: 'Ist der Stadtrat zuständig?', en: 'Is the council competent?' },
    hint: competenceHint,
  },
  {
    id: 'quorum',
    kinds: MOTIONS,
    paragraph: tied('SächsGemO § 36 Abs. 5'),
    question: {
      de: 'Eingereicht von einer Fraktion oder einem Fünftel der Mitglieder?',
      en: 'Filed by a faction or one fifth of the members?',
    },
    hint: quorumHint,
  },
  {
    id: 'sixMonths',
    kinds: MOTIONS,
    paragraph: tied('SächsGemO § 36 Abs. 5'),
    question: {
      de: 'In den letzten sechs Monaten nicht schon behandelt?',
      en: 'Not already dealt with in the last six months?',
    },
    hint: sixMonthsHint,
  },
  {
    id: 'votable',
    kinds: [...MOTIONS, 'draftResolution'],
    paragraph: 'Geschäftsordnung',
    question: {
      de: 'Gibt es einen Beschlusstext, über den mit Ja oder Nein abgestimmt werden kann?',
      en: 'Is there a resolution text to vote on with yes or no?',
    },
    hint: votableHint,
  },
  {
    id: 'fundingProposal',
    kinds: [...MOTIONS, 'draftResolution'],
    paragraph: `Geschäftsordnung; ${tied('SächsGemO § 79 Abs. 1')}`,
    question: {
      de: 'Wenn der Haushalt berührt ist: Liegt ein Deckungsvorschlag vor?',
      en: 'If the budget is affected: is there a funding proposal?',
    },
    hint: fundingHint,
  },
  {
    id: 'inquiryDeadline',
    kinds: ['councilInquiry'],
    paragraph: tied('SächsGemO § 28 Abs. 6'),
    question: {
      de: 'Ist die Anfrage binnen vier Wochen beantwortet?',
      en: 'Is the inquiry answered within four weeks?',
    },
    hint: inquiryHint,
  },
];

const OTHER_STATE: Text = {
  de: 'Die Gemeindeordnung dieses Landes ist nicht hinterlegt; Paragraph und Frist sind von Hand zu prüfen.',
  en: 'The municipal code of this Land is not on record; paragraph and deadline are to be checked by hand.',
};

/** The assisted list of checks for a paper, with the decisions that persons have made so far. */
export function checkPaper(context: CheckContext): CheckResult[] {
  const saxon = context.city.state === 'Sachsen';
  return RULES.filter((rule) => rule.kinds.includes(context.paper.kind)).map((rule) => ({
    check: rule.id,
    paragraph: saxon ? rule.paragraph : '–',
    question: rule.question,
    hint: saxon ? rule.hint(context) : OTHER_STATE,
    decision: context.paper.checks.find((one) => one.check === rule.id) ?? null,
  }));
}
