import { daysBetween, type PeerCity } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { date } from '../figures.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';
import { isTabular, peerFigure, peerTable } from './peer-table.ts';

/** Other cities, each fact with its day and source; nothing that was not yet known. */
export const comparison: BlockWriter = { id: 'comparison', title: 'Vergleich mit anderen Städten', write };

/** Facts about other cities age within a year. */
const STALE_AFTER_DAYS = 366;
/** What a statement compares; money and results belong into a report. */
const TOPICS: readonly string[] = ['population', 'approach', 'document', 'organization', 'size', 'money', 'result'];

function write(context: Context): BlockContent {
  const { agenda, asOf, ledger } = context;
  const { de } = ledger;
  const known = agenda.peerCities.flatMap((peer) => {
    const facts = peer.facts
      .filter((fact) => fact.asOf <= asOf)
      .toSorted((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic));
    return facts.length > 0 ? [{ peer, facts }] : [];
  });
  if (known.length === 0) return { paragraphs: [], missing: ['Vergleichsstädte sind nicht erfasst.'] };
  const paragraphs: BlockContent['paragraphs'] = [paragraph(de`Zum Vergleich, mit dem Stand der jeweiligen Quelle:`)];
  const missing: string[] = [];
  for (const { peer, facts } of known) {
    const told = facts.filter((fact) => !isTabular(fact));
    if (told.length > 0) paragraphs.push(item(peerRuns(context, peer, told)));
    for (const fact of facts) {
      if (daysBetween(fact.asOf, asOf) > STALE_AFTER_DAYS)
        missing.push(`Älter als ein Jahr, bitte prüfen: ${peer.name}, Stand ${date(fact.asOf).de}.`);
    }
  }
  const table = peerTable(context, known);
  return { paragraphs, ...(table ? { tables: [table] } : {}), missing: [...new Set(missing)] };
}

function peerRuns(context: Context, peer: PeerCity, facts: PeerCity['facts']): Run[] {
  const { de } = context.ledger;
  const relation = peer.relation ? ` (${peer.relation})` : '';
  const sentences = facts.flatMap((fact) => de` ${peerFigure(context, peer, fact)} (Stand ${date(fact.asOf)}).`);
  return de`${peer.name}${relation}:${sentences}`;
}
