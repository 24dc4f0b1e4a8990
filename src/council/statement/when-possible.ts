import type { Measure } from '../../planning/index.ts';
import { QUALITY_WORDS, SENSE_WORDS } from '../answer-figures.ts';
import { chosenBasis } from '../basis-text.ts';
import type { Context } from '../context.ts';
import { extraSentence } from '../extra.ts';
import { paperNoun } from '../grammar.ts';
import { measureText } from '../measures.ts';
import { type BlockContent, type BlockWriter, item, NOTHING, paragraph } from './block.ts';

/** When the paper becomes possible without displacing anything, and what would help before. */
export const whenPossible: BlockWriter = { id: 'whenPossible', title: 'Wann umsetzbar', write };

function write(context: Context): BlockContent {
  const { figures, decision, ledger } = context;
  if (!figures) return NOTHING;
  const { de } = ledger;
  const { kept, untouched } = figures.senses;
  const paragraphs: BlockContent['paragraphs'] = chosenBasis(context).map((one) => paragraph(one.de));
  if (kept) {
    const lead = decision.rule === 'later' ? 'In einem zweiten Schritt ist' : 'Danach ist';
    const subject = paperNoun(context.paper.kind).de;
    const quality = QUALITY_WORDS[kept.placement.quality].de;
    paragraphs.push(
      paragraph(
        de`${lead} ${subject} ab dem ${kept.start} umsetzbar, Abschluss am ${kept.finish}. Dabei gilt: ${SENSE_WORDS.kept.meaning.de} (${quality}).`,
      ),
    );
  }
  if (untouched && untouched.placement.start !== kept?.placement.start) {
    paragraphs.push(
      paragraph(de`Soll der bestehende Plan ganz unberührt bleiben, ist der Beginn ab dem ${untouched.start} möglich.`),
    );
  }
  const extra = extraSentence(context);
  if (extra) paragraphs.push(paragraph(extra.de));
  return { paragraphs: [...paragraphs, ...measureParagraphs(context)], missing: [] };
}

function measureParagraphs(context: Context): BlockContent['paragraphs'] {
  const { de } = context.ledger;
  const all = (context.figures?.answer.measures ?? []).map((measure, index) => ({ measure, index }));
  const helps = (measure: Measure): boolean => measure.start !== null && measure.gainWeeks > 0;
  const group = (heading: string, of: typeof all): BlockContent['paragraphs'] =>
    of.length === 0
      ? []
      : [paragraph(de`${heading}`), ...of.map(({ measure, index }) => item(measureText(context, measure, index).de))];
  return [
    ...group(
      'Früher wäre der Beginn mit zusätzlichen Mitteln möglich:',
      all.filter(({ measure }) => helps(measure)),
    ),
    ...group(
      'Ohne Wirkung auf den Beginn blieben:',
      all.filter(({ measure }) => !helps(measure)),
    ),
  ];
}
