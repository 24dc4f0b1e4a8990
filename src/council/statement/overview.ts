import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { figure, sourceOf } from '../evidence.ts';
import { date } from '../figures.ts';
import type { Consultation } from '../paper.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** Where the paper is dealt with, and where the agenda can be looked up. */
export const overview: BlockWriter = { id: 'overview', title: 'Überblick und Beratung', write };

const ROLES: Record<Consultation['role'], string> = {
  statement: 'Stellungnahme',
  preliminary: 'Vorberatung',
  authoritative: 'Entscheidung',
  hearing: 'Anhörung',
};

function write(context: Context): BlockContent {
  const { de } = context.ledger;
  const ahead = context.paper.consultations.filter(
    (one) => one.role !== 'statement' && (one.on === undefined || one.on >= context.asOf),
  );
  const missing = ['Fundstelle des Überblicks über die Agenda (Intranet) ist nicht erfasst.'];
  if (ahead.length === 0) return { paragraphs: [], missing: [...missing, 'Beratungsfolge ist nicht erfasst.'] };
  const paragraphs: BlockContent['paragraphs'] = [paragraph(de`Vorgesehen ist folgende Beratungsfolge:`)];
  for (const one of ahead) {
    paragraphs.push(item(consultationRuns(context, one)));
    if (!one.on) missing.push(`Termin fehlt: ${one.body}.`);
  }
  return { paragraphs, missing };
}

function consultationRuns({ agenda, paper, ledger }: Context, one: Consultation): Run[] {
  const { de } = ledger;
  const closed = one.public === false ? ', nicht öffentlich' : '';
  const head = `${one.body} (${ROLES[one.role]}${closed})`;
  if (!one.on) return de`${head}`;
  const source = sourceOf(agenda, one.source);
  const day = figure({
    key: `consultation:${one.body}:${one.on}`,
    value: date(one.on),
    derivation: { de: `Sitzung: ${one.body}`, en: `meeting: ${one.body}` },
    refs: [{ kind: 'paper', id: paper.id, field: 'consultations' }],
    provenance: source ? 'sourced' : 'entered',
    source,
  });
  return de`${head} am ${day}`;
}
