import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { dimensionsOf } from '../dimensions.ts';
import { capital, paperNoun } from '../grammar.ts';
import { reasonText } from '../reasons.ts';
import { tradeOffText } from '../trade-offs.ts';
import { bottleneckSentence, headline, summary } from '../verdict-texts.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** The result of the examination, why, and what an earlier start would cost. */
export const verdict: BlockWriter = { id: 'verdict', title: 'Ergebnis der Prüfung', write };

function write(context: Context): BlockContent {
  const { decision } = context;
  if (decision.value === null) return { paragraphs: [], missing: [headlineText(context)] };
  if (decision.rule !== 'later') return { paragraphs: otherVerdict(context), missing: [] };
  const { de } = context.ledger;
  return {
    paragraphs: [
      paragraph(de`${infeasible(context)} ${bottleneckSentence(context).de}`),
      ...reasonParagraphs(context),
      ...costOfEarlier(context),
    ],
    missing: [],
  };
}

function headlineText(context: Context): string {
  return summary(context)
    .de.map((run) => run.text)
    .join('');
}

/** `weder zeitlich noch personell noch finanziell umsetzbar`, from the dimensions that stand against it. */
function infeasible(context: Context): Run[] {
  const { de } = context.ledger;
  const adverbs: Record<string, string> = { time: 'zeitlich', staff: 'personell', money: 'finanziell' };
  const against = dimensionsOf(context)
    .filter(({ state }) => state === 'notNow' || state === 'insufficient')
    .flatMap(({ dimension }) => adverbs[dimension] ?? []);
  const subject = capital(paperNoun(context.paper.kind).de);
  const how = against.length > 1 ? `weder ${against.join(' noch ')}` : `${against[0] ?? 'zeitlich'} nicht`;
  return de`${subject} ist zum jetzigen Zeitpunkt ${how} umsetzbar.`;
}

function reasonParagraphs(context: Context): BlockContent['paragraphs'] {
  const { de } = context.ledger;
  const reasons = context.figures?.answer.reasons ?? [];
  if (reasons.length === 0) return [];
  return [
    paragraph(de`Gründe:`),
    ...reasons.map((reason, index) => item(de`${reasonText(context, reason, index).de}`)),
  ];
}

/** What a start before the kept date would displace; options for the council, never a default. */
function costOfEarlier(context: Context): BlockContent['paragraphs'] {
  const { de } = context.ledger;
  const tradeOffs = context.figures?.answer.tradeOffs ?? [];
  const earlier = tradeOffs.flatMap((one, index) => (one.kind === 'keepAll' ? [] : [{ one, index }]));
  if (earlier.length === 0) return [];
  return [
    paragraph(de`Ein früherer Beginn wäre nur auf Kosten anderer Vorhaben möglich:`),
    ...earlier.map(({ one, index }) => item(tradeOffText(context, one, index).de)),
  ];
}

function otherVerdict(context: Context): BlockContent['paragraphs'] {
  const { de } = context.ledger;
  const paragraphs = [paragraph(de`${headline(context).de} ${summary(context).de}`)];
  return context.figures ? [...paragraphs, ...reasonParagraphs(context)] : paragraphs;
}
