import type { Commitment } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { date } from '../figures.ts';
import { paperNoun, quoted } from '../grammar.ts';
import { paperByReference } from '../records.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** A promise with a date, so that the second step is not forgotten; and the promises already given. */
export const commitment: BlockWriter = { id: 'commitment', title: 'Zusagen', write };

function write(context: Context): BlockContent {
  const { de } = context.ledger;
  const paragraphs: BlockContent['paragraphs'] = [];
  const proposal = proposalRuns(context);
  if (proposal) paragraphs.push(paragraph(de`Die Verwaltung schlägt folgende Zusage vor: ${proposal}`));
  const given = context.agenda.commitments.filter(
    (one) => one.status === 'open' && paperByReference([context.paper], one.paper) !== undefined,
  );
  if (given.length > 0) {
    paragraphs.push(paragraph(de`Zu diesem Papier bereits zugesagt und offen:`));
    for (const one of given) paragraphs.push(item(givenRuns(context, one)));
  }
  const undated = given.filter((one) => one.due.kind === 'event').length;
  return { paragraphs, missing: undated > 0 ? [`Zusagen ohne Datum: ${undated}.`] : [] };
}

function proposalRuns(context: Context): Run[] | null {
  const { de } = context.ledger;
  const { paper, figures, decision } = context;
  const kept = figures?.senses.kept;
  if (decision.rule !== 'later' || !kept) return null;
  const team = figures.teams.find((one) => one.balance.team === figures.answer.bottleneck);
  const noun = paperNoun(paper.kind, 'accusative').de;
  const need = team ? de`Bedarf und freie Kapazität der Rolle ${team.name} (erforderlich ${team.needed})` : null;
  const amount = figures.money && figures.money.cents.needed > 0 ? de`die Deckung von ${figures.money.needed}` : null;
  const named = need && amount ? de`${need} sowie ${amount}` : (need ?? amount);
  const tells = named ? de` und nennt dabei ${named}` : de``;
  return de`„Die Verwaltung legt ${noun} ${paper.reference} zum ${kept.start} erneut vor${tells}. Verschiebt sich der Termin, unterrichtet sie den Stadtrat.“`;
}

function givenRuns({ ledger }: Context, one: Commitment): Run[] {
  const { de } = ledger;
  const due = one.due.kind === 'date' ? `bis ${date(one.due.on).de}` : `fällig: ${one.due.event}, ohne Datum`;
  return de`${quoted(one.text)} (${due})`;
}
