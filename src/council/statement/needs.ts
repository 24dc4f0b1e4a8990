import { isIllustrative, needState, standingNeeds, type Traceable } from '../../agenda/index.ts';
import type { RecordRef } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure } from '../evidence.ts';
import { count, NOUNS } from '../grammar.ts';
import { type BlockContent, type BlockWriter, paragraph } from './block.ts';

/** Talks with the heads of the offices, and what became of the needs. */
export const needs: BlockWriter = { id: 'needs', title: 'Bedarf der Ämter', write };

function countFigure(
  key: string,
  records: readonly (Traceable & { id: string })[],
  kind: 'interview' | 'need',
  derivation: string,
): Figure {
  const value = count(records.length, NOUNS[kind]);
  return figure({
    key,
    value,
    derivation: { de: derivation, en: derivation },
    refs: records.map(({ id }): RecordRef => ({ kind, id })),
    illustrative: records.some((record) => isIllustrative(record, kind === 'interview' ? 'on' : 'name')),
  });
}

function write(context: Context): BlockContent {
  const { agenda, asOf, ledger } = context;
  const { de } = ledger;
  const held = agenda.interviews.filter((one) => one.on === undefined || one.on <= asOf);
  if (held.length === 0) return { paragraphs: [], missing: ['Gespräche mit den Ämtern sind nicht erfasst.'] };
  const confirmed = held.filter((one) => one.confirmedOn !== undefined && one.confirmedOn <= asOf);
  const standing = standingNeeds(agenda.needs);
  const linked = standing.filter((need) => needState(agenda, need) === 'inProject');
  const talks = countFigure('interviews', held, 'interview', 'erfasste Gespräche mit Leitungen von Ämtern');
  const sure = countFigure('interviews.confirmed', confirmed, 'interview', 'von der Amtsleitung bestätigt');
  const wishes = countFigure('needs', standing, 'need', 'Bedarfe aus den Gesprächen');
  const taken = countFigure('needs.linked', linked, 'need', 'mit mindestens einem Vorhaben verknüpft');
  const paragraphs = [
    paragraph(
      de`In die Agenda sind Gespräche mit den Leitungen der Ämter eingeflossen. Erfasst sind ${talks}, davon bestätigt: ${sure}. Daraus ergaben sich ${wishes}; durch Vorhaben aufgegriffen: ${taken}.`,
    ),
  ];
  const open = standing.filter((need) => needState(agenda, need) === 'open').length;
  return {
    paragraphs,
    missing: open > 0 ? [`Ohne Vorhaben und ohne Antwort an das Amt: ${count(open, NOUNS.need).de}.`] : [],
  };
}
