import type { Context } from '../context.ts';
import { figure, sourceOf } from '../evidence.ts';
import { type BlockContent, type BlockWriter, paragraph } from './block.ts';

/** Who signs. */
export const signatory: BlockWriter = { id: 'signatory', title: 'Unterzeichner', write };

function write({ agenda, paper, ledger }: Context): BlockContent {
  const { de } = ledger;
  const signs = paper.signatory;
  if (!signs) return { paragraphs: [], missing: ['Wer unterzeichnet, ist nicht erfasst.'] };
  const source = sourceOf(agenda, signs.source);
  const name = figure({
    key: 'signatory',
    value: { de: signs.name, en: signs.name },
    derivation: { de: signs.office, en: signs.office },
    refs: [{ kind: 'paper', id: paper.id, field: 'signatory' }],
    provenance: source ? 'sourced' : 'entered',
    source,
  });
  return { paragraphs: [paragraph(de`${name}`), paragraph(de`${signs.office}`)], missing: [] };
}
