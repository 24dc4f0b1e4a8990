import { isIllustrative } from '../../agenda/index.ts';
import type { Context } from '../context.ts';
import { type Figure, figure } from '../evidence.ts';
import { date } from '../figures.ts';
import { capital, paperNoun } from '../grammar.ts';
import type { CheckDecision, CheckId } from '../paper.ts';
import { type BlockContent, type BlockWriter, NOTHING, paragraph } from './block.ts';

/** Admissible and votable: two findings, each as decided by a person. */
export const admissible: BlockWriter = { id: 'admissible', title: 'Zulässigkeit und Abstimmungsfähigkeit', write };

/** Checks that together make a motion admissible (SächsGemO § 36 Abs. 5). */
const ADMISSIBLE: readonly CheckId[] = ['competence', 'quorum', 'sixMonths'];
const VOTABLE: readonly CheckId[] = ['votable'];

const NAMES: Record<CheckId, string> = {
  competence: 'Zuständigkeit des Stadtrats',
  quorum: 'Quorum oder Fraktion',
  sixMonths: 'Sechsmonatsfrist',
  votable: 'Abstimmungsfähigkeit',
  fundingProposal: 'Deckungsvorschlag',
  inquiryDeadline: 'Frist der Anfrage',
};

interface Finding {
  state: 'yes' | 'no' | 'open';
  decisions: CheckDecision[];
  open: CheckId[];
}

function finding({ paper }: Context, checks: readonly CheckId[]): Finding {
  const decisions = checks.flatMap((check) => paper.checks.find((one) => one.check === check) ?? []);
  const open = checks.filter((check) => !decisions.some((one) => one.check === check));
  if (decisions.some((one) => one.decision === 'notMet')) return { state: 'no', decisions, open };
  return { state: open.length > 0 ? 'open' : 'yes', decisions, open };
}

/** `zulässig` bound to the decisions behind it. */
function wordFigure({ paper }: Context, key: string, word: string, { decisions }: Finding): Figure {
  const reasons = decisions.map((one) => `${NAMES[one.check]}: ${one.reason} (${one.by}, ${date(one.on).de})`);
  return figure({
    key: `check:${key}`,
    value: { de: word, en: word },
    derivation: { de: reasons.join(' '), en: reasons.join(' ') },
    refs: [{ kind: 'paper', id: paper.id, field: 'checks' }],
    provenance: 'entered',
    illustrative: isIllustrative(paper, 'checks'),
  });
}

function write(context: Context): BlockContent {
  const { paper, ledger } = context;
  if (paper.kind !== 'motion' && paper.kind !== 'amendment') return NOTHING;
  const { de } = ledger;
  const subject = capital(paperNoun(paper.kind).de);
  const may = finding(context, ADMISSIBLE);
  const vote = finding(context, VOTABLE);
  const missing = [...may.open, ...vote.open].map((check) => `Entscheidung fehlt: ${NAMES[check]}.`);
  const paragraphs: BlockContent['paragraphs'] = [];
  const mayWord = wordFigure(context, 'admissible', 'zulässig', may);
  const voteWord = wordFigure(context, 'votable', 'abstimmungsfähig', vote);
  if (may.state === 'yes' && vote.state === 'yes') {
    paragraphs.push(paragraph(de`${subject} ist ${mayWord} und ${voteWord}.`));
  } else {
    if (may.state !== 'open')
      paragraphs.push(paragraph(de`${subject} ist ${may.state === 'no' ? 'nicht ' : ''}${mayWord}.${reasonOf(may)}`));
    if (vote.state !== 'open')
      paragraphs.push(
        paragraph(de`${subject} ist ${vote.state === 'no' ? 'nicht ' : ''}${voteWord}.${reasonOf(vote)}`),
      );
  }
  const funding = paper.checks.find((one) => one.check === 'fundingProposal');
  if (funding?.decision === 'notMet')
    paragraphs.push(paragraph(de`Ein Deckungsvorschlag liegt nicht vor. ${funding.reason}`));
  if (!funding) missing.push(`Entscheidung fehlt: ${NAMES.fundingProposal}.`);
  return { paragraphs, missing };
}

function reasonOf({ state, decisions }: Finding): string {
  if (state !== 'no') return '';
  return decisions
    .filter((one) => one.decision === 'notMet')
    .map((one) => ` ${one.reason}`)
    .join('');
}
