import { isIllustrative } from '../../agenda/index.ts';
import type { Context } from '../context.ts';
import { type Figure, figure, origin, sourceOf } from '../evidence.ts';
import { date } from '../figures.ts';
import type { Paper } from '../paper.ts';
import { type BlockContent, type BlockWriter, item, paragraph } from './block.ts';

/** Subject, movers and receipt of the paper (the head of the letter). */
export const reference: BlockWriter = { id: 'reference', title: 'Bezug', write };

function write(context: Context): BlockContent {
  const { paper, ledger } = context;
  const { de } = ledger;
  const paragraphs = [item(de`Gegenstand: ${paper.name}`)];
  const missing: string[] = [];
  const movers = paper.originators.map((one, index) => moverFigure(context, one, index));
  const joined = movers.flatMap((mover, index) => (index === 0 ? de`${mover}` : de`; ${mover}`));
  if (movers.length > 0) paragraphs.push(item(de`Einreicher: ${joined}`));
  else missing.push('Einreicher ist nicht erfasst.');
  if (paper.receivedOn) paragraphs.push(item(de`Eingang: ${date(paper.receivedOn)}`));
  else missing.push('Eingangsdatum ist nicht erfasst.');
  if (sourcesDisagree(paper)) {
    const notes = paper.originators.flatMap((one) => (one.note ? [one.note] : []));
    missing.push(`Einreicher ist zu klären, die Quellen weichen ab: ${notes.join(' ')}`);
  }
  const earlier = earlierStatement(context);
  if (earlier) paragraphs.push(paragraph(de`Ergänzung zur Stellungnahme vom ${earlier}.`));
  return { paragraphs, missing };
}

function sourcesDisagree(paper: Paper): boolean {
  return new Set(paper.originators.map((one) => one.source)).size > 1 && paper.originators.some((one) => one.note);
}

function moverFigure({ agenda, paper }: Context, one: Paper['originators'][number], index: number): Figure {
  const source = sourceOf(agenda, one.source);
  return figure({
    key: `paper.originator:${index}`,
    value: { de: one.name, en: one.name },
    derivation: { de: one.note ?? 'Einreicher laut Papier', en: one.note ?? 'mover as the paper says' },
    refs: [{ kind: 'paper', id: paper.id, field: 'originators' }],
    provenance: source ? 'sourced' : 'entered',
    source,
    illustrative: isIllustrative(paper, 'originators'),
  });
}

/** Statement given before the day of the examination: what follows adds to it. */
function earlierStatement({ agenda, paper, asOf }: Context): Figure | null {
  const found = paper.consultations.findLast(
    (one) => one.role === 'statement' && one.on !== undefined && one.on < asOf,
  );
  if (!found?.on) return null;
  const source = sourceOf(agenda, found.source);
  return figure({
    key: 'paper.statement',
    value: date(found.on),
    derivation: { de: `Stellungnahme von ${found.body}`, en: `statement of ${found.body}` },
    refs: [{ kind: 'paper', id: paper.id, field: 'consultations' }],
    ...(source ? { provenance: 'sourced' as const, source } : origin(agenda, undefined)),
  });
}
